import Taro from '@tarojs/taro';
import type { TicketKind } from '../../../shared/tickets/ticket.ts';

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

/** 记一件, for a caller or a walk-in. */
export const toIntake = () => Taro.navigateTo({ url: '/staff/intake/index' });

/** 投诉; about what was done at a ticket, whoever was sent there is meant. */
export const toComplain = (ticketId = '') => Taro.navigateTo({ url: `/tickets/complain/index${ticketId ? `?ticket=${ticketId}` : ''}` });

export const toReport = () => Taro.navigateTo({ url: '/tickets/report/index' });

/** To the report of what came back within its warranty. */
export const toRework = (id: string) => Taro.navigateTo({ url: `/tickets/report/index?rework=${id}` });

/** To what waits on the phone. */
export function toQueue(): void {
  const here = Taro.getCurrentPages().slice(-1)[0]?.route ?? '';
  if (!here.includes('tickets/queue')) void Taro.navigateTo({ url: '/tickets/queue/index' });
}
/** The price list: residents' to read, colleagues' to keep. */
export const toPrices = () => Taro.navigateTo({ url: '/tickets/prices/index' });
export const toPriceKeeping = () => Taro.navigateTo({ url: '/staff/prices/index' });

/** What a public repair used, and what facilities cost. */
export const toSpend = (id: string) => Taro.navigateTo({ url: `/staff/spend/index?id=${id}` });
export const toCosts = () => Taro.navigateTo({ url: '/staff/costs/index' });

/** Work notices: those of one's home, or of the estates one works for; one of them; writing one of a public repair. */
export const toNotices = (asStaff: boolean) => Taro.navigateTo({ url: `/publications/list/index?as=${asStaff ? 'staff' : 'resident'}` });
export const toNotice = (id: string) => Taro.navigateTo({ url: `/publications/notice/index?id=${id}` });
export const toNoticeWriting = (ticketId: string) => Taro.navigateTo({ url: `/publications/write/index?ticketId=${ticketId}` });
export const toBulletins = () => Taro.navigateTo({ url: '/staff/bulletins/index' });
/** What comes round again, and one round of it. */
export const toRound = (id: string) => Taro.navigateTo({ url: `/staff/round/index?id=${id}` });
export const toDuties = () => Taro.navigateTo({ url: '/staff/duties/index' });
/** Special services: residents' to order, colleagues' to keep. */
export const toServices = () => Taro.navigateTo({ url: '/tickets/services/index' });
export const toServiceKeeping = () => Taro.navigateTo({ url: '/staff/services/index' });
export const toOrder = (item: string) => Taro.navigateTo({ url: `/tickets/order/index?item=${item}` });
export const toAccept = (id: string) => Taro.navigateTo({ url: `/tickets/accept/index?id=${id}` });
/** An oral order, for a caller or a walk-in. */
export const toOral = () => Taro.navigateTo({ url: '/staff/oral/index' });
/** 办事指南: what is asked often, for everybody; for colleagues who keep it. */
export const toGuide = () => Taro.navigateTo({ url: '/publications/guide/index' });
export const toGuideKeeping = () => Taro.navigateTo({ url: '/staff/guide/index' });
/** 有话想说, and 记一句话 for a caller. */
export const toSpeak = () => Taro.navigateTo({ url: '/tickets/speak/index' });
export const toRemark = () => Taro.navigateTo({ url: '/staff/remark/index' });
const toAnswer = (id: string) => Taro.navigateTo({ url: `/tickets/answer/index?id=${id}` });
export const toArrange = (id: string) => Taro.navigateTo({ url: `/staff/arrange/index?id=${id}` });
/** To another price, and nothing else. */
export const toOffer = (id: string) => Taro.navigateTo({ url: `/staff/arrange/index?id=${id}&only=price` });
export const toComplete = (id: string) => Taro.navigateTo({ url: `/staff/complete/index?id=${id}` });

/** To what only the resident can say of what was done, by what it was. */
const VERDICTS: Record<TicketKind, (id: string) => Promise<unknown>> = {
  repair: toConfirm,
  special_service: toAccept,
  suggestion: toAnswer,
  praise: toAnswer,
  enquiry: toAnswer,
  complaint: toAnswer,
};
export const toVerdict = ({ id, kind }: { id: string; kind: TicketKind }) => VERDICTS[kind](id);

