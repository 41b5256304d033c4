import Taro from '@tarojs/taro';

/** To one survey as colleagues keep it. */
export const SURVEY_WORK = '/surveys/staff/index?id=';

/** To what a survey came to; a colleague reads there what was said too. */
export const toResults = (id: string, asStaff = false) => Taro.navigateTo({ url: `/surveys/results/index?id=${id}${asStaff ? '&as=staff' : ''}` });
