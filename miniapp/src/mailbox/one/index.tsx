import { Picker, Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { type ComponentType, useState } from 'react';
import { DemoForward } from '#demo';
import type { MailboxLetter } from '../../../../shared/contract/mailbox.ts';
import { isoDay, sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { useDraft } from '../../kernel/draft.ts';
import { sayDate } from '../../kernel/moments.ts';
import { tapForm } from '../../kernel/parts/ActForms.tsx';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Field } from '../../kernel/parts/Field.tsx';
import { PromiseList } from '../../kernel/parts/PromiseList.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { StandStill } from '../../kernel/parts/StandStill.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';

const ACTIONS = ['arrangeTalk', 'moveTalk', 'recordTalk', 'answerByDocument', 'confirmTalk', 'denyTalk', 'takeBackLetter'] as const;
type Action = (typeof ACTIONS)[number];

function useLetterWork(id: string, again: () => Promise<unknown>) {
  const sending = useSend();
  const act = async (action: Action, fields: Record<string, unknown> = {}): Promise<boolean> => {
    const call = api[action] as unknown as (input: Record<string, unknown>, options: { key: string }) => Promise<{ id: string }>;
    if (!(await sending.send({ id, ...fields }, call))) return false;
    await again();
    return true;
  };
  return { id, act, busy: sending.busy, refused: sending.refused, forgive: sending.forgive };
}
type Work = ReturnType<typeof useLetterWork>;

/** What was refused is forgiven once it is touched. */
const anew = (work: Work, write: (words: string) => void) => (words: string) => {
  work.forgive();
  write(words);
};

interface FormProps {
  letter: MailboxLetter;
  work: Work;
  now: Date;
  onDone: () => void;
}

interface DayProps {
  letter: MailboxLetter;
  now: Date;
  talkOn: string | null;
  onChoose: (talkOn: string) => void;
}

/** Which day they speak, of those it may be. */
function TalkDay({ letter, now, talkOn, onChoose }: DayProps) {
  return (
    <>
      <View className="label">哪一天谈</View>
      <View className="chips">
        <Picker
          mode="date"
          value={talkOn ?? isoDay(now)}
          start={isoDay(now)}
          end={letter.latestTalkOn}
          onChange={(event) => onChoose(String(event.detail.value))}
        >
          <View id="talk-on" className="chip on">
            {talkOn === null || talkOn === isoDay(now) ? '今天' : sayDate(talkOn)}，点这里改
          </View>
        </Picker>
      </View>
    </>
  );
}

/** 约一天当面谈. */
function ArrangeForm({ letter, work, now, onDone }: FormProps) {
  const [talkOn, choose] = useState<string | null>(null);
  const submit = async () => {
    if (await work.act('arrangeTalk', { talkOn: talkOn ?? isoDay(now) })) onDone();
  };
  return (
    <>
      <View className="cap">写信的人马上收到消息；当面谈过，回到这里记下说好的</View>
      <TalkDay letter={letter} now={now} talkOn={talkOn} onChoose={choose} />
      <View className="mt16">
        <Button id="do-arrangeTalk" look="main" busy={work.busy} onPress={submit}>
          约这一天
        </Button>
      </View>
    </>
  );
}

/** 改约一天: whoever wrote reads why. */
function MoveForm({ letter, work, now, onDone }: FormProps) {
  const [talkOn, choose] = useState<string | null>(null);
  const [why, write, forget] = useDraft(`mailbox-move.${work.id}`);
  const submit = async () => {
    if (!(await work.act('moveTalk', { talkOn: talkOn ?? isoDay(now), why }))) return;
    forget();
    onDone();
  };
  return (
    <>
      <View className="cap">原来定的是{letter.talkOn && sayDate(letter.talkOn)}。写信的人马上知道改到哪一天、为什么</View>
      <TalkDay letter={letter} now={now} talkOn={talkOn} onChoose={choose} />
      <View className="mt8">
        <Area
          id="move-why"
          words={why}
          hint="为什么改，比如 那天外出开会"
          max={200}
          wrong={wrongWith(work.refused, 'why') !== undefined}
          onWrite={anew(work, write)}
        />
      </View>
      <View className="mt16">
        <Button id="do-moveTalk" look="main" busy={work.busy} onPress={submit}>
          改到这一天
        </Button>
      </View>
    </>
  );
}

/** 谈过了，记下说好的. */
function TalkForm({ work, onDone }: FormProps) {
  const [agreed, write, forget] = useDraft(`mailbox-talk.${work.id}`);
  const submit = async () => {
    if (!(await work.act('recordTalk', { agreed }))) return;
    forget();
    onDone();
  };
  return (
    <>
      <View className="cap">只有您和写信的人看得到；写信的人说是，就办完了；一直没有回话，到时间也算办完</View>
      <View className="mt8">
        <Area
          id="agreed"
          words={agreed}
          hint="谈了什么，说好怎么办、什么时候"
          max={500}
          wrong={wrongWith(work.refused, 'agreed') !== undefined}
          onWrite={anew(work, write)}
        />
      </View>
      <View className="mt16">
        <Button id="do-recordTalk" look="main" busy={work.busy} onPress={submit}>
          记下来
        </Button>
      </View>
    </>
  );
}

/** 用公司文件答复: what every colleague reads, never who wrote or how. */
function DocumentForm({ work, onDone }: FormProps) {
  const [title, writeTitle, forgetTitle] = useDraft(`mailbox-title.${work.id}`);
  const [words, write, forget] = useDraft(`mailbox-document.${work.id}`);
  const submit = async () => {
    if (!(await work.act('answerByDocument', { title, words }))) return;
    forgetTitle();
    forget();
    onDone();
  };
  return (
    <>
      <View className="cap">全体同事看得到：不写是谁提的，也不引原话</View>
      <Field
        id="document-title"
        label="文件题目"
        words={title}
        hint="比如 关于夜班排班"
        max={60}
        wrong={wrongWith(work.refused, 'title')}
        onWrite={anew(work, writeTitle)}
      />
      <View className="mt8">
        <Area
          id="document-words"
          words={words}
          hint="公司怎么定，从什么时候起"
          max={2_000}
          wrong={wrongWith(work.refused, 'words') !== undefined}
          tall
          onWrite={anew(work, write)}
        />
      </View>
      <View className="mt16">
        <Button id="do-answerByDocument" look="main" busy={work.busy} onPress={submit}>
          发给全体同事
        </Button>
      </View>
    </>
  );
}

const FORMS: Partial<Record<Action, ComponentType<FormProps>>> = {
  arrangeTalk: ArrangeForm,
  moveTalk: MoveForm,
  recordTalk: TalkForm,
  answerByDocument: DocumentForm,
  denyTalk: tapForm('denyTalk', '信回到总经理那里，重新等答复。', '没有谈过，退回去'),
  takeBackLetter: tapForm('takeBackLetter', '总经理就不答复了。以后还可以再写。', '撤回这封信'),
};

/** What whoever wrote it waits for, or is asked. */
const FOLLOWS: Partial<Record<MailboxLetter['status'], string>> = {
  given: '信在总经理那里。总经理定一天和您当面谈，或者用公司文件答复，都会发消息告诉您。',
  taken: '到那天总经理和您当面谈。谈过以后，会请您说是不是谈过了。',
  returned: '谈过了，点“谈过了”，这封信就办完。没有谈过，点“没有谈过”，信回到总经理那里。',
};

/** What a letter says, and what came of it. */
function Letter({ letter, now }: { letter: MailboxLetter; now: Date }) {
  const { need, signed, writerName, words, agreed, moves, silentAt, mine, document, standing, at, promises } = letter;
  return (
    <>
      <View className="mt8" id="letter-standing">
        <Text className="tag ours says">
          <Dated text={standing} />
        </Text>
      </View>
      {letter.mine && FOLLOWS[letter.status] && (
        <View className="sub mt8" id="follows">
          {FOLLOWS[letter.status]}
        </View>
      )}
      <View className="card mt12">
        <View className="row tight wrap">
          <Text className="tag">{need}</Text>
          <Text className="b">{signed ? writerName : '不署名'}</Text>
        </View>
        <View className="said mt8" id="letter-words">
          {words}
        </View>
        <View className="cap mt4">
          <Dated text={sayMoment(new Date(at), now)} />
        </View>
      </View>
      {silentAt && (
        <View className="cap mt8" id="silent-at">
          <Dated text={`到${sayMoment(new Date(silentAt), now)} ${mine ? '您' : '写信的人'}没有说，就当作谈过了`} />
        </View>
      )}
      {moves.length > 0 && <View className="sec">改过日子</View>}
      {moves.map(({ to, why }, index) => (
        <View key={`${index} ${to}`} className="card mt8">
          <View className="b">改到{sayDate(to)}</View>
          <View className="said mt4">{why}</View>
        </View>
      ))}
      {agreed.length > 0 && <View className="sec">当面谈了说好的</View>}
      {agreed.map((said, index) => (
        <View key={`${index} ${said}`} className="card said mt8">
          {said}
        </View>
      ))}
      {document && (
        <>
          <View className="sec">公司的文件</View>
          <View className="card" id="document">
            <View className="b">{document.title}</View>
            <View className="said mt8">{document.words}</View>
          </View>
        </>
      )}
      <View className="cap mt12">{signed ? '只有总经理和写信的人看得到这一封。' : '没有记是谁写的，没有人可以问，只用公司文件答复。'}</View>
      {promises.length > 0 && <PromiseList title="答应过的" promises={promises} now={now} />}
    </>
  );
}

/** One letter: to whoever wrote it, and to the general manager (S11). */
export default function MailboxOnePage() {
  const { id = '' } = useRouter().params;
  const now = useNow();
  const asked = useAsked(() => api.mailboxLetter({ id }), `letter ${id}`);
  const work = useLetterWork(id, asked.again);
  const [opened, open] = useState<Action | null>(null);
  const close = () => {
    work.forgive();
    open(null);
  };
  const actions = (asked.value?.actions ?? []).filter((one): one is { action: Action; label: string } =>
    ACTIONS.some((action) => action === one.action),
  );
  const Form = opened && FORMS[opened];
  return (
    <Screen
      foot={
        actions.length > 0 && (
          <View className="btns">
            {actions.map(({ action, label }, index) => (
              <Button
                key={action}
                id={`open-${action}`}
                look={index === 0 && action !== 'takeBackLetter' ? 'main' : 'line'}
                busy={work.busy}
                onPress={() => (FORMS[action] ? open(action) : void work.act(action))}
              >
                {label}
              </Button>
            ))}
          </View>
        )
      }
    >
      <StandStill />
      <Shown asked={asked}>{(letter) => <Letter letter={letter} now={now} />}</Shown>
      {!Form && <Refusal refused={work.refused} />}
      {Form && asked.value && (
        <Sheet title={actions.find(({ action }) => action === opened)?.label ?? ''} onClose={close}>
          <Form letter={asked.value} work={work} now={now} onDone={close} />
          <Refusal refused={work.refused} kept="写的都还在" />
        </Sheet>
      )}
      <DemoForward onForward={asked.again} />
    </Screen>
  );
}
