import { View } from '@tarojs/components';
import { useStandStill } from '../reminders.ts';
import { Icon } from './Icon.tsx';

/** One red line on top of a colleague's page while nobody looks after the reminders; it goes by itself. */
export function StandStill() {
  if (!useStandStill()) return null;
  return (
    <View className="strip danger stand-still" {...{ role: 'status' }} id="stand-still">
      <Icon name="alert" />
      <View className="grow">提醒暂停，截止时间照常</View>
    </View>
  );
}
