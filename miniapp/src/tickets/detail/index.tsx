import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { DemoForward } from '#demo';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { WORDINGS } from '../../../../shared/tickets/wordings.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { toComplain, toRework, toTab, toVerdict } from '../../kernel/go.ts';
import { useLooking } from '../../kernel/looking.ts';
import { Bubble } from '../../kernel/parts/Bubble.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { History } from '../../kernel/parts/History.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { ReworkLinks } from '../../kernel/parts/ReworkLinks.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shots } from '../../kernel/parts/Shots.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { StepBar } from '../../kernel/parts/StepBar.tsx';
import { KindTag } from '../../kernel/parts/Tag.tsx';
import { Waited } from '../../kernel/parts/Waited.tsx';
import { useArrival } from '../../kernel/queue.ts';
import { sayStanding } from '../../kernel/standing.ts';
import { useOthers } from './after.ts';
import { ComplaintCard } from './ComplaintCard.tsx';
import { Composer } from './Composer.tsx';
import { DateCard } from './DateCard.tsx';
import { Lasting } from './Lasting.tsx';
import { OneTap } from './OneTap.tsx';
import { OtherSheet } from './OtherSheet.tsx';
import { Promised } from './Promised.tsx';
import { CostCard, QuoteCard } from './QuoteCard.tsx';
import { Responsible } from './Responsible.tsx';
import { Together } from './Together.tsx';
import { Wished } from './Wished.tsx';

function Ticket({ ticket, now, again, onLeave }: { ticket: TicketDetail; now: Date; again: () => Promise<void>; onLeave: () => void }) {
  return (
    <>
      <QuoteCard ticket={ticket} onDone={again} />
      <DateCard ticket={ticket} now={now} onDone={again} />
      <View className="card">
        <View className="row tight">
          <KindTag ticket={ticket} />
          <Text className="lead grow">{ticket.title}</Text>
        </View>
        <View className="cap pair mt4">
          <Text className="part nw" id="number">
            {ticket.number}
          </Text>
          <Text className="part">{ticket.where}</Text>
        </View>
        {ticket.words && <View className="sub mt8 said">{ticket.words}</View>}
        {ticket.isRework && <View className="sub mt8">保修期内又坏了，免费返修</View>}
        {!ticket.mergedInto && (
          <View className="mt16">
            {ticket.status === 'cancelled' ? (
              <Text className="tag" id="cancelled">
                {sayStanding(ticket, false)}
              </Text>
            ) : (
              <StepBar steps={ticket.steps} />
            )}
          </View>
        )}
      </View>
      <ComplaintCard ticket={ticket} />
      <Together ticket={ticket} now={now} onDone={again} />
      {ticket.following && !ticket.own && (
        <View className="card row tight lake" id="following">
          <Icon name="users" />
          <View className="grow">您跟着这一件：进展一样看得到，是谁报的、说了什么看不到</View>
        </View>
      )}
      <Lasting ticket={ticket} now={now} />
      <ReworkLinks ticket={ticket} asStaff={false} />
      <Responsible ticket={ticket} />
      {ticket.service?.provider && (
        <View className="card" id="provider">
          <Text className="b">谁来做：</Text>
          <Text>{ticket.service.provider}（外面的单位，有事找服务中心）</Text>
        </View>
      )}
      <Promised ticket={ticket} now={now} />
      <Wished ticket={ticket} />
      {ticket.confirmedContent && ticket.confirmedContent !== ticket.suggestedContent && (
        <View className="card" id="confirmed-content">
          <Text className="b">我们要做的：</Text>
          <Text className="said">{ticket.confirmedContent}</Text>
        </View>
      )}
      {ticket.result && (
        <View className="card">
          <Text className="b">{ticket.service?.provider ? `${ticket.service.provider}做了：` : '师傅做了：'}</Text>
          <Text className="said">{ticket.result}</Text>
        </View>
      )}
      <CostCard ticket={ticket} />
      {ticket.rating && (
        <View className="card" id="rating">
          <Text className="b">您家打的分：</Text>
          <Text>{ticket.rating.text}</Text>
        </View>
      )}
      {ticket.photos.length > 0 && <View className="sec">照片</View>}
      {ticket.photos.length > 0 && (
        <View className="card">
          <Shots photos={ticket.photos} />
        </View>
      )}
      <View className="sec">
        经过<Text className="cap end">共 {ticket.history.length} 条</Text>
      </View>
      <History history={ticket.history} now={now} />
      {ticket.thread.length > 0 && <View className="sec">留言</View>}
      {ticket.thread.map((said) => (
        <Bubble key={said.id} said={said} now={now} asStaff={false} />
      ))}
      {ticket.kind !== 'complaint' && !ticket.following && !ticket.asStaff && ticket.homeId && (
        <Press id="go-complain" className="link mt12" role="link" onPress={() => toComplain(ticket.id)}>
          不满意，要投诉
        </Press>
      )}
      <OneTap ticket={ticket} action="share" onDone={() => void again()} />
      <OneTap ticket={ticket} action="unfollow" onDone={onLeave} />
      <Waited ticketId={ticket.id} />
    </>
  );
}

