import { View } from '@tarojs/components';
import { Problem } from '../../../../shared/kernel/problem.ts';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';

/** The field that is missing, by name; any other refusal as it is. */
export function Missing({ refused }: { refused: unknown }) {
  const first = refused instanceof Problem ? refused.errors?.[0] : undefined;
  if (!first) return <Refusal refused={refused} kept="写好的话和照片都还在" />;
  return (
    <View className="strip danger" id="refusal" {...{ role: 'alert' }}>
      <Icon name="alert" />
      <View className="grow">
        <View className="b">还差一步：{first.message}</View>
        <View>写好的话和照片都还在</View>
      </View>
    </View>
  );
}
