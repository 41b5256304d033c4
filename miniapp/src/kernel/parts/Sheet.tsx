import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';

/** A sheet from below. Its title says what happened; its first button is the way on. */
export function Sheet({ title, red = false, onClose, children }: PropsWithChildren<{ title: string; red?: boolean; onClose: () => void }>) {
  return (
    <View>
      <View className="mask" catchMove onClick={onClose} />
      <View className="sheet" {...{ role: 'dialog', 'aria-label': title }}>
        <View className={`title ${red ? 'red' : ''}`}>{title}</View>
        {children}
      </View>
    </View>
  );
}
