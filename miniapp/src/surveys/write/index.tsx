import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { OpenLetter } from '../../../../shared/contract/open-letters.ts';
import { sayDay, shanghaiTime } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { useDraftChoice } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';
import { Frequent } from '../letter/Frequent.tsx';
import { type DeedDraft, DeedSheet } from './DeedSheet.tsx';
import '../surveys.scss';

interface Draft {
  words: string;
  deeds: DeedDraft[];
}

const NEW: DeedDraft = { words: '', holder: '', dueOn: '' };
const MOST_DEEDS = 10;

/** What one writes on: what was handed in last, or nothing yet. */
const firstOf = ({ words, deeds }: OpenLetter): Draft => ({
  words: words ?? '',
  deeds: deeds.map(({ words: what, holder, dueOn }) => ({ words: what, holder: holder ?? '', dueOn })),
});

/** What is promised, each in a line to open again. */
function Promised({
  deeds,
  people,
  now,
  isWrong,
  onOpen,
}: {
  deeds: readonly DeedDraft[];
  people: OpenLetter['people'];
  now: Date;
  isWrong: (nth: number) => boolean;
  onOpen: (nth: number) => void;
}) {
  const nameOf = (holder: string) => people.find(({ id }) => id === holder)?.name ?? '请重新选人';
  return (
    <View className="cells mt8" id="promised">
      {deeds.map((deed, nth) => (
        <Press
          key={`${nth} ${deed.words}`}
          id={`edit-deed-${nth}`}
          className={`cell ${isWrong(nth) ? 'wrong-ring' : ''}`}
          onPress={() => onOpen(nth)}
        >
          <View className="grow">
            <View className="b">{deed.words}</View>
            <View className="sub">
              {sayDay(shanghaiTime(`${deed.dueOn} 00:00`), now)} 前 · {nameOf(deed.holder)}
            </View>
          </View>
          <Icon name="right" />
        </Press>
      ))}
      {deeds.length < MOST_DEEDS && (
        <Press id="add-deed" className="cell" onPress={() => onOpen(deeds.length)}>
          <Text className="lake b grow">{deeds.length === 0 ? '答应一件事' : '再答应一件'}</Text>
          <Icon name="right" />
        </Press>
      )}
    </View>
  );
}

function Form({ letter }: { letter: OpenLetter }) {
  const now = useNow();
  const { id, people, pending } = letter;
  const [draft, keep, forget] = useDraftChoice<Draft>(`letter.${id}.${pending?.round ?? 0}`, firstOf(letter));
  const [nth, open] = useState<number | null>(null);
  const { send, busy, refused, forgive } = useSend();
  const change = (part: Partial<Draft>) => {
    if (refused) forgive();
    keep({ ...draft, ...part });
  };
  const submit = async () => {
    if (!(await send({ id, ...draft }, api.submitLetter as never))) return;
    forget();
    void Taro.showToast({ title: '送管理者代表审了', icon: 'none', duration: 2_000 });
    if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
    else void Taro.redirectTo({ url: `/surveys/letter/index?id=${id}` });
  };
  const wrong = (field: string) => wrongWith(refused, field) !== undefined;
  const deeds = (change2: (all: DeedDraft[]) => DeedDraft[]) => {
    change({ deeds: change2([...draft.deeds]) });
    open(null);
  };
  return (
    <Screen
      foot={
        <>
          <Refusal refused={refused} kept="写好的都还在" />
          <View className="foot-line">管理者代表同意以后，全小区的住户都看得到</View>
          <Button id="submit-letter" look="main" busy={busy} onPress={submit}>
            送管理者代表审
          </Button>
        </>
      }
    >
      <Frequent letter={letter} />
      <View className={`label ${wrong('words') ? 'wrong' : ''}`}>写给住户的话</View>
      <View className="cap">说清楚听到了什么、为什么、怎么办；不写能认出是谁的话</View>
      <View className="mt8">
        <Area
          id="letter-words"
          words={draft.words}
          hint="各位业主、住户：谢谢您的意见……"
          max={1_500}
          tall
          wrong={wrong('words')}
          onWrite={(words) => change({ words })}
        />
      </View>
      <View className={`label ${wrong('deeds') ? 'wrong' : ''}`}>答应做什么</View>
      <View className="cap">每一件都有人、有日子；贴出去就是答应住户的，品质管理部会问住户做到没有</View>
      <Promised
        deeds={draft.deeds}
        people={people}
        now={now}
        isWrong={(at) => ['words', 'holder', 'dueOn'].some((part) => wrong(`deeds.${at}.${part}`))}
        onOpen={open}
      />
      {nth !== null && (
        <DeedSheet
          first={draft.deeds[nth] ?? NEW}
          people={people}
          now={now}
          onKeep={(deed) => deeds((all) => [...all.slice(0, nth), deed, ...all.slice(nth + 1)])}
          onRemove={draft.deeds[nth] ? () => deeds((all) => all.filter((_, at) => at !== nth)) : null}
          onClose={() => open(null)}
        />
      )}
    </Screen>
  );
}

/** 写公开信: what is answered, what the company says to it, and what it promises (S5). */
export default function WriteLetterPage() {
  const { id = '' } = useRouter().params;
  const asked = useAsked(() => api.openLetter({ id }), `letter ${id}`);
  if (asked.value) return <Form letter={asked.value} />;
  return (
    <Screen>
      <Shown asked={asked}>{() => null}</Shown>
    </Screen>
  );
}
