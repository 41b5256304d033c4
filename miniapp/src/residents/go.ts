import Taro from '@tarojs/taro';

export const toHousehold = (id: string) => Taro.navigateTo({ url: `/residents/home/index?id=${id}` });