interface FootProps {
  ticket: TicketDetail;
  onWrite: () => void;
  onOther: (opens: 'urge' | 'more') => void;
}

function Foot({ ticket, onWrite, onOther }: FootProps) {
  const can = (action: string) => ticket.actions.some((one) => one.action === action);
  const comesBack = can('rework') && !ticket.reworks.some((one) => one.status !== 'closed' && one.status !== 'cancelled');
  // What is not mended is said beside 修好了, where that is asked.
  const { urge, rest } = useOthers(ticket);
  const hasRest = rest.length > 0 && !can('confirm');
  const onlyReopen = hasRest && rest.every((one) => one.action === 'reopen');
  return (
    <View className="btns">
      {onlyReopen && (
        <Button id="go-reopen" onPress={() => toVerdict(ticket)}>
          {rest[0]?.label}
        </Button>
      )}
      {can('say') && (
        <Button id="write" onPress={onWrite}>
          写留言
        </Button>
      )}
      {urge && !can('confirm') && (
        <Button id="urge" onPress={() => onOther('urge')}>
          {urge.label}
        </Button>
      )}
      {hasRest && !onlyReopen && (
        <Button id="other" onPress={() => onOther('more')}>
          更多
        </Button>
      )}
      {can('confirm') && (
        <Button id="go-confirm" look="main" size="wide" onPress={() => toVerdict(ticket)}>
          {WORDINGS[ticket.kind].yourTurn.button}
        </Button>
      )}
      {comesBack && (
        <Button id="go-rework" look="main" size="wide" onPress={() => toRework(ticket.id)}>
          又坏了，免费返修
        </Button>
      )}
    </View>
  );
}

/** What stands in the page itself, beside what it is about. */
const IN_THE_PAGE: readonly string[] = ['share', 'unfollow', 'acceptQuote', 'refuseQuote', 'acceptDate', 'declineDate', 'disputeMerge'];

/** 报修进度: whose turn it is, what was promised, what happened, what was said. */
export default function DetailPage() {
  const { id = '' } = useRouter().params;
  const now = useNow();
  const asked = useAsked(() => api.ticket({ id }), id, `ticket.${id}`);
  useArrival(id, asked.again);
  const [writing, setWriting] = useState(false);
  const [opens, setOpens] = useState<'urge' | 'more' | null>(null);
  const ticket = asked.value;
  useLooking(asked, true);
  const close = async () => {
    setWriting(false);
    await asked.again();
  };
  const hasFoot = ticket?.actions.some((one) => !IN_THE_PAGE.includes(one.action));
  const foot =
    ticket &&
    hasFoot &&
    (writing ? (
      <Composer ticketId={id} title={ticket.title} onClose={close} />
    ) : (
      <Foot ticket={ticket} onWrite={() => setWriting(true)} onOther={setOpens} />
    ));
  return (
    <Screen foot={foot}>
      <Shown asked={asked}>{(found) => <Ticket ticket={found} now={now} again={asked.again} onLeave={() => toTab('progress')} />}</Shown>
      {ticket && opens && <OtherSheet ticket={ticket} now={now} opens={opens} onAgain={asked.again} onClose={() => setOpens(null)} />}
      <DemoForward onForward={asked.again} />
    </Screen>
  );
}
