import { Picker, Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { OpenLetter } from '../../../../shared/contract/open-letters.ts';
import { DAY, isoDay } from '../../../../shared/kernel/time.ts';
import { ColleagueChips } from '../../errands/ColleagueChips.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { Field } from '../../kernel/parts/Field.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';

/** One thing a letter promises, while it is being written. */
export interface DeedDraft {
  words: string;
  holder: string;
  dueOn: string;
}

const USUAL = [
  { days: 7, label: '一星期内' },
  { days: 14, label: '两星期内' },
  { days: 28, label: '四星期内' },
] as const;

interface Props {
  first: DeedDraft;
  people: OpenLetter['people'];
  now: Date;
  onKeep: (deed: DeedDraft) => void;
  onRemove: (() => void) | null;
  onClose: () => void;
}

/** 答应一件事: what, who, and by which day; all three, or it is no promise. */
export function DeedSheet({ first, people, now, onKeep, onRemove, onClose }: Props) {
  const [deed, setDeed] = useState(first);
  const [isShort, tell] = useState(false);
  const change = (part: Partial<DeedDraft>) => setDeed({ ...deed, ...part });
  const dayAhead = (days: number) => isoDay(new Date(now.getTime() + days * DAY));
  const isUsual = USUAL.some(({ days }) => dayAhead(days) === deed.dueOn);
  const lacks = (part: keyof DeedDraft) => isShort && deed[part].trim() === '';
  const isWhole = deed.words.trim() !== '' && deed.holder !== '' && deed.dueOn !== '';
  const keep = () => {
    if (!isWhole) return tell(true);
    onKeep(deed);
  };
  return (
    <Sheet title="答应一件事" onClose={onClose}>
      <Field
        id="deed-words"
        label="做什么"
        words={deed.words}
        hint="比如：早上七点到九点两部电梯都开"
        max={200}
        wrong={lacks('words') ? '请写' : undefined}
        onWrite={(words) => change({ words })}
      />
      <View className={`label ${lacks('dueOn') ? 'wrong' : ''}`}>最晚哪一天</View>
      <View className="chips">
        {USUAL.map(({ days, label }) => (
          <Chip key={days} id={`due-${days}`} on={deed.dueOn === dayAhead(days)} onPress={() => change({ dueOn: dayAhead(days) })}>
            {label}
          </Chip>
        ))}
        <Picker mode="date" value={deed.dueOn || dayAhead(7)} start={isoDay(now)} onChange={(event) => change({ dueOn: String(event.detail.value) })}>
          <View className={`chip ${deed.dueOn && !isUsual ? 'on' : ''}`}>{deed.dueOn && !isUsual ? deed.dueOn : '选日子'}</View>
        </Picker>
      </View>
      <View className={`label ${lacks('holder') ? 'wrong' : ''}`}>
        谁来做<Text className="cap">住户看不到是谁</Text>
      </View>
      <ColleagueChips people={people} chosen={deed.holder} onChoose={(holder) => change({ holder })} />
      {isShort && !isWhole && <View className="red mt8">做什么、哪一天、谁来做，都要写</View>}
      <View className="btns mt16">
        {onRemove && (
          <Button id="remove-deed" onPress={onRemove}>
            去掉
          </Button>
        )}
        <Button id="keep-deed" look="main" size="wide" onPress={keep}>
          写进信里
        </Button>
      </View>
    </Sheet>
  );
}
