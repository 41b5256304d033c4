import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { TicketDetail } from '../../../../shared/contract/tickets.ts';
import { catalogueSettings } from '../../../../shared/repairs/vows.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { useDraftChoice } from '../../kernel/draft.ts';
import { goBack, toQueue, toTicket } from '../../kernel/go.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { standingNow, useArrival, useHeld } from '../../kernel/queue.ts';
import { sayStanding } from '../../kernel/standing.ts';
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
          <View className="lead">{who}说修好了，请您看看</View>
          <View className="cap">
            {ticket.title} · <Text className="nw">{ticket.number}</Text>
          </View>
        </View>
      </View>
      <BeforeAfter photos={ticket.photos} round={ticket.round} />
      {ticket.result && <View className="mt12 said">{ticket.result}</View>}
    </View>
  );
}

function Choice({ fixed, onChoose }: { fixed: boolean | null; onChoose: (fixed: boolean) => void }) {
  return (
    <View className="verdicts mt12">
      <Press id="fixed" role="radio" checked={fixed === true} className={`verdict ${fixed === true ? 'good' : ''}`} onPress={() => onChoose(true)}>
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

function Foot({ verdict }: { verdict: Verdict }) {
  if (verdict.fixed === null) return null;
  const isLow = verdict.fixed && verdict.score !== null && verdict.score <= catalogueSettings.lowScoreAtMost;
  return (
    <>
      {isLow && <View className="foot-line">服务中心负责人会联系您，{catalogueSettings.followUpMinutes / 60} 小时内</View>}
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
  const [fixed, choose] = useDraftChoice<boolean | null>(`fixed.${id}`, null);
  const asked = useAsked(() => api.ticket({ id }), id, `ticket.${id}`);
  useArrival(id, asked.again);
  const verdict = useVerdict(id, asked.value?.title ?? '', fixed, asked.again);
  const waits = useHeld(id).some((one) => one.act !== 'say' && standingNow(one) === 'waiting');
  const open = !waits && (asked.value?.actions.some((one) => one.action === 'confirm') ?? false);
  return (
    <Screen foot={open && fixed !== null && <Foot verdict={verdict} />}>
      <Shown asked={asked}>
        {(ticket) =>
          open ? (
            <>
              <WhatWasDone ticket={ticket} />
              <Choice fixed={fixed} onChoose={choose} />
              {fixed === true && <FixedForm verdict={verdict} />}
              {fixed === false && <NotFixedForm verdict={verdict} ticket={ticket} now={now} />}
            </>
          ) : waits ? (
            <Blank icon="nosignal" title="您的回答存在手机里" note="有信号自动发出，只发一次。">
              <View className="mt20">
                <Button id="see-queue" look="main" onPress={toQueue}>
                  看没发出去的
                </Button>
              </View>
            </Blank>
          ) : (
            <Blank icon="check" title={ticket.status === 'closed' ? '您家确认过了' : sayStanding(ticket, false)} note="这一件现在不用您确认。">
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
