import Taro from '@tarojs/taro';

/** What stays on the phone between visits. */
type Kept = 'token' | 'home' | 'as' | 'large' | 'searches' | `draft.${string}`;

export const kept = (name: Kept): string => Taro.getStorageSync(`huiyin.${name}`) || '';

export function keep(name: Kept, value: string): void {
  if (value) Taro.setStorageSync(`huiyin.${name}`, value);
  else Taro.removeStorageSync(`huiyin.${name}`);
}
