import { channelOf } from '../intake/channels.ts';
import type { News, Telling, Tellings } from '../tickets/telling.ts';
import { COMMITTEE, type CommitteeTold, type Complaint, LEVELS, type Level, sayToldBy, UNNAMED_ANSWERS, type UnnamedAnswer } from './complaint.ts';
import { explainLevel } from './escalation.ts';

const complaintIn = ({ facts }: Telling) => facts.complaint as Complaint | undefined;
const said = (complaint: Complaint | undefined) => (complaint ? `，${explainLevel(complaint)}` : '');

function sayReceived(told: Telling): string {
  const channel = channelOf(String(told.facts.channel ?? ''));
  const where = said(complaintIn(told));
  if (channel) return `${told.who}记下投诉，${channel.label}${where}`;
  const asked = told.facts.fromSurvey === undefined ? '' : '，答完满意率调查请我们联系';
  return `${told.forStaff ? '收到投诉' : '收到您的投诉'}${asked}${where}`;
}

function sayEscalated({ facts, who, by, forStaff }: Telling): string {
  const to = LEVELS[(facts.level as Level | undefined) ?? 'quality'].label;
  if (by === null) return `小区在规定的天数里没有解决，转到${to}`;
  return forStaff ? `${who}上报，转到${to}` : `转到${to}来办`;
}

/** How whoever gave no name was answered, or whoever did. */
const sayAnswered = ({ how }: Telling['facts']) => (how === undefined ? '书面答复了' : `记下怎么答复的：${UNNAMED_ANSWERS[how as UnnamedAnswer]}`);

/** That it exists, and to whom by their post (Z9). */
function sayCommitteeTold({ who, facts, forStaff }: Telling): string {
  const { whom, channel } = facts.committee as CommitteeTold;
  if (whom === 'none') return forStaff ? `${who}记下本小区没有业委会` : '本小区没有业委会，没有人可以告诉';
  return forStaff ? `${who}告诉了${COMMITTEE[whom]}有这件投诉，${sayToldBy(channel)}，没有说内容` : '告诉了业委会有这件投诉，没有说是谁、什么事';
}

/** The lines of a complaint's history. */
export const COMPLAINT_TELLINGS: Tellings = {
  received: sayReceived,
  became_complaint: (told) => `${told.forStaff ? told.who : ''}转为投诉${said(complaintIn(told))}`,
  walled: (told) => `${told.forStaff ? `${told.who}写明了针对谁、什么情形` : '记下了您说的情形'}${said(complaintIn(told))}`,
  escalated: sayEscalated,
  let_in: ({ facts, who, forStaff, name }) => (forStaff ? `${who}请${name(String(facts.person))}来看` : null),
  interim_replied: ({ who, until }) => `${who}先书面回了一封，${until()} 前正式答复`,
  formally_replied: ({ who, facts }) => `${who}${sayAnswered(facts)}`,
  no_contact: ({ who, forStaff }) => (forStaff ? `${who}记下：没留姓名，没法回访` : null),
  plan_set: ({ facts, who, forStaff }) => (forStaff ? `${who}定了纠正方案，${(facts.plan as unknown[]).length} 步` : '定了纠正方案，正在一步步做'),
  step_done: ({ who, forStaff }) => (forStaff ? `${who}：方案做完一步` : '方案又做完一步'),
  cause_recorded: ({ who, forStaff }) => (forStaff ? `${who}记下了根本原因和预防措施` : null),
  reviewed: ({ who, forStaff }) => (forStaff ? `${who}记下会审` : null),
  called_major: ({ who, forStaff }) => (forStaff ? `${who}定为重大投诉` : null),
  major_reported: ({ who, forStaff }) => (forStaff ? `${who}写了纠正措施报告和通报稿` : null),
  bulletin_issued: ({ who, forStaff }) => (forStaff ? `${who}把通报发给了全体同事` : null),
  confirmed: ({ facts, who, forStaff }) => (forStaff ? (facts.channel !== undefined ? `${who}记下：投诉的人说解决了` : `${who}说满意`) : '您说满意'),
  reopened: ({ forStaff }) => (forStaff ? '投诉的人说还没解决，接着办' : '您说还没解决，接着办'),
  committee_told: (told) => sayCommitteeTold(told),
  concluded: ({ who }) => `${who}结案`,
  closed_unheard: ({ who, forStaff }) =>
    forStaff ? `几次联系不上，${who}先归档，不算解决` : '几次没联系上您，先归档，不算解决；您随时可以说还没解决，我们接着办',
  cancelled: ({ who, forStaff }) => (forStaff ? `${who}撤回了` : '您撤回了'),
};

/** What the inbox says of a complaint. */
export const COMPLAINT_NEWS: News = {
  received: ({ channel }) => (channel ? '记下了一件投诉' : '新投诉，请处理'),
  became_complaint: '转为投诉，请处理',
  walled: '投诉写明了针对谁、什么情形，请处理',
  escalated: '投诉转上来了',
  let_in: '公司领导请您看一件投诉',
  interim_replied: '先书面回了一封，请您看看',
  formally_replied: '书面答复了，请您看看',
  plan_set: '定了纠正方案，请照着做',
  step_done: '纠正方案做完一步',
  reviewed: '会审记下了',
  called_major: '定为重大投诉',
  confirmed: '投诉的人说满意',
  reopened: '投诉的人说还没解决，请接着办',
  concluded: '结案了',
  closed_unheard: '几次没联系上，先归档',
  cancelled: '投诉的人撤回了',
};
