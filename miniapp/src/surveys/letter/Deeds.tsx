import { Text, View } from '@tarojs/components';
import type { LetterDeed, OpenLetter } from '../../../../shared/contract/open-letters.ts';
import { toErrand } from '../../kernel/go.ts';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { percentOf, Share } from '../Share.tsx';

const LOOKS: Record<LetterDeed['stand'], { tag: string; label: string }> = {
  written: { tag: '', label: '' },
  doing: { tag: 'ours', label: '在做' },
  late: { tag: 'urgent', label: '过了日子' },
  done: { tag: 'ours', label: '做好了' },
  kept: { tag: 'kept', label: '做到了' },
};

function Deed({ deed, nth }: { deed: LetterDeed; nth: number }) {
  const { errandId, holderName, said, says, stand, words } = deed;
  const { tag, label } = LOOKS[stand];
  const told = (
    <View className="grow">
      <View className="row tight wrap">
        <Text className="b">
          {nth}. {words}
        </Text>
        {label && <Text className={`tag ${tag}`}>{label}</Text>}
      </View>
      <View className="sub">
        <Dated text={says} />
      </View>
      {said && <View className="said mt8">{said}</View>}
      {holderName && <View className="cap">{holderName}</View>}
    </View>
  );
  if (!errandId)
    return (
      <View id={`deed-${nth}`} className="cell">
        {told}
      </View>
    );
  return (
    <Press id={`deed-${nth}`} className="cell" role="link" onPress={() => toErrand(errandId)}>
      {told}
      <Icon name="right" />
    </Press>
  );
}

/** 您说了，我们做了: what the letter promised, one by one, and how much of it was kept. */
export function Deeds({ letter }: { letter: OpenLetter }) {
  const { deeds, kept, stand } = letter;
  if (deeds.length === 0) return null;
  const isOut = stand === 'posted';
  return (
    <>
      <View className="sec">{isOut ? '您说了，我们做了' : '答应做的'}</View>
      {isOut && (
        <View className="card" id="kept">
          <View>
            答应 {deeds.length} 件，<Text className="b nw">做到 {kept} 件</Text>
          </View>
          <Share percent={percentOf(kept, deeds.length)} tick={null} />
          <View className="cap mt8">住户满意了才算做到</View>
        </View>
      )}
      <View className="cells mt8" id="deeds">
        {deeds.map((deed, index) => (
          <Deed key={`${index} ${deed.words}`} deed={deed} nth={index + 1} />
        ))}
      </View>
    </>
  );
}
