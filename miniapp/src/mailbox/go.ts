import Taro from '@tarojs/taro';

export const toMailboxWriting = () => Taro.navigateTo({ url: '/mailbox/write/index' });
/** 您提了，公司这样答. */
export const toDocuments = () => Taro.navigateTo({ url: '/mailbox/documents/index' });
/** The surveys of needs that ask whoever is here; one as whoever keeps it has it. */
export const toNeedsList = () => Taro.navigateTo({ url: '/surveys/needs/index' });
export const toNeedsWork = (id: string) => Taro.navigateTo({ url: `/surveys/needs-work/index?id=${id}` });
