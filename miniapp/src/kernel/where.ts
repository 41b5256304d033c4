import Taro from '@tarojs/taro';

/** Whether this runs as a mini-program; a browser has no messages of WeChat's to offer. */
export const isInWeChat = (): boolean => Taro.getEnv() === Taro.ENV_TYPE.WEAPP;
