import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { useDraft, useDraftChoice } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { type Channel, ChannelChoice } from './ChannelChoice.tsx';
import type { FormProps } from './form.ts';

interface Props extends Pick<FormProps, 'work' | 'onDone'> {
  action: 'call' | 'directorCall';
  /** What is sent beside the words. */
  fields?: Record<string, unknown>;
  hints: { words: string; outcome: string };
  button: string;
}

/** What was said, and how it ended. */
function Spoken({ work, onDone, action, fields = {}, hints, button, children }: PropsWithChildren<Props>) {
  const [words, write, forget] = useDraft(`${action}.${work.id}`);
  const [outcome, writeOutcome, forgetOutcome] = useDraft(`${action}-outcome.${work.id}`);
  const submit = async () => {
    if (!(await work.act(action, { ...fields, words, outcome }))) return;
    forget();
    forgetOutcome();
    onDone();
  };
  return (
    <>
      {children}
      <View className="label">说了什么</View>
      <Area id={`${action}-words`} words={words} hint={hints.words} wrong={wrongWith(work.refused, 'words') !== undefined} onWrite={write} />
      <View className="label">
        结果<View className="cap">可以不写</View>
      </View>
      <Area id={`${action}-outcome`} words={outcome} hint={hints.outcome} max={100} onWrite={writeOutcome} />
      <View className="mt16">
        <Button id={`do-${action}`} look="main" busy={work.busy} onPress={submit}>
          {button}
        </Button>
      </View>
    </>
  );
}

const CALL = { words: '住户怎么说，您怎么答', outcome: '比如：同意明天上午来' };
const DIRECTOR_CALL = { words: '住户怎么说', outcome: '比如：住户说满意' };

/** 记一次电话: what was said, and how it ended (I2, R8). */
export function CallForm({ work, onDone }: FormProps) {
  return <Spoken work={work} onDone={onDone} action="call" hints={CALL} button="记下这次电话" />;
}

/** 主任联系住户 (I4): how, what was said, and what came of it. */
export function DirectorCallForm({ work, onDone }: FormProps) {
  const [channel, setChannel, forget] = useDraftChoice<Channel>(`directorCall-channel.${work.id}`, 'phone');
  const done = () => {
    forget();
    onDone();
  };
  return (
    <Spoken work={work} onDone={done} action="directorCall" fields={{ channel }} hints={DIRECTOR_CALL} button="记下这次联系">
      <View className="label">怎么联系的</View>
      <ChannelChoice chosen={channel} onChoose={setChannel} />
    </Spoken>
  );
}
