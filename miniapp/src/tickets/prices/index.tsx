import { View } from '@tarojs/components';
import { PriceList, usePriceList } from '../../kernel/parts/PriceList.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';

/** 价目表: what a repair may cost, before anybody comes (P1). */
export default function PricesPage() {
  const list = usePriceList();
  return (
    <Screen>
      <View className="strip quiet">公共地方和没修好的返工不收费。要收费的，师傅先给您看价格，您同意了再动手。</View>
      <View className="mt12">
        <PriceList list={list} hint="比如：水龙头" note="价目表上没有的，工程主管先定价，再给您看。" onPress={null} />
      </View>
    </Screen>
  );
}
