import Taro from '@tarojs/taro';

export const toOffice = (id: string) => Taro.navigateTo({ url: `/company/office/index?id=${id}` });
/** To a new estate, or to what an office is known by. */
export const toOfficeForm = (id = '') => Taro.navigateTo({ url: `/company/write/index${id ? `?id=${id}` : ''}` });
export const toLayOut = (id: string) => Taro.navigateTo({ url: `/company/homes/index?id=${id}` });
export const toRoster = (id: string) => Taro.navigateTo({ url: `/company/roster/index?id=${id}` });
