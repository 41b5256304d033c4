import Popup from '@taroify/core/popup';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type PropsWithChildren, useEffect } from 'react';
import { IN_WECHAT } from '../wechat.ts';

/** A sheet from below. Its title says what happened; its first button is the way on. */
export function Sheet({ title, red = false, onClose, children }: PropsWithChildren<{ title: string; red?: boolean; onClose: () => void }>) {
  useEffect(() => {
    // In a browser the tab bar lies over a sheet and hides its last button.
    if (IN_WECHAT) return undefined;
    Promise.resolve(Taro.hideTabBar()).catch(() => undefined);
    return () => {
      Promise.resolve(Taro.showTabBar()).catch(() => undefined);
    };
  }, []);
  return (
    // Taroify's own lock stops every touch move on H5, also those that scroll a tall sheet.
    <Popup className="sheet" open placement="bottom" rounded lock={false} onClose={onClose} {...{ role: 'dialog', 'aria-label': title }}>
      <Popup.Backdrop lock={false} catchMove />
      <View className={`title ${red ? 'red' : ''}`}>{title}</View>
      {children}
    </Popup>
  );
}
