import { View } from '@tarojs/components';
import { Icon } from './Icon.tsx';

/** One quiet line beside words or a picture that other residents do not see. */
export function Held({ says }: { says: string }) {
  return (
    <View className="cap mt4 held">
      <Icon name="lock" /> {says}
    </View>
  );
}
