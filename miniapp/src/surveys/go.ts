import Taro from '@tarojs/taro';

/** To one survey as colleagues keep it. */
export const SURVEY_WORK = '/surveys/staff/index?id=';

/** To one survey of colleagues' needs as whoever keeps it has it. */
export const NEEDS_WORK = '/surveys/needs-work/index?id=';

/** To asking to be contacted, once a home has answered: a matter of its own (Z16). */
export const toContact = (id: string, homeId: string) => Taro.navigateTo({ url: `/surveys/contact/index?id=${id}&home=${homeId}` });
/** To the writing of an estate's own questionnaire, or of its next version. */
export const toWriting = (officeId: string, id = '') =>
  Taro.navigateTo({ url: `/surveys/questionnaire/index?office=${officeId}${id ? `&id=${id}` : ''}` });

/** To the homes the quality department calls. */
export const toCalls = (id: string) => Taro.navigateTo({ url: `/surveys/calls/index?id=${id}` });

/** To what a survey came to; a colleague reads there what was said too. */
export const toResults = (id: string, asStaff = false) => Taro.navigateTo({ url: `/surveys/results/index?id=${id}${asStaff ? '&as=staff' : ''}` });

/** To the company's documents that answered what colleagues need. */
export const toDocuments = () => Taro.navigateTo({ url: '/mailbox/documents/index' });

/** To a survey's sheets on paper: who is ticked, and which homes stand in for which. */
export const toPaper = (id: string) => Taro.navigateTo({ url: `/surveys/paper/index?id=${id}` });

/** To type a sheet. */
export const toTypeSheet = (id: string) => Taro.navigateTo({ url: `/surveys/type/index?id=${id}` });

/** To the sheet as it is printed. */
export const toPrint = (id: string) => Taro.navigateTo({ url: `/surveys/print/index?id=${id}` });
