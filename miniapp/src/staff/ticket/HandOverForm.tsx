import { View } from '@tarojs/components';
import { useState } from 'react';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { MINUTE, sayLength } from '../../../../shared/kernel/time.ts';
import { minutesAhead } from '../../kernel/moments.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { wrongWith } from '../../kernel/say.ts';
import type { Work } from './work.ts';

/** The rule's own time, or sooner; later is refused. */
const ANSWERS = [{ minutes: 0, label: '按规定' }, ...[30, 60].map((minutes) => ({ minutes, label: sayLength(minutes * MINUTE) }))];

/** 转给工程主管: what it is, and by when an answer is due (D1). */
export function HandOverForm({ ticket, work, now }: { ticket: TicketDetail; work: Work; now: Date }) {
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
        {ANSWERS.filter((one) => one.minutes < ticket.figures.handOverMinutes).map((one) => (
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
