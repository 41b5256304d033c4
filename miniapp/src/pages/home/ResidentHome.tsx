import { Text, View } from '@tarojs/components';
import { DemoForward } from '#demo';
import type { TicketCard } from '../../../../shared/contract/ticket-views.ts';
import { HOTLINE } from '../../../../shared/kernel/hotline.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { call, toGuide, toNotices, toPrices, toReport, toServices, toSpeak, toTab } from '../../kernel/go.ts';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { TicketRow } from '../../kernel/parts/TicketRow.tsx';
import { useArrival } from '../../kernel/queue.ts';
import type { Viewer } from '../../kernel/session.ts';
import { Greeting } from './Greeting.tsx';
import { SurveysToAnswer } from './SurveysToAnswer.tsx';
import { YourTurn } from './YourTurn.tsx';

async function askMine(): Promise<{ open: TicketCard[]; yours: TicketCard[] }> {
  const [open, yours] = await Promise.all([api.tickets({ show: 'open', as: 'resident' }), api.tickets({ show: 'your_turn', as: 'resident' })]);
  return { open: open.items.filter((one) => !one.yourTurn), yours: yours.items };
}

function whatNext(open: TicketCard[] | undefined, now: Date): string {
  const next = (open ?? []).flatMap((one) => one.next ?? []).sort((a, b) => a.dueBy.localeCompare(b.dueBy))[0];
  if (!next) return '每件都看得到';
  const [day = '', clock = ''] = sayMoment(new Date(next.dueBy), now).replace(/ 周./, '').split(' ');
  const before = day === '今天' ? `${clock}\u00a0前` : day === '明天' ? `明天 ${clock} 前` : `${day}前`;
  return `${before}${next.label}`;
}

/** A resident's first page: report, call, see how far it is, and what waits for them. */
export function ResidentHome({ viewer }: { viewer: Viewer }) {
  const now = useNow();
  const asked = useAsked(askMine, viewer.session.person.id, 'home');
  useArrival('', asked.again);
  const { hotline } = viewer.session;
  return (
    <>
      <Greeting viewer={viewer} />
      <Press id="go-report" className="act first" onPress={toReport}>
        <Icon name="wrench" />
        <View className="grow">
          <Text className="t">报修</Text>
          <Text className="s">哪里坏了，点一下就报</Text>
        </View>
      </Press>
      <View className="acts">
        <Press id="call-hotline" className="act" off={!hotline} onPress={() => call(hotline)}>
          <Icon name="phone" />
          <View className="grow">
            <Text className="t">打电话</Text>
            <Text className="s">{hotline ? HOTLINE.hours : '还没有号码'}</Text>
          </View>
        </Press>
        <Press id="go-progress" className="act" onPress={() => toTab('progress')}>
          <Icon name="list" />
          <View className="grow">
            <Text className="t">我的进度</Text>
            <Text className="s">{whatNext(asked.value?.open, now)}</Text>
          </View>
        </Press>
      </View>
      <Shown asked={asked}>
        {({ open, yours }) => (
          <>
            <YourTurn tickets={yours} now={now} />
            <SurveysToAnswer now={now} />
            {open.length > 0 && <View className="sec">正在办</View>}
            {open.map((ticket) => (
              <TicketRow key={ticket.id} ticket={ticket} now={now} asStaff={false} />
            ))}
          </>
        )}
      </Shown>
      <View className="cells mt20">
        <Press id="go-speak" className="cell" role="link" onPress={toSpeak}>
          <View className="grow">
            <View className="b">有话想说</View>
            <Text className="sub">建议、表扬、咨询、投诉，都有回音</Text>
          </View>
          <Icon name="right" />
        </Press>
        <Press id="go-guide" className="cell" role="link" onPress={toGuide}>
          <View className="grow">
            <View className="b">办事指南</View>
            <Text className="sub">怎么办、问谁、几点开，一找就有</Text>
          </View>
          <Icon name="right" />
        </Press>
        <Press id="go-services" className="cell" role="link" onPress={toServices}>
          <View className="grow">
            <View className="b">特约服务</View>
            <Text className="sub">保洁、清洗、搬运，点一下就订</Text>
          </View>
          <Icon name="right" />
        </Press>
        <Press id="go-notices" className="cell" role="link" onPress={() => toNotices(false)}>
          <View className="grow">
            <View className="b">小区通知</View>
            <Text className="sub">哪里施工、什么时候停水停电</Text>
          </View>
          <Icon name="right" />
        </Press>
        <Press id="go-prices" className="cell" role="link" onPress={toPrices}>
          <View className="grow">
            <View className="b">价目表</View>
            <Text className="sub">哪些收费、收多少、保修多久</Text>
          </View>
          <Icon name="right" />
        </Press>
      </View>
      <DemoForward onForward={asked.again} />
    </>
  );
}
