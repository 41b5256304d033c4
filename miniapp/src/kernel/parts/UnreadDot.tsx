import { View } from '@tarojs/components';

/** Somebody said something since one last looked. */
export function UnreadDot() {
  return <View className="unread-dot" {...{ role: 'img', 'aria-label': '有没看过的话' }} />;
}
