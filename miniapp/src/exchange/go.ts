import Taro from '@tarojs/taro';

/** 登记信息: another one, or one that stands put right. */
export const toNoting = () => Taro.navigateTo({ url: '/exchange/write/index' });
export const toAmending = (id: string) => Taro.navigateTo({ url: `/exchange/write/index?id=${id}` });
