import Taro from '@tarojs/taro';

/** Whether this is the mini-program, not its page in a browser. */
export const IN_WECHAT = process.env.TARO_ENV === 'weapp';

/** What WeChat's server knows this phone's holder by, good once. @throws whatever WeChat says */
export async function loginCode(): Promise<string> {
  return (await Taro.login({ timeout: 5_000 })).code;
}
