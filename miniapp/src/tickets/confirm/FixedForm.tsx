import { View } from '@tarojs/components';
import { Area } from '../../kernel/parts/Area.tsx';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { wrongWith } from '../../kernel/say.ts';
import type { Opinion, Verdict } from './verdict.ts';

const OPINIONS: readonly { opinion: Opinion; label: string }[] = [
  { opinion: 'satisfied', label: '满意' },
  { opinion: 'acceptable', label: '基本满意' },
  { opinion: 'dissatisfied', label: '不满意' },
];

/** 修好了: an opinion, and words if there are any. */
export function FixedForm({ verdict }: { verdict: Verdict }) {
  const wrong = wrongWith(verdict.sending.refused, 'opinion') !== undefined;
  return (
    <View className="card mt12">
      <View className={`b ${wrong ? 'red' : ''}`}>这次维修，您满意吗</View>
      <View className={`chips mt8 ${wrong ? 'wrong-ring' : ''}`}>
        {OPINIONS.map(({ opinion, label }) => (
          <Chip key={opinion} id={`opinion-${opinion}`} on={verdict.opinion === opinion} onPress={() => verdict.setOpinion(opinion)}>
            {label}
          </Chip>
        ))}
      </View>
      <View className="mt12">
        <Area id="words" words={verdict.words} hint="想说的话（可以不写）" onWrite={verdict.write} />
      </View>
      <Refusal refused={verdict.sending.refused} />
    </View>
  );
}