export const toQuote = (id: string) => Taro.navigateTo({ url: `/staff/quote/index?id=${id}` });

/** What the service centre often says. */
export const toReplies = () => Taro.navigateTo({ url: '/staff/replies/index' });

export const toBoard = () => Taro.navigateTo({ url: '/staff/board/index' });
export const toLate = () => Taro.navigateTo({ url: '/staff/late/index' });
export const toRegisters = () => Taro.navigateTo({ url: '/staff/registers/index' });

/** To one ticket, with the form that gives it to somebody else open. */
export const toReassign = (id: string) => Taro.navigateTo({ url: `/staff/ticket/index?id=${id}&open=reassign` });

/** Who looked at numbers: one's own, or those one answers for. */
export const toReveals = (asStaff: boolean) => Taro.navigateTo({ url: `/${asStaff ? 'staff' : 'tickets'}/reveals/index` });

/** To the return visits one owes. */
export const toVisits = () => Taro.navigateTo({ url: '/visits/queue/index' });

/** To one visit: what to ask, what came of it. */
export const toVisit = (id: string, what: string) => Taro.navigateTo({ url: `/visits/form/index?id=${id}&what=${what}` });

/** To what waits for a colleague to look at. */
export const toChecks = () => Taro.navigateTo({ url: '/staff/checks/index' });
export const toBindings = () => Taro.navigateTo({ url: '/staff/bindings/index' });

/** Who works where: to appoint, to move, to end, and who is away. */
export const toPeople = () => Taro.navigateTo({ url: '/people/posts/index' });

export const toInvite = () => Taro.navigateTo({ url: '/staff/invite/index' });

/** What colleagues owe each other: a list, one of them, writing one, about a ticket or none. */
export const toErrands = () => Taro.navigateTo({ url: '/errands/list/index' });
export const toErrand = (id: string) => Taro.navigateTo({ url: `/errands/one/index?id=${id}` });
export const toErrandWriting = (ticketId = '') => Taro.navigateTo({ url: `/errands/write/index${ticketId ? `?ticket=${ticketId}` : ''}` });

/** 满意率调查: those of one's homes, one to answer, one as colleagues keep it. */
export const toSurveys = () => Taro.navigateTo({ url: '/surveys/list/index' });
export const toQuestionnaires = () => Taro.navigateTo({ url: '/surveys/office/index' });
export const toLetter = (id: string) => Taro.navigateTo({ url: `/surveys/letter/index?id=${id}` });
const answering = (id: string, homeId = '') => `/surveys/answer/index?id=${id}&home=${homeId}`;
export const toSurvey = (id: string, homeId = '') => Taro.navigateTo({ url: answering(id, homeId) });
/** The same with nothing behind it. */
export const startWithSurvey = (id: string) => Taro.reLaunch({ url: answering(id) });

/** 公司的规矩: every figure, whose it is, since when. */
export const toSettings = () => Taro.navigateTo({ url: '/settings/list/index' });

/** The numbers of the estate and the company. */
export const toPhones = () => Taro.navigateTo({ url: '/settings/phones/index' });
/** 住户: an estate's homes; who lives in one's own; what is known of oneself. */
export const toHouseholds = () => Taro.navigateTo({ url: '/residents/list/index' });
export const toFamily = (homeId: string) => Taro.navigateTo({ url: `/residents/family/index?id=${homeId}` });
export const toOwnRecord = () => Taro.navigateTo({ url: '/residents/mine/index' });

/** 总裁信箱, 员工需求普查. */
/** 公司和小区, for whoever sets them up. */
export const toCompany = () => Taro.navigateTo({ url: '/company/list/index' });
export const toMailbox = () => Taro.navigateTo({ url: '/mailbox/list/index' });
export const toMailboxLetter = (id: string) => Taro.navigateTo({ url: `/mailbox/one/index?id=${id}` });
export const toNeeds = (id: string) => Taro.navigateTo({ url: `/surveys/needs-answer/index?id=${id}` });

/** 信息交流: the register of what is worth knowing, and one entry of it. */
export const toExchanges = () => Taro.navigateTo({ url: '/exchange/list/index' });
export const toExchange = (id: string) => Taro.navigateTo({ url: `/exchange/one/index?id=${id}` });

/** Dials, where there is a number. */
export function call(number: string | null | undefined): void {
  if (number) Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined);
}

/** Back, or home where nothing lies behind. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void toTab('home');
}
