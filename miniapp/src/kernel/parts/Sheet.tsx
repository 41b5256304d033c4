import Popup from '@taroify/core/popup';
import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';

/** A sheet from below. Its title says what happened; its first button is the way on. */
export function Sheet({ title, red = false, onClose, children }: PropsWithChildren<{ title: string; red?: boolean; onClose: () => void }>) {
  return (
    // Taroify's own lock stops every touch move on H5, also those that scroll a tall sheet.
    <Popup className="sheet" open placement="bottom" rounded lock={false} onClose={onClose} {...{ role: 'dialog', 'aria-label': title }}>
      <Popup.Backdrop lock={false} catchMove />
      <View className={`title ${red ? 'red' : ''}`}>{title}</View>
      {children}
    </Popup>
  );
}
