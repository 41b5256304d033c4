import { View } from '@tarojs/components';
import { OPINIONS, type Opinion } from '../../../../shared/tickets/decide.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { wrongWith } from '../../kernel/say.ts';
import type { Verdict } from './verdict.ts';

/** 修好了: an opinion, and words if there are any. */
export function FixedForm({ verdict }: { verdict: Verdict }) {
  const wrong = wrongWith(verdict.sending.refused, 'opinion') !== undefined;
  return (
    <View className="card mt12">
      <View className={`b ${wrong ? 'red' : ''}`}>这次维修，您满意吗</View>
      <View className={`chips mt8 ${wrong ? 'wrong-ring' : ''}`}>
        {(Object.keys(OPINIONS) as Opinion[]).map((opinion) => (
          <Chip key={opinion} id={`opinion-${opinion}`} on={verdict.opinion === opinion} onPress={() => verdict.setOpinion(opinion)}>
            {OPINIONS[opinion]}
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
