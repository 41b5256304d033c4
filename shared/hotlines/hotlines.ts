import type { Document } from '../approvals/approvals.ts';
import { beginningAfter, type DatedLine, standingOn } from '../kernel/dated-lines.ts';
import { refuseField } from '../kernel/problem.ts';

/** What a number is rung for; an estate has its own, and so has the company (I1, P5). */
export const PURPOSES = {
  service: { label: '服务电话', what: '报修、问事' },
  complaints: { label: '投诉电话', what: '不满意、要投诉' },
  duty: { label: '值班电话', what: '夜里、急事' },
} as const;

export type Purpose = keyof typeof PURPOSES;
export const PURPOSE_NAMES = Object.keys(PURPOSES) as [Purpose, ...Purpose[]];

/** Which document a change is handed in as: the company's own is drafted by the quality department (P5). */
export const documentFor = (isCompany: boolean): Extract<Document, 'hotline' | 'company_hotline'> => (isCompany ? 'company_hotline' : 'hotline');

/** One dated line of an office's numbers, append-only; without a number it ends. */
export interface NumberLine extends DatedLine {
  item: Purpose;
  number: string | null;
}

/** What somebody wants a number to be from a day on; null ends it. */
export interface NumberChange {
  purpose: Purpose;
  number: string | null;
  from: string;
}

/** Whether it can be dialled: digits in groups, by a space or a stroke. */
const DIALLED = /^\d+(?:[ -]\d+)*$/;
const DIGITS = { least: 3, most: 16 };

/** @throws Problem `request/invalid` naming the field, for what cannot be dialled, what is there already, and an end of the service number */
export function checkNumber({ purpose, number }: NumberChange, current: string | null): void {
  if (number === null && purpose === 'service') throw refuseField('number', '服务电话不能没有，只能换');
  if (number === null && current === null) throw refuseField('number', `现在就没有${PURPOSES[purpose].label}`);
  if (number === null) return;
  const digits = number.replace(/\D/g, '').length;
  if (!DIALLED.test(number) || digits < DIGITS.least || digits > DIGITS.most)
    throw refuseField('number', '请写一个能拨的号码，只写数字，中间可以有空格和短横');
  if (number === current) throw refuseField('number', '和现在的一样');
}

/** How one of an office's numbers stands on a day: what it is, what comes next, and what it was. */
export interface StandingNumber {
  purpose: Purpose;
  number: string | null;
  /** The first day it holds; null for what the office began with. */
  since: string | null;
  next: { number: string | null; from: string } | null;
  /** Newest first. */
  before: { number: string | null; from: string | null }[];
}

/** Every purpose of an office on a day. @param first the service number it began with */
export function numbersOn(lines: readonly NumberLine[], day: string, first: string): StandingNumber[] {
  const standing = standingOn(lines, day);
  const ahead = beginningAfter(lines, day);
  return PURPOSE_NAMES.map((purpose): StandingNumber => {
    const begun = lines
      .filter((line) => line.item === purpose && line.from <= day)
      .sort((a, b) => b.from.localeCompare(a.from) || b.id.localeCompare(a.id));
    const held = standing.find(({ line }) => line.item === purpose);
    const next = held?.next ?? ahead.find((line) => line.item === purpose) ?? null;
    const beginning = purpose === 'service' && first !== '' ? [{ number: first, from: null }] : [];
    const [current = null, ...before] = [...begun.map(({ number, from }) => ({ number, from })), ...beginning];
    return {
      purpose,
      number: current?.number ?? null,
      since: current?.from ?? null,
      next: next && { number: next.number, from: next.from },
      before,
    };
  });
}
