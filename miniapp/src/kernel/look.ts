import Taro from '@tarojs/taro';

/** Shows photos whole, one after another. */
export const lookAt = (urls: string[], current: string) => Taro.previewImage({ urls, current });
