import type { News, Tellings } from '../tickets/telling.ts';

/** The lines of reports made one, and taken apart again (Z3). */
export const MERGING_TELLINGS: Tellings = {
  merged: ({ facts }) => `并到 ${facts.number} 一起办，编号和留言都还在`,
  carried_over: ({ facts }) => `跟着并到 ${facts.number} 一起办，编号和留言都还在`,
  unmerged: ({ facts }) => `从 ${facts.number} 拆出来，单独办`,
  merge_disputed: ({ who, forStaff }) => (forStaff ? `${who}说这不是同一件，等答复` : '您家说这不是同一件，等我们答复'),
  merge_upheld: ({ who }) => `${who}看过，是同一件，还一起办`,
  took_in: ({ facts, who, forStaff }) => (forStaff ? `${who}把 ${facts.number} 并了进来` : '别的住户也报了同一件，一起办'),
  let_go: ({ facts, who, forStaff }) => (forStaff ? `${who}把 ${facts.number} 拆了出去` : null),
  co_rated: ({ facts, who, forStaff }) => (forStaff ? `${who}（并进来的）打了 ${facts.score} 分` : null),
  co_rated_low: ({ facts, forStaff }) => (forStaff ? `住户打了 ${facts.score} 分，服务中心负责人来联系` : '您打了低分，服务中心会联系您'),
  owed_apart: ({ forStaff, what }) =>
    forStaff ? `${what()}和别的住户另约了时间；答应这一户的照样算` : `别的住户另约了${what()}的时间；答应您家的照样算`,
};

/** What the inbox says of it. */
export const MERGING_NEWS: News = {
  merged: '和别人报的是同一件，一起办',
  unmerged: '拆出来单独办了',
  merge_disputed: '住户说不是同一件，请看看',
  merge_upheld: '看过了，是同一件，为什么写在留言里',
  took_in: '又并进来一件',
  let_go: '并进来的一件拆出去了',
  co_rated_low: '住户打了低分，请联系',
};
