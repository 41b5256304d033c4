import { headsServiceCentre, RELATION_HOLDERS } from '../kernel/people.ts';
import { Problem, refuseField } from '../kernel/problem.ts';
import { normalise, pairsOf } from '../kernel/search.ts';
import type { GuideSection } from './sections.ts';

/** Who keeps it. Others read it, so nobody below whoever answers for the service centre puts it out (readings 29). */
export const GUIDE_WRITERS = { by: ['serviceCentreHead', 'director'], clause: 'I12', since: '2026-01-01' } as const;

/** Whether a post may write the guide of its office. */
export function mayWriteGuide(post: { role: string; department: string | null }): boolean {
  return GUIDE_WRITERS.by.some((by) => (by === 'director' ? RELATION_HOLDERS.director(post) : headsServiceCentre(post)));
}

/** One entry as it reads. */
export interface GuideText {
  section: GuideSection;
  title: string;
  words: string;
  /** Of a public desk; empty where none is needed. */
  phone: string;
}

/** An entry as its last version left it. */
export interface GuideStand extends GuideText {
  version: number;
  withdrawn: boolean;
  by: string;
}

const MOBILE = /(^|\D)(86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/;
const DESK = /^\+?\d[\d -]{1,18}\d$/;
const OWN_NUMBER = '个人的手机号不登在这里，请写公共的电话';

/**
 * An entry as it is kept. A desk has a number, a person's own is confidential (A1).
 * @throws Problem `request/invalid` naming the field
 */
export function checkGuide({ section, title, words, phone }: GuideText): GuideText {
  const desk = phone.normalize('NFKC').replace(/[\u2010-\u2015]/g, '-');
  for (const [field, text] of Object.entries({ title, words, phone: desk }))
    if (MOBILE.test(text.normalize('NFKC'))) throw refuseField(field, OWN_NUMBER);
  if (desk !== '' && !DESK.test(desk)) throw refuseField('phone', '电话只写数字，比如 0571-0000 0110');
  return { section, title, words, phone: desk };
}

const isSameText = (a: GuideText, b: GuideText) => a.section === b.section && a.title === b.title && a.words === b.words && a.phone === b.phone;

/**
 * The version that follows when the version that was read is changed, or taken out of use with `text` null. What was sent twice, and what changes
 * nothing, makes none.
 * @throws Problem `guide/withdrawn`, `guide/changed` where another version stands by now
 */
export function decideGuide(
  stand: GuideStand,
  { version, by, text }: { version: number; by: string; text: GuideText | null },
): { version: number; isNew: boolean } {
  const stands = text ? !stand.withdrawn && isSameText(stand, text) : stand.withdrawn;
  if (stands && (stand.version === version || (stand.version === version + 1 && stand.by === by))) return { version: stand.version, isNew: false };
  if (stand.withdrawn) throw new Problem('guide/withdrawn');
  if (stand.version !== version) throw new Problem('guide/changed');
  return { version: version + 1, isNew: true };
}

const singlesOf = (text: string) => [...normalise(text)];

/** What an entry is found by: every character and every two that stand side by side. */
export function guideTerms({ title, words, phone }: GuideText): string[] {
  return [...new Set([title, words, phone].flatMap((text) => [...singlesOf(text), ...pairsOf(text)]))];
}

/** What is looked for: each word as search sees it, and the terms every hit has. */
export interface GuideQuery {
  words: string[];
  terms: string[];
}

/** Reads what was typed so far, one character being enough; null where there is nothing to look for in it. */
export function readGuideQuery(typed: string): GuideQuery | null {
  const words = typed.split(/\s+/).map(normalise).filter(Boolean);
  const terms = words.flatMap((word) => (singlesOf(word).length === 1 ? [word] : pairsOf(word)));
  return terms.length > 0 ? { words, terms: [...new Set(terms)] } : null;
}

/** Whether an entry really holds every word. */
export function isInGuide(query: GuideQuery, { title, words, phone }: GuideText): boolean {
  const texts = [title, words, phone].map(normalise);
  return query.words.every((word) => texts.some((text) => text.includes(word)));
}

/** So many are offered while somebody writes. */
export const MOST_OFFERED = 3;
const TITLE_WEIGHT = 3;
const ENOUGH = 4;
/** Pairs that stand in any question, whatever it is about. */
const ASKING = new Set(
  '请问 问一 一下 想问 什么 么时 时候 怎么 怎样 么办 么弄 哪里 在哪 几点 多少 少钱 多久 是不 不是 可以 以吗 可不 有没 没有 能不 不能 我们 我家 小区 物业 业主 住户 谢谢 你好 您好 现在 需要 知道 一个'.split(
    ' ',
  ),
);

/** The pairs of somebody's words by which entries may be near; none where they only ask. */
export const askedPairs = (words: string): string[] => pairsOf(words).filter((pair) => !ASKING.has(pair));

/** The entries nearest to what somebody wrote, the nearest first; none where no entry is near enough. */
export function nearestGuide<Entry extends GuideText>(words: string, entries: readonly Entry[]): Entry[] {
  const asked = askedPairs(words);
  const score = ({ title, words: answer }: Entry) => {
    const [inTitle, inAnswer] = [new Set(pairsOf(title)), new Set(pairsOf(answer))];
    return asked.reduce((sum, pair) => sum + (inTitle.has(pair) ? TITLE_WEIGHT : 0) + (inAnswer.has(pair) ? 1 : 0), 0);
  };
  return entries
    .map((entry) => ({ entry, near: score(entry) }))
    .filter(({ near }) => near >= ENOUGH)
    .sort((a, b) => b.near - a.near)
    .slice(0, MOST_OFFERED)
    .map(({ entry }) => entry);
}
