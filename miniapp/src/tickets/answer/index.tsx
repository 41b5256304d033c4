import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { SCORES, type Score } from '../../../../shared/tickets/ratings.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useDraft, useDraftChoice } from '../../kernel/draft.ts';
import { goBack, toTicket } from '../../kernel/go.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';
import { sayStanding } from '../../kernel/standing.ts';
import '../confirm/confirm.scss';

const STARS: readonly Score[] = [1, 2, 3, 4, 5];

/** What may be said to an answer that is none: not said clearly, or not accepted (I11, I12). */
const AGAINST = ['reopen', 'object'] as const;

function TheAnswer({ ticket }: { ticket: TicketDetail }) {
  const out = [...ticket.thread].reverse().filter((one) => one.direction === 'out');
  // A complaint is answered by letter, whatever was said after it.
  const said = (ticket.kind === 'complaint' ? out.find((one) => one.kind === 'letter') : undefined) ?? out[0];
  return (
    <View className="card">
      <View className="lead">{ticket.title}</View>
      <View className="sub mt8 said">您说：{ticket.words}</View>
      {said && (
        <View className="mt12 said" id="the-answer">
          <Text className="b">{said.byName}答复：</Text>
          {said.body}
        </View>
      )}
    </View>
  );
}

function Answer({ ticket, again }: { ticket: TicketDetail; again: () => Promise<void> }) {
  const { id } = ticket;
  const against = ticket.actions.find((one) => AGAINST.some((name) => name === one.action));
  const agrees = ticket.actions.find((one) => one.action === 'confirm')?.label;
  const mayConfirm = agrees !== undefined;
  const [picked, choose, forgetChoice] = useDraftChoice<'good' | 'bad' | null>(`answer.${id}`, null);
  const chosen = mayConfirm ? picked : 'bad';
  const [score, setScore, forgetScore] = useDraftChoice<Score | null>(`answer-score.${id}`, null);
  const [words, write, forget] = useDraft(`answer-${chosen}.${id}`);
  const { send, busy, refused, forgive } = useSend();
  const submit = async () => {
    const done =
      chosen === 'good'
        ? await send({ id, score: score ?? undefined, tags: [], words } as never, api.confirm)
        : await send({ id, words }, against?.action === 'object' ? api.object : api.reopen);
    if (!done) return again();
    forget();
    forgetScore();
    forgetChoice();
    goBack();
  };
  const pick = (how: 'good' | 'bad') => {
    forgive();
    choose(how);
  };
  return (
    <Screen
      foot={
        chosen && (
          <Button id="submit" look="main" busy={busy} onPress={submit}>
            {chosen === 'good' ? agrees : (against?.label ?? '')}
          </Button>
        )
      }
    >
      <TheAnswer ticket={ticket} />
      {mayConfirm && (
        <View className="verdicts mt12">
          <Press
            id="good"
            role="radio"
            checked={chosen === 'good'}
            className={`verdict ${chosen === 'bad' ? '' : 'good'}`}
            onPress={() => pick('good')}
          >
            <Icon name="check" />
            {agrees}
          </Press>
          {against && (
            <Press
              id="bad"
              role="radio"
              checked={chosen === 'bad'}
              className={`verdict ${chosen === 'bad' ? 'bad' : ''}`}
              onPress={() => pick('bad')}
            >
              <Icon name="x" />
              {against.label}
            </Press>
          )}
        </View>
      )}
      {chosen === 'good' && (
        <View className="card mt12">
          <View className="row">
            <View className={`b grow ${wrongWith(refused, 'score') ? 'red' : ''}`}>给这次答复打分</View>
            {score !== null && <Text className="score-word">{SCORES[score]}</Text>}
          </View>
          <View className={`stars ${wrongWith(refused, 'score') ? 'wrong-ring' : ''}`}>
            {STARS.map((one) => (
              <Press
                key={one}
                id={`score-${one}`}
                role="radio"
                label={`${one} 星，${SCORES[one]}`}
                checked={score === one}
                className={`star ${score !== null && one <= score ? 'on' : ''}`}
                onPress={() => setScore(one)}
              >
                <Icon name={score !== null && one <= score ? 'star-on' : 'star'} />
              </Press>
            ))}
          </View>
        </View>
      )}
      {chosen && (
        <View className="mt12">
          <Area
            id="words"
            words={words}
            hint={chosen === 'good' ? '想说的话（可以不写）' : '哪里不对，写几个字'}
            wrong={wrongWith(refused, 'words') !== undefined}
            onWrite={write}
          />
        </View>
      )}
      <Refusal refused={refused} />
    </Screen>
  );
}

/** 看看答复: what was said, then enough or not (R9, I11, I12). */
export default function AnswerPage() {
  const { id = '' } = useRouter().params;
  const asked = useAsked(() => api.ticket({ id }), id, `ticket.${id}`);
  const ticket = asked.value;
  if (ticket?.actions.some((one) => one.action === 'confirm' || AGAINST.some((name) => name === one.action)))
    return <Answer key={ticket.round} ticket={ticket} again={asked.again} />;
  return (
    <Screen>
      <Shown asked={asked}>
        {(found) => (
          <Blank icon={found.status === 'closed' ? 'check' : 'clock'} title={sayStanding(found, false)} note="这一件现在不用您看。">
            <View className="mt20">
              <Button id="see-progress" look="main" onPress={() => toTicket(id, false)}>
                看进度
              </Button>
            </View>
          </Blank>
        )}
      </Shown>
    </Screen>
  );
}
