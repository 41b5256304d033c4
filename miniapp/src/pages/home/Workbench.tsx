import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useRef, useState } from 'react';
import { DemoForward } from '#demo';
import { BENCH_SHOWS, type Workbench as WorkbenchAnswer } from '../../../../shared/contract/tickets.ts';
import { handlesComplaints, headsServiceCentre, makesReturnCalls, RELATION_HOLDERS, ROLES } from '../../../../shared/kernel/people.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import {
  toBindings,
  toBoard,
  toCompany,
  toDuties,
  toErrands,
  toLate,
  toMailbox,
  toManual,
  toNotices,
  toRegisters,
  toSearch,
  toVisits,
} from '../../kernel/go.ts';
import { keep, kept } from '../../kernel/keep.ts';
import { groupByDue } from '../../kernel/owed.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { OwedRow } from '../../kernel/parts/OwedRow.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { StaffHead } from '../../kernel/parts/StaffHead.tsx';
import { StandStill } from '../../kernel/parts/StandStill.tsx';
import { sayRoles } from '../../kernel/roles.ts';
import { hatOf, type Viewer } from '../../kernel/session.ts';

type Post = Viewer['session']['appointments'][number];
const { agent, head, director, quality, leadership } = RELATION_HOLDERS;
const holdsOneOf =
  (...held: readonly ((post: Post) => boolean)[]) =>
  (post: Post) =>
    held.some((holds) => holds(post));
/** Whoever works in an estate takes down what they are told (I4). */
export const worksAtEstate = (post: Post) => ROLES[post.role].at !== 'headOffice';
const oversees = holdsOneOf(...Object.values(RELATION_HOLDERS));
const overseesAll = holdsOneOf(quality, leadership);
const seesEstate = holdsOneOf(agent, head, director);
const owesVisits = holdsOneOf(agent, head, director, quality, makesReturnCalls);
const seesTeam = holdsOneOf(head, director, headsServiceCentre);
const answersForLateness = holdsOneOf(director, head, quality, leadership);

/** Where counting stopped, there are at least so many. */
const sayCount = (n: number, stopAt: number | null) => (stopAt !== null && n >= stopAt ? `${stopAt - 1}+` : String(n));

/** Whose work the count beside the name counts: the company's, an estate's, or one's own. */
function sayOpen(posts: readonly Post[], many: string): string {
  if (posts.some(overseesAll)) return `全公司没办完的 ${many} 件`;
  if (posts.some(handlesComplaints)) return `没办完的投诉 ${many} 件`;
  return posts.some(seesEstate) ? `没办完的 ${many} 件` : `待办 ${many} 件`;
}

type Show = (typeof BENCH_SHOWS)[number];

/** The part last looked at: it is still the part when somebody comes back. */
function useShow(): [Show, (show: Show) => void] {
  const [show, setShow] = useState<Show>(() => BENCH_SHOWS.find((one) => one === kept('bench')) ?? 'all');
  const choose = (next: Show) => {
    setShow(next);
    keep('bench', next === 'all' ? '' : next);
  };
  return [show, choose];
}

const tilesOf = (counts: WorkbenchAnswer['counts']) =>
  [
    { name: 'overdue', label: '已超时', n: counts.overdue, state: counts.overdue > 0 ? 'miss' : '' },
    { name: 'within_hour', label: '1 小时内', n: counts.withinHour, state: counts.withinHour > 0 ? 'soon' : '' },
    { name: 'today', label: '今天', n: counts.today, state: '' },
    { name: 'waiting', label: '等住户', n: counts.waitingForResident, state: '' },
  ] as const;

interface CountsProps extends Pick<WorkbenchAnswer, 'counts' | 'countsStopAt'> {
  show: Show;
  onChoose: (show: Show) => void;
}

