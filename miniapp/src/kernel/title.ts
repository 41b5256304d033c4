import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';

/** Writes the page's title once it is known. */
export function useNavigationBarTitle(title: string | null | undefined): void {
  const write = () => {
    if (title) void Taro.setNavigationBarTitle({ title });
  };
  useEffect(write, [title]);
  useDidShow(write);
}
