import { View } from '@tarojs/components';
import { useNearGuide } from '../../kernel/guide.ts';
import { GuideCells } from '../../kernel/parts/GuideCells.tsx';

/** 也许这里有答案: what of the guide is near to a question being written, to be read where it stands (I12). */
export function MaybeAnswered({ officeId, words }: { officeId: string | undefined; words: string }) {
  const near = useNearGuide(officeId, words);
  if (near.length === 0) return null;
  return (
    <View id="maybe-answered">
      <View className="label">也许这里有答案</View>
      <GuideCells items={near} />
    </View>
  );
}
