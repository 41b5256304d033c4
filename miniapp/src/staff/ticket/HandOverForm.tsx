import { View } from '@tarojs/components';
import { useState } from 'react';
import { minutesAhead } from '../../kernel/moments.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { wrongWith } from '../../kernel/say.ts';
import type { Work } from './work.ts';

const ANSWERS = [
  { minutes: 0, label: '按规定' },
  { minutes: 15, label: '15 分' },
  { minutes: 60, label: '1 小时' },
  { minutes: 120, label: '2 小时' },
];

/** 转给工程主管: what it is, and by when an answer is due (D1). */
export function HandOverForm({ work, now }: { work: Work; now: Date }) {
  const [minutes, setMinutes] = useState(0);
  return (
    <>
      <View className="label">转给工程主管：什么事</View>
      <Area
        id="content"
        words={work.content}
        hint="什么事，住户怎么说的"
        wrong={wrongWith(work.refused, 'content') !== undefined}
        onWrite={work.writeContent}
      />
      <View className="label">什么时候要答复</View>
      <View className="chips">
        {ANSWERS.map((one) => (
          <Chip
            key={one.minutes}
            id={`answer-${one.minutes}`}
            on={one.minutes === minutes}
            onPress={() => {
              setMinutes(one.minutes);
              work.setUntil(one.minutes ? minutesAhead(now, one.minutes) : null);
            }}
          >
            {one.label}
          </Chip>
        ))}
      </View>
    </>
  );
}
