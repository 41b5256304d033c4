import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { sayMoney } from '../../../../shared/kernel/money.ts';
import { MINUTE, sayLength } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { useDraftChoice } from '../../kernel/draft.ts';
import { goBack, toTicket } from '../../kernel/go.ts';
import { standingNow } from '../../kernel/held.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { sayParts } from '../../kernel/parts/QuoteLines.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { useArrival, useHeld } from '../../kernel/queue.ts';
import { sayStanding } from '../../kernel/standing.ts';
import { AnswerWaits } from './AnswerWaits.tsx';
import { BeforeAfter } from './BeforeAfter.tsx';
import { FixedForm } from './FixedForm.tsx';
import { NotFixedForm } from './NotFixedForm.tsx';
import { useVerdict, type Verdict } from './verdict.ts';
import './confirm.scss';

function WhatWasDone({ ticket }: { ticket: TicketDetail }) {
  const who = ticket.assigneeName ? `${ticket.assigneeName}师傅` : '师傅';
  return (
    <View className="card">
      <View className="row top">
        <View className="av">{who.slice(0, 1)}</View>
        <View className="grow">
          <View className="lead breaks">{who}说修好了，请您看看</View>
          <View className="cap pair">
            <Text className="part">{ticket.title}</Text>
            <Text className="part nw">{ticket.number}</Text>
          </View>
        </View>
      </View>
      <BeforeAfter photos={ticket.photos} round={ticket.round} />
      {ticket.result && <View className="mt12 said">{ticket.result}</View>}
      {ticket.cost && ticket.cost.totalFen > 0 && (
        <View className="mt12" id="cost">
          {ticket.cost.lines.map((line) => (
            <View key={line.text} className="money-line">
              <View className="grow">{line.text}</View>
              <Text className="fen">{sayMoney(line.sumFen)}</Text>
            </View>
          ))}
          <View className="money-sum mt4">
            <Text className="b">一共</Text>
            <Text className="sum">{sayMoney(ticket.cost.totalFen)}</Text>
          </View>
          <View className="cap">{sayParts(ticket.cost)}，按您同意的报价</View>
        </View>
      )}
      {ticket.cost?.totalFen === 0 && <View className="cap mt12">这次不收费</View>}
    </View>
  );
}

function Choice({ fixed, onChoose }: { fixed: boolean | null; onChoose: (fixed: boolean) => void }) {
  return (
    <View className="verdicts mt12">
      <Press id="fixed" role="radio" checked={fixed === true} className={`verdict ${fixed === false ? '' : 'good'}`} onPress={() => onChoose(true)}>
        <Icon name="check" />
        修好了
      </Press>
      <Press
        id="not-fixed"
        role="radio"
        checked={fixed === false}
        className={`verdict ${fixed === false ? 'bad' : ''}`}
        onPress={() => onChoose(false)}
      >
        <Icon name="x" />
        没修好
      </Press>
    </View>
  );
}

function Foot({ verdict, figures }: { verdict: Verdict; figures: TicketDetail['figures'] | undefined }) {
  if (verdict.fixed === null || !figures) return null;
  const isLow = verdict.fixed && verdict.score !== null && verdict.score <= figures.lowScoreAtMost;
  return (
    <>
      {isLow && <View className="foot-line">服务中心负责人会联系您，{sayLength(figures.followUpMinutes * MINUTE)}内</View>}
      <Button id="submit" look="main" busy={verdict.sending.busy} onPress={verdict.submit}>
        {verdict.fixed ? '确认修好，提交' : '提交，马上返工'}
      </Button>
    </>
  );
}

/** 请您确认: seen, then fixed or not fixed. */
export default function ConfirmPage() {
  const { id = '' } = useRouter().params;
  const now = useNow();
  const [chosen, choose] = useDraftChoice<boolean | null>(`fixed.${id}`, null);
  const asked = useAsked(() => api.ticket({ id }), id, `ticket.${id}`);
  useArrival(id, asked.again);
  const can = (action: string) => asked.value?.actions.some((one) => one.action === action) ?? false;
  // Confirmed already, and within the days of 没修好 (Z1).
  const onlyNot = can('reopen') && !can('confirm');
  const fixed = onlyNot ? false : chosen;
  const verdict = useVerdict(id, asked.value?.title ?? '', fixed, asked.again);
  const waits = useHeld(id).some((one) => (one.act === 'confirm' || one.act === 'reopen') && standingNow(one) === 'waiting');
  const open = !waits && (can('confirm') || onlyNot);
  return (
    <Screen foot={open && fixed !== null && <Foot verdict={verdict} figures={asked.value?.figures} />}>
      <Shown asked={asked}>
        {(ticket) =>
          open ? (
            <>
              <WhatWasDone ticket={ticket} />
              {!onlyNot && <Choice fixed={fixed} onChoose={choose} />}
              {fixed === true && <FixedForm verdict={verdict} />}
              {fixed === false && <NotFixedForm verdict={verdict} ticket={ticket} now={now} />}
            </>
          ) : waits ? (
            <AnswerWaits />
          ) : (
            <Blank
              icon={ticket.status === 'closed' ? 'check' : 'clock'}
              title={ticket.status === 'closed' ? '您家确认过了' : sayStanding(ticket, false)}
              note="这一件现在不用您确认。"
            >
              <View className="mt20">
                <Button id="see-progress" look="main" onPress={() => toTicket(id, false)}>
                  看进度
                </Button>
              </View>
              <Button look="plain" onPress={goBack}>
                返回
              </Button>
            </Blank>
          )
        }
      </Shown>
    </Screen>
  );
}
