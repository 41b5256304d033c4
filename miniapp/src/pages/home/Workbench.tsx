import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { DemoForward } from '#demo';
import type { Workbench as WorkbenchAnswer } from '../../../../shared/contract/tickets.ts';
import { RELATION_HOLDERS } from '../../../../shared/kernel/people.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { toBindings, toSearch } from '../../kernel/go.ts';
import { groupByDue } from '../../kernel/owed.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { OwedRow } from '../../kernel/parts/OwedRow.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { StaffHead } from '../../kernel/parts/StaffHead.tsx';
import { StandStill } from '../../kernel/parts/StandStill.tsx';
import type { Viewer } from '../../kernel/session.ts';

const oversees = (post: Viewer['session']['appointments'][number]) => Object.values(RELATION_HOLDERS).some((holds) => holds(post));

/** Where counting stopped, there are at least so many. */
const sayCount = (n: number, stopAt: number | null) => (stopAt !== null && n >= stopAt ? `${stopAt - 1}+` : String(n));

function Counts({ counts, countsStopAt }: Pick<WorkbenchAnswer, 'counts' | 'countsStopAt'>) {
  const all = [
    { name: 'overdue', label: '已超时', n: counts.overdue, state: counts.overdue > 0 ? 'miss' : '' },
    { name: 'within-hour', label: '1 小时内', n: counts.withinHour, state: counts.withinHour > 0 ? 'soon' : '' },
    { name: 'today', label: '今天', n: counts.today, state: '' },
    { name: 'waiting', label: '等住户', n: counts.waitingForResident, state: '' },
  ];
  return (
    <View className="counts">
      {all.map((one) => (
        <View key={one.name} id={`count-${one.name}`} className={`count ${one.state}`}>
          <Text className="n">{sayCount(one.n, countsStopAt)}</Text>
          {one.label}
        </View>
      ))}
    </View>
  );
}

/** How many strangers wait for the service centre to say who they are; nothing while there are none. */
function BindingsChip() {
  const { value } = useAsked(() => api.bindingRequests({}), 'bindings');
  const waiting = value?.items.length ?? 0;
  if (waiting === 0) return null;
  return (
    <Press id="go-bindings" className="chip" onPress={toBindings}>
      绑定核对 {waiting}
      {value?.next && '+'}
    </Press>
  );
}

/** What is owed, soonest first: for everybody who works here except the technicians. */
export function Workbench({ viewer }: { viewer: Viewer }) {
  const now = useNow();
  const paged = usePages((after) => api.workbench(after ? { after } : {}), viewer.session.person.id);
  const places = [...new Set(viewer.session.appointments.map((one) => one.officeName))].join('、');
  return (
    <>
      <StandStill />
      <StaffHead viewer={viewer} note={paged.value ? `${places} · 正在办 ${sayCount(paged.value.counts.open, paged.value.countsStopAt)} 件` : places}>
        <Press id="go-register" className="chip" onPress={() => Taro.navigateTo({ url: '/staff/register/index' })}>
          沟通登记表
        </Press>
        {viewer.session.appointments.some(RELATION_HOLDERS.agent) && <BindingsChip />}
      </StaffHead>
      {viewer.session.appointments.some(oversees) && (
        <Press id="go-search" className="find" onPress={toSearch}>
          <Icon name="search" />
          <Text className="grow">编号、房号、姓名、几个字</Text>
        </Press>
      )}
      <Shown asked={paged}>
        {(found) => (
          <>
            <Counts counts={found.counts} countsStopAt={found.countsStopAt} />
            {found.items.length === 0 && <Blank title="没有欠着的事" note="有新的报修，会排在这里。" />}
            {groupByDue(found.items, now).map((group) => (
              <View key={group.label}>
                <View className={`sec ${group.isLate ? 'red' : ''}`}>
                  {group.label}
                  {group.isLate && <Text className="cap end">越久越靠前</Text>}
                </View>
                <View className="cells">
                  {group.tickets.map((ticket) => (
                    <OwedRow key={ticket.id} ticket={ticket} now={now} />
                  ))}
                </View>
              </View>
            ))}
            <More paged={paged} />
          </>
        )}
      </Shown>
      <DemoForward onForward={paged.again} />
    </>
  );
}