/** How many, each a way to look at those alone and back at all. */
function Counts({ counts, countsStopAt, show, onChoose }: CountsProps) {
  const tiles = tilesOf(counts);
  const only = tiles.find((one) => one.name === show);
  return (
    <>
      <View className="counts mt12">
        {tiles.map((one) => (
          <Press
            key={one.name}
            id={`count-${one.name}`}
            role="checkbox"
            className={`count ${one.state} ${one.name === show ? 'on' : ''}`}
            checked={one.name === show}
            onPress={() => onChoose(one.name === show ? 'all' : one.name)}
          >
            <Text className="n">{sayCount(one.n, countsStopAt)}</Text>
            {one.label}
          </Press>
        ))}
      </View>
      {only && (
        <Press id="show-all" className="link" onPress={() => onChoose('all')}>
          只看“{only.label}”，点这里看全部
        </Press>
      )}
    </>
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

/** The pages beside the list, as far as these posts open them. */
function Ways({ posts }: { posts: readonly Post[] }) {
  return (
    <View className="chips">
      {posts.some(agent) && <BindingsChip />}
      {posts.some(seesTeam) && (
        <Press id="go-board" className="chip" onPress={toBoard}>
          班组
        </Press>
      )}
      {posts.some(answersForLateness) && (
        <Press id="go-late" className="chip" onPress={toLate}>
          守诺情况
        </Press>
      )}
      <Press id="go-errands" className="chip" onPress={toErrands}>
        单子
      </Press>
      {posts.some(handlesComplaints) && (
        <Press id="go-analysis" className="chip" onPress={() => Taro.navigateTo({ url: '/staff/analysis/index' })}>
          月度分析
        </Press>
      )}
      <Press id="go-register" className="chip" onPress={() => Taro.navigateTo({ url: '/staff/register/index' })}>
        沟通登记表
      </Press>
      {posts.some(oversees) && (
        <Press id="go-rounds" className="chip" onPress={toDuties}>
          定期要做
        </Press>
      )}
      {posts.some(oversees) && (
        <Press id="go-registers" className="chip" onPress={toRegisters}>
          登记表导出
        </Press>
      )}
      {posts.some(oversees) && (
        <Press id="go-notices" className="chip" onPress={() => toNotices(true)}>
          工程通知
        </Press>
      )}
    </View>
  );
}

/** What waits for whoever is here beside the tickets: duties, slips, return visits; null while that is not known. */
function useBeside(isReady: boolean, hasVisits: boolean) {
  const duties = useAsked(isReady ? () => api.duties({}) : null, 'duties').value;
  const errands = useAsked(isReady ? () => api.errands({}) : null, 'errands').value;
  const visits = useAsked(isReady && hasVisits ? () => api.visits({}) : null, 'visits').value;
  const counted = [duties?.mine, errands?.owed, hasVisits ? visits?.counts.open : 0];
  const sum = counted.every((n) => n !== undefined) ? counted.reduce((all: number, n) => all + (n ?? 0), 0) : null;
  return { duties: duties?.mine ?? 0, errands: errands?.owed ?? 0, visits: visits?.counts ?? null, sum };
}

/** What comes round again and is one's own to do; nothing while there is none. */
function DutiesRow({ mine }: { mine: number }) {
  if (mine === 0) return null;
  return (
    <View className="cells mt12">
      <Press id="go-duties" className="cell" role="link" onPress={toDuties}>
        <Icon name="check" />
        <Text className="grow">定期要做 {mine} 件</Text>
        <Icon name="right" />
      </Press>
    </View>
  );
}

/** What colleagues wait for from whoever is here; nothing while they wait for none. */
function ErrandsRow({ owed }: { owed: number }) {
  if (owed === 0) return null;
  return (
    <View className="cells mt12">
      <Press id="go-owed-errands" className="cell" role="link" onPress={toErrands}>
        <Icon name="swap" />
        <Text className="grow">单子 {sayCount(owed, 100)} 张等您办</Text>
        <Icon name="right" />
      </Press>
    </View>
  );
}

/** What a new company does next; nothing once it stands. */
function FirstStepRow() {
  const { value } = useAsked(() => api.company({}), 'company');
  const next = value?.steps.find((one) => !one.done);
  if (!next) return null;
  return (
    <View className="cells mt12">
      <Press id="go-company" className="cell" role="link" onPress={toCompany}>
        <Icon name="mark" />
        <View className="grow">
          <View className="b">先把公司建起来：{next.label}</View>
          <Text className="sub">{next.note}</Text>
        </View>
        <Icon name="right" />
      </Press>
    </View>
  );
}

/** Letters before the general manager; nothing while none waits (S11). */
function MailboxRow() {
  const { value } = useAsked(() => api.mailbox({}), 'mailbox');
  if (!value || value.waiting === 0) return null;
  return (
    <View className="cells mt12">
      <Press id="go-mailbox" className="cell" role="link" onPress={toMailbox}>
        <Icon name="lock" />
        <Text className="grow">总裁信箱 {sayCount(value.waiting, 100)} 封等您答</Text>
        <Icon name="right" />
      </Press>
    </View>
  );
}

/** The return visits one owes, and how many of them today; nothing while there are none. */
function VisitsRow({ counts }: { counts: { open: number; today: number } | null }) {
  if (!counts || counts.open === 0) return null;
  const { open, today } = counts;
  return (
    <View className="cells mt12">
      <Press id="go-visits" className="cell" role="link" onPress={toVisits}>
        <Icon name="phone" />
        <Text className="grow">
          回访 {open} 件{today > 0 && `，今天要做 ${today} 件`}
        </Text>
        <Icon name="right" />
      </Press>
    </View>
  );
}

/** Where no ticket waits: nothing is owed at all, and what comes next is said; or what stands above is. */
function NoTickets({ beside, isAtEstate }: { beside: number | null; isAtEstate: boolean }) {
  if (beside === 0)
    return (
      <Blank
        title="没有欠着的事"
        note={`住户报的、投诉的一来就排在这里，最急的在最上面。${isAtEstate ? '有人打电话、到前台来，点下面的“登记来电、到访”替他记下。' : ''}`}
      >
        <View className="mt20">
          <Button id="read-manual" look="line" onPress={() => toManual()}>
            先看看公司手册怎么说
          </Button>
        </View>
      </Blank>
    );
  return (
    <View className="strip quiet mt12" id="no-tickets">
      {beside === null ? '没有要办的报修、投诉' : '没有要办的报修、投诉，上面的等您办'}
    </View>
  );
}

/** What is owed, soonest first: for everybody who works here except the technicians. */
export function Workbench({ viewer }: { viewer: Viewer }) {
  const now = useNow();
  const [show, choose] = useShow();
  const paged = usePages(
    (after) => api.workbench({ ...hatOf(viewer), show, ...(after ? { after } : {}) }),
    `${viewer.session.person.id} ${sayRoles(viewer.session.appointments)} ${show}`,
  );
  // Another part is on its way: the counts stay where they are tapped.
  const counted = useRef(paged.value);
  counted.current = paged.value ?? counted.current;
  const counts = counted.current;
  const posts = viewer.session.appointments;
  const beside = useBeside(counts !== null, posts.some(owesVisits));
  // Whoever has no estate's tickets before them counts what is theirs, whatever it is.
  const isOwn = !posts.some(seesEstate) && !posts.some(overseesAll) && !posts.some(handlesComplaints);
  const open = counts && sayCount(counts.counts.open + (isOwn ? (beside.sum ?? 0) : 0), counts.countsStopAt);
  const places = [...new Set(viewer.session.appointments.map((one) => one.officeName))].join('、');
  return (
    <>
      <StandStill />
      <StaffHead viewer={viewer} note={open === null ? places : `${places} · ${sayOpen(posts, open)}`} />
      <Ways posts={posts} />
      {posts.some(oversees) && (
        <Press id="go-search" className="find mt12" onPress={toSearch}>
          <Icon name="search" />
          <Text className="grow">编号、房号、姓名、几个字</Text>
        </Press>
      )}
      {counts && (!isOwn || counts.counts.open > 0) && (
        <Counts counts={counts.counts} countsStopAt={counts.countsStopAt} show={show} onChoose={choose} />
      )}
      <VisitsRow counts={beside.visits} />
      <DutiesRow mine={beside.duties} />
      <ErrandsRow owed={beside.errands} />
      {posts.some(({ role }) => role === 'generalManager') && <FirstStepRow />}
      {posts.some(({ role }) => role === 'generalManager') && <MailboxRow />}
      <Shown asked={paged}>
        {(found) => (
          <>
            {found.items.length === 0 &&
              (show === 'all' ? (
                <NoTickets beside={beside.sum} isAtEstate={posts.some(worksAtEstate)} />
              ) : (
                <Blank icon="check" title="这一类现在没有" />
              ))}
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
