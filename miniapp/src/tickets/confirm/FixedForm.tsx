import { Text, View } from '@tarojs/components';
import { RATING_TAGS, SCORES, type Score, tagsFor } from '../../../../shared/tickets/ratings.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { wrongWith } from '../../kernel/say.ts';
import type { Verdict } from './verdict.ts';

const STARS: readonly Score[] = [1, 2, 3, 4, 5];

/** 修好了: a score with its word, why, and words if there are any; asked once (S9). */
export function FixedForm({ verdict }: { verdict: Verdict }) {
  const { score, tags } = verdict;
  const wrong = wrongWith(verdict.sending.refused, 'score') !== undefined;
  return (
    <View className="card mt12">
      <View className="row">
        <View className={`b grow ${wrong ? 'red' : ''}`}>给这次维修打分</View>
        {score !== null && (
          <Text id="score-word" className="score-word">
            {SCORES[score]}
          </Text>
        )}
      </View>
      <View className={`stars ${wrong ? 'wrong-ring' : ''}`}>
        {STARS.map((one) => {
          const on = score !== null && one <= score;
          return (
            <Press
              key={one}
              id={`score-${one}`}
              role="radio"
              label={`${one} 星，${SCORES[one]}`}
              checked={score === one}
              className={`star ${on ? 'on' : ''}`}
              onPress={() => verdict.setScore(one)}
            >
              <Icon name={on ? 'star-on' : 'star'} />
            </Press>
          );
        })}
      </View>
      {score !== null && (
        <View className="chips mt8">
          {tagsFor(score).map((tag) => (
            <Press
              key={tag}
              id={`tag-${tag}`}
              role="checkbox"
              checked={tags.includes(tag)}
              className={`chip ${tags.includes(tag) ? 'on' : ''}`}
              onPress={() => verdict.toggle(tag)}
            >
              {RATING_TAGS[tag].label}
            </Press>
          ))}
        </View>
      )}
      <View className="mt12">
        <Area id="words" words={verdict.words} hint="想说的话（可以不写）" onWrite={verdict.write} />
      </View>
      <Refusal refused={verdict.sending.refused} />
    </View>
  );
}
