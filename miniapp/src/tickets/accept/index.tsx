import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { sayMoney } from '../../../../shared/kernel/money.ts';
import { SCORES, type Score } from '../../../../shared/tickets/ratings.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useDraft, useDraftChoice } from '../../kernel/draft.ts';
import { goBack, toTicket } from '../../kernel/go.ts';
import { standingNow } from '../../kernel/held.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { QuoteLines } from '../../kernel/parts/QuoteLines.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shots } from '../../kernel/parts/Shots.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { useArrival, useHeld } from '../../kernel/queue.ts';
import { tellSent, useQueuedSend } from '../../kernel/queued-send.ts';
import { wrongWith } from '../../kernel/say.ts';
import { sayStanding } from '../../kernel/standing.ts';
import { AnswerWaits } from '../confirm/AnswerWaits.tsx';
import '../confirm/confirm.scss';

const STARS: readonly Score[] = [1, 2, 3, 4, 5];

function Stars({ score, wrong, onScore }: { score: Score | null; wrong: boolean; onScore: (score: Score) => void }) {
  return (
    <View className="card mt12">
      <View className="row">
        <View className={`b grow ${wrong ? 'red' : ''}`}>给这次服务打分</View>
        {score !== null && <Text className="score-word">{SCORES[score]}</Text>}
      </View>
      <View className={`stars ${wrong ? 'wrong-ring' : ''}`}>
        {STARS.map((one) => (
          <Press
            key={one}
            id={`score-${one}`}
            role="radio"
            label={`${one} 星，${SCORES[one]}`}
            checked={score === one}
            className={`star ${score !== null && one <= score ? 'on' : ''}`}
            onPress={() => onScore(one)}
          >
            <Icon name={score !== null && one <= score ? 'star-on' : 'star'} />
          </Press>
        ))}
      </View>
    </View>
  );
}

function WhatWasDone({ ticket }: { ticket: TicketDetail }) {
  const results = ticket.photos.filter((photo) => photo.purpose === 'result' && photo.round === ticket.round);
  return (
    <View className="card">
      <View className="lead">{ticket.title}做好了，请您看看</View>
      <View className="cap pair">
        <Text className="part">{ticket.service?.provider ?? (ticket.assigneeName ? `${ticket.assigneeName}师傅` : '')}</Text>
        <Text className="part nw">{ticket.number}</Text>
      </View>
      {ticket.result && <View className="mt12 said">{ticket.result}</View>}
      <Shots photos={results} />
      {ticket.cost && ticket.cost.totalFen > 0 && (
        <View className="mt12" id="cost">
          {ticket.agreedQuote && <QuoteLines quote={ticket.agreedQuote} isService />}
          <View className="money-sum mt4">
            <Text className="b">一共</Text>
            <Text className="sum">{sayMoney(ticket.cost.totalFen)}</Text>
          </View>
          <View className="cap">按您同意的价格</View>
        </View>
      )}
      {ticket.cost?.totalFen === 0 && <View className="cap mt12">不收费</View>}
    </View>
  );
}

function Accept({ ticket, again }: { ticket: TicketDetail; again: () => Promise<void> }) {
  const { id } = ticket;
  const may = (action: string) => ticket.actions.some((one) => one.action === action);
  const [picked, choose, forgetChoice] = useDraftChoice<boolean | null>(`done.${id}`, null);
  const chosen = may('confirm') ? picked : false;
  const [score, setScore, forgetScore] = useDraftChoice<Score | null>(`score.${id}`, null);
  const [words, write, forget] = useDraft(`${chosen ? 'verify' : 'redo'}.${id}`);
  const { send, busy, refused, forgive } = useQueuedSend();
  const isLow = chosen === true && score !== null && score <= ticket.figures.lowScoreAtMost;
  const submit = async () => {
    const body = { id, words, ...(chosen ? { score: score ?? undefined, tags: [] } : {}) };
    const done = await send({ act: chosen ? 'verify' : 'redo', subject: id, title: ticket.title, words, body });
    if (!done) return again();
    forget();
    forgetScore();
    forgetChoice();
    tellSent(done, chosen ? '验收了，谢谢您' : '收到了，马上安排');
    goBack();
  };
  const pick = (isDone: boolean) => {
    forgive();
    choose(isDone);
  };
  const foot = chosen !== null && (
    <>
      {isLow && <View className="foot-line">不满意就还没办完：请点“没做好”，说说哪里不对，我们接着办</View>}
      <Button id="submit" look="main" busy={busy} onPress={isLow ? () => pick(false) : submit}>
        {isLow ? '没做好，接着办' : chosen ? '验收' : '提交，接着办'}
      </Button>
    </>
  );
  return (
    <Screen foot={foot}>
      <WhatWasDone ticket={ticket} />
      {may('confirm') && (
        <View className="verdicts mt12">
          <Press id="fixed" role="radio" checked={chosen === true} className={`verdict ${chosen === false ? '' : 'good'}`} onPress={() => pick(true)}>
            <Icon name="check" />
            做好了
          </Press>
          <Press
            id="not-fixed"
            role="radio"
            checked={chosen === false}
            className={`verdict ${chosen === false ? 'bad' : ''}`}
            onPress={() => pick(false)}
          >
            <Icon name="x" />
            没做好
          </Press>
        </View>
      )}
      {chosen === true && <Stars score={score} wrong={wrongWith(refused, 'score') !== undefined} onScore={setScore} />}
      {chosen !== null && (
        <View className="mt12">
          <Area
            id="words"
            words={words}
            hint={chosen ? '想说的话（可以不写）' : '哪里没做好，写几个字'}
            wrong={wrongWith(refused, 'words') !== undefined}
            onWrite={write}
          />
        </View>
      )}
      {chosen === false && <View className="sub mt8">接着办，不再收费；服务中心马上重新安排。</View>}
      <Refusal refused={refused} />
    </Screen>
  );
}

/** 验收: seen, then done well or not, with or without a signal; whoever is not satisfied has it done again (R13, C8). */
export default function AcceptPage() {
  const { id = '' } = useRouter().params;
  const asked = useAsked(() => api.ticket({ id }), id, `ticket.${id}`);
  useArrival(id, asked.again);
  const waits = useHeld(id).some((one) => (one.act === 'verify' || one.act === 'redo') && standingNow(one) === 'waiting');
  const ticket = asked.value;
  if (!waits && ticket?.actions.some((one) => one.action === 'confirm' || one.action === 'reopen'))
    return <Accept key={ticket.round} ticket={ticket} again={asked.again} />;
  return (
    <Screen>
      <Shown asked={asked}>
        {(found) =>
          waits ? (
            <AnswerWaits />
          ) : (
            <Blank
              icon={found.status === 'closed' ? 'check' : 'clock'}
              title={found.status === 'closed' ? '您家验收过了' : sayStanding(found, false)}
              note="这一件现在不用您验收。"
            >
              <View className="mt20">
                <Button id="see-progress" look="main" onPress={() => toTicket(id, false)}>
                  看进度
                </Button>
              </View>
            </Blank>
          )
        }
      </Shown>
    </Screen>
  );
}
