import { Text, View } from '@tarojs/components';
import { categoryOf } from '../../../../shared/repairs/categories.ts';
import { type Suggestion, suggestCategory } from '../../../../shared/repairs/suggest.ts';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import type { Draft } from './draft.ts';

/** What the words sound like, and the report as it would be sent: where nothing was chosen, it is what the words sound like. */
export function hear(draft: Draft): { heard: Suggestion | null; asSent: Draft } {
  const heard = suggestCategory(draft.words, draft.place);
  const presumed = draft.category === '' && heard?.place === draft.place;
  return { heard, asSent: presumed ? { ...draft, category: heard.category } : draft };
}

const PLACES = { home: '我家里', public: '公共地方' } as const;

/** 说两句就行: what it sounds like, taken by one tap and never forced. */
export function Heard({ draft, onWrite }: { draft: Draft; onWrite: (part: Partial<Draft>) => void }) {
  const { heard, asSent } = hear(draft);
  if (!heard || (heard.category === draft.category && heard.place === draft.place)) return null;
  const label = categoryOf(heard.category)?.label ?? '';
  if (asSent.category === heard.category)
    return (
      <View id="heard" className="sub mt8">
        听您说的是<Text className="b">“{label}”</Text>，已替您点上；不对就点别的
      </View>
    );
  const place = heard.place === draft.place ? '' : PLACES[heard.place];
  return (
    <Press id="take-heard" className="strip lake-strip mt8" onPress={() => onWrite({ ...heard, worse: false })}>
      <Icon name="mark" />
      <View className="grow">
        听您说的像是{place && `${place}的`}
        <Text className="b">“{label}”</Text>
      </View>
      <Text className="lake b nw">改成它</Text>
    </Press>
  );
}
