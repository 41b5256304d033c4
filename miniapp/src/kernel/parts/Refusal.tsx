import { View } from '@tarojs/components';
import { sayRefusal } from '../say.ts';
import { Icon } from './Icon.tsx';

/** What went wrong, what to do, and that nothing is lost. */
export function Refusal({ refused, kept = '您填的都还在' }: { refused: unknown; kept?: string }) {
  if (!refused) return null;
  const { title, detail } = sayRefusal(refused);
  return (
    <View className="strip danger mt12" {...{ role: 'alert' }} id="refusal">
      <Icon name="alert" />
      <View className="grow">
        <View className="b">{title}</View>
        {detail && <View>{detail}</View>}
        {kept && !title.includes('都还在') && <View>{kept}</View>}
      </View>
    </View>
  );
}
