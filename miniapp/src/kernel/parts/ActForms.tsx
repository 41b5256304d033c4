import { View } from '@tarojs/components';
import { useState } from 'react';
import { useDraft } from '../draft.ts';
import { wrongWith } from '../say.ts';
import { Area } from './Area.tsx';
import { Button } from './Button.tsx';
import { MomentChoice } from './MomentChoice.tsx';

/** What somebody is doing with one matter: sends an action on it, true where it was done. */
interface Acting<Action extends string> {
  id: string;
  act(action: Action, fields?: Record<string, unknown>): Promise<boolean>;
  busy: boolean;
  refused: Parameters<typeof wrongWith>[0];
}

interface Props<Action extends string> {
  work: Acting<Action>;
  now: Date;
  onDone: () => void;
}

interface Asks {
  /** What stands above the words, the hint in them, and the button. */
  note: string;
  hint: string;
  button: string;
  /** A moment that belongs to it: its field and what stands above it. */
  until?: { field: string; label: string };
}

/** Words, a moment where one is asked for, and one button. What is typed is kept until it is sent. */
export const wordsForm = <Action extends string>(action: Action, { note, hint, button, until }: Asks) =>
  function WordsForm({ work, now, onDone }: Props<Action>) {
    const [words, write, forget] = useDraft(`${action}.${work.id}`);
    const [at, setAt] = useState<Date | null>(null);
    const submit = async () => {
      if (!(await work.act(action, { words, ...(until && at ? { [until.field]: at.toISOString() } : {}) }))) return;
      forget();
      onDone();
    };
    const wrong = (field: string) => wrongWith(work.refused, field) !== undefined;
    return (
      <>
        <View className="cap">{note}</View>
        {until && (
          <>
            <View className={`label ${wrong(until.field) ? 'wrong' : ''}`}>{until.label}</View>
            <MomentChoice chosen={at} now={now} onChoose={setAt} />
          </>
        )}
        <View className="mt8">
          <Area id={`${action}-words`} words={words} hint={hint} wrong={wrong('words')} onWrite={write} />
        </View>
        <View className="mt16">
          <Button id={`do-${action}`} look="main" busy={work.busy} onPress={submit}>
            {button}
          </Button>
        </View>
      </>
    );
  };

/** One tap, with what follows from it. */
export const tapForm = <Action extends string>(action: Action, follows: string, button: string) =>
  function TapForm({ work, onDone }: Props<Action>) {
    const submit = async () => {
      if (await work.act(action)) onDone();
    };
    return (
      <>
        <View className="sub">{follows}</View>
        <View className="mt16">
          <Button id={`do-${action}`} look="main" busy={work.busy} onPress={submit}>
            {button}
          </Button>
        </View>
      </>
    );
  };
