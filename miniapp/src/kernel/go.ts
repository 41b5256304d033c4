import Taro from '@tarojs/taro';

export const SIGN_IN = '/pages/sign-in/index';

/** To the sign-in page, once however many answers ask for it. */
export function toSignIn(): void {
  const here = Taro.getCurrentPages().slice(-1)[0]?.route ?? '';
  if (!here.includes('sign-in')) void Taro.reLaunch({ url: SIGN_IN });
}

export const toTab = (tab: 'home' | 'progress' | 'messages' | 'me') => Taro.switchTab({ url: `/pages/${tab}/index` });

/** To one ticket: the page of whoever looks. */
export const toTicket = (id: string, asStaff: boolean) => Taro.navigateTo({ url: `${asStaff ? '/staff/ticket' : '/tickets/detail'}/index?id=${id}` });

export const toConfirm = (id: string) => Taro.navigateTo({ url: `/tickets/confirm/index?id=${id}` });

export const toFinish = (id: string) => Taro.navigateTo({ url: `/staff/finish/index?id=${id}` });

/** To the manual, by chapter: back where it lies behind, as it was. */
export function toManual(officeId = ''): void {
  const behind = Taro.getCurrentPages().slice(-2, -1)[0]?.route ?? '';
  if (behind.includes('staff/manual')) void Taro.navigateBack();
  else void Taro.navigateTo({ url: `/staff/manual/index?officeId=${officeId}` });
}

/** To one clause of the manual, for colleagues. @param on another day than today */
export const toClause = (clause: string, officeId = '', on = '') =>
  Taro.navigateTo({ url: `/staff/clause/index?clause=${clause}&officeId=${officeId}&on=${on}` });

const isTab = (page: string) => /^pages\/(home|progress|messages|me)\//.test(page);

/** To a page that needs nothing chosen, named as the app's configuration names it. */
export const toPage = (page: string) => (isTab(page) ? Taro.switchTab({ url: `/${page}` }) : Taro.navigateTo({ url: `/${page}` }));
export const toSearch = () => Taro.navigateTo({ url: '/staff/search/index' });

/** The templates of WeChat messages, for colleagues. */
export const toTemplates = () => Taro.navigateTo({ url: '/staff/templates/index' });

export const toReport = () => Taro.navigateTo({ url: '/tickets/report/index' });

/** To what waits on the phone. */
export function toQueue(): void {
  const here = Taro.getCurrentPages().slice(-1)[0]?.route ?? '';
  if (!here.includes('tickets/queue')) void Taro.navigateTo({ url: '/tickets/queue/index' });
}
/** What the service centre often says. */
export const toReplies = () => Taro.navigateTo({ url: '/staff/replies/index' });

/** Who looked at numbers: one's own, or those one answers for. */
export const toReveals = (asStaff: boolean) => Taro.navigateTo({ url: `/${asStaff ? 'staff' : 'tickets'}/reveals/index` });

/** To what waits for a colleague to look at. */
export const toChecks = () => Taro.navigateTo({ url: '/staff/checks/index' });
export const toBindings = () => Taro.navigateTo({ url: '/staff/bindings/index' });

export const toInvite = () => Taro.navigateTo({ url: '/staff/invite/index' });

/** Dials, where there is a number. */
export function call(number: string | null | undefined): void {
  if (number) Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined);
}

/** Back, or home where nothing lies behind. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void toTab('home');
}
