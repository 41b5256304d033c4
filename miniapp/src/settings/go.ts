import Taro from '@tarojs/taro';

export const toSetting = (officeId: string, key: string) => Taro.navigateTo({ url: `/settings/one/index?office=${officeId}&key=${key}` });
export const toSettingChanges = () => Taro.navigateTo({ url: '/settings/changes/index' });
