import { Picker, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { channelsOn } from '../../../../shared/intake/channels.ts';
import { isoDay, MINUTE, sayClock, sayMoment, shanghaiTime } from '../../../../shared/kernel/time.ts';
import { useNow } from '../../kernel/clock.ts';
import { Chip } from '../../kernel/parts/Choice.tsx';
import type { PartProps } from './draft.ts';

const AGO = [15, 30] as const;

/** When it was said, where that was earlier: the clocks run from then (readings 1). */
function Since({ draft, wrong, onWrite }: PartProps) {
  const now = useNow();
  const [earlier, setEarlier] = useState(false);
  const at = draft.saidAt ? new Date(draft.saidAt) : null;
  const ago = (minutes: number) => new Date(now.getTime() - minutes * MINUTE);
  const choose = (text: string) => onWrite({ saidAt: shanghaiTime(text).toISOString() });
  return (
    <>
      <View className={`label ${wrong('saidAt') ? 'wrong' : ''}`}>
        什么时候<Text className="cap">{at ? sayMoment(at, now) : '从现在算起'}</Text>
      </View>
      <View className="chips">
        <Chip id="said-now" on={at === null} onPress={() => onWrite({ saidAt: null })}>
          刚才
        </Chip>
        {AGO.map((minutes) => (
          <Chip
            key={minutes}
            id={`said-${minutes}`}
            on={at !== null && Math.round((now.getTime() - at.getTime()) / MINUTE) === minutes}
            onPress={() => onWrite({ saidAt: ago(minutes).toISOString() })}
          >
            {minutes} 分前
          </Chip>
        ))}
        <Chip id="said-earlier" on={earlier} onPress={() => setEarlier(!earlier)}>
          更早…
        </Chip>
      </View>
      {earlier && (
        <View className="chips mt12">
          <Picker
            mode="date"
            value={isoDay(at ?? now)}
            end={isoDay(now)}
            onChange={(event) => choose(`${event.detail.value} ${sayClock(at ?? now)}`)}
          >
            <View className="chip">选日子</View>
          </Picker>
          <Picker mode="time" value={sayClock(at ?? now)} onChange={(event) => choose(`${isoDay(at ?? now)} ${event.detail.value}`)}>
            <View className="chip">选几点</View>
          </Picker>
        </View>
      )}
    </>
  );
}

/** By what way it came (I1), one tap; what comes less often unfolds. */
export function HowItCame(part: PartProps) {
  const { draft, wrong, onWrite } = part;
  const now = useNow();
  const [all, showAll] = useState(false);
  const shown = channelsOn(isoDay(now)).filter((row) => row.often || all || row.code === draft.channel);
  return (
    <>
      <View className={`label ${wrong('channel') ? 'wrong' : ''}`}>从哪里来</View>
      <View className="chips">
        {shown.map((row) => (
          <Chip key={row.code} id={`channel-${row.code}`} on={row.code === draft.channel} onPress={() => onWrite({ channel: row.code })}>
            {row.label}
          </Chip>
        ))}
        {!all && (
          <Chip id="channel-more" on={false} onPress={() => showAll(true)}>
            其他…
          </Chip>
        )}
      </View>
      <Since {...part} />
    </>
  );
}
