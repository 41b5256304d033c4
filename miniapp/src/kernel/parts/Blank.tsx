import Empty from '@taroify/core/empty';
import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Icon } from './Icon.tsx';

/** Nothing here, said kindly, with the way on. */
export function Blank({ icon = 'mark', title, note = '', children }: PropsWithChildren<{ icon?: string; title: string; note?: string }>) {
  return (
    <Empty className="blank">
      <View className="echo">
        <Icon name={icon} />
      </View>
      <View className="title">{title}</View>
      {note && <View className="sub mt8">{note}</View>}
      {children}
    </Empty>
  );
}
