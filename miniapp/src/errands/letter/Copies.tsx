import { View } from '@tarojs/components';
import { LETTER_COPIES, type LetterCopy, sayCopy } from '../../../../shared/errands/letter.ts';
import { Chip } from '../../kernel/parts/Choice.tsx';

/** Who gets a copy of an important letter (I14). @param had who has one already */
export function Copies({
  chosen,
  had = [],
  onChoose,
}: {
  chosen: readonly LetterCopy[];
  had?: readonly string[];
  onChoose: (all: LetterCopy[]) => void;
}) {
  const toggle = (to: LetterCopy) => onChoose(chosen.includes(to) ? chosen.filter((one) => one !== to) : [...chosen, to]);
  return (
    <View className="chips mt12">
      {LETTER_COPIES.filter((to) => !had.includes(sayCopy(to))).map((to) => (
        <Chip key={to} id={`copy-${to}`} on={chosen.includes(to)} onPress={() => toggle(to)}>
          {sayCopy(to)}
        </Chip>
      ))}
    </View>
  );
}
