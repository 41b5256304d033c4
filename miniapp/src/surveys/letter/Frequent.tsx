import { Text, View } from '@tarojs/components';
import type { OpenLetter } from '../../../../shared/contract/open-letters.ts';

/** What so many households named that it is answered in public (S5). */
export function Frequent({ letter: { fewer, frequent, least } }: { letter: Pick<OpenLetter, 'fewer' | 'frequent' | 'least'> }) {
  return (
    <>
      <View className="sec">
        说的人多的<Text className="cap end">{least} 户以上说到同一样</Text>
      </View>
      <View className="cells" id="frequent">
        {fewer > 0 && <View className="cell sub">另有 {fewer} 样，答的人少，不写是什么，免得认出是谁；看看住户写了什么</View>}
        {frequent.length === 0 && fewer === 0 && <View className="cell sub">没有哪一样有 {least} 户说到</View>}
        {frequent.map(({ label, count }) => (
          <View key={label} className="cell">
            <Text className="grow">{label}</Text>
            <Text className="b nw">{count === null ? '不多，不写数' : `${count} 户`}</Text>
          </View>
        ))}
      </View>
    </>
  );
}
