import { refuseField } from '../../shared/kernel/problem.ts';
import {
  decideAdopt,
  decideAnswerAbove,
  decideCarryOut,
  decideDecline,
  decideObject,
  decidePromiseAnswer,
  decideReply,
  decideSort,
  decideStudy,
  decideThank,
  type RemarkKind,
} from '../../shared/remarks/decide.ts';
import type { Field } from '../../shared/tickets/fields.ts';
import { command, type Reading, spoken } from '../tickets/command.ts';

interface Answered {
  id: string;
  words: string;
}

type Dated = Answered & { dueBy: string };

/** What residents read as the office's answer. */
const answer = (reading: Reading, body: string, outcome: string | null = null) => [spoken(reading, body, { direction: 'out', outcome })];

const by = ({ dueBy }: Dated) => ({ dueBy: new Date(dueBy) });

/** I3, I18: what it is, and what it is about. */
export const sort = command<{ id: string; kind: RemarkKind; field: Field }>('sort', (reading, input) => decideSort(reading, input));

/** I12: answered in full. */
export const reply = command<Answered>('reply', (reading, { words }) => ({ ...decideReply(reading), said: answer(reading, words) }));

/** I12: by when it will be. */
export const promiseAnswer = command<Dated>('promiseAnswer', (reading, input) => ({
  ...decidePromiseAnswer(reading, by(input)),
  said: answer(reading, input.words),
}));

/** I10: studied first. */
export const study = command<Dated>('study', (reading, input) => ({ ...decideStudy(reading, by(input)), said: answer(reading, input.words) }));

/** I10: adopted, to be carried out by a day. */
export const adopt = command<Dated>('adopt', (reading, input) => ({ ...decideAdopt(reading, by(input)), said: answer(reading, input.words) }));

/** I10: carried out. */
export const carryOut = command<Answered>('carryOut', (reading, { words }) => ({ ...decideCarryOut(reading), said: answer(reading, words) }));

/** I11: declined by a written rule, with what is possible instead. */
export const decline = command<Answered & { rule: string; instead: string }>('decline', (reading, { words, rule, instead }) => ({
  ...decideDecline(reading),
  said: answer(reading, [words, `按：${rule}`, ...(instead ? [`能做到的：${instead}`] : [])].join('\n')),
}));

/** I11: the household asks for an answer from above. */
export const object = command<Answered>('object', (reading, { words }) => ({ ...decideObject(), said: [spoken(reading, words)] }));

/** I11: the quality department's answer. */
export const answerAbove = command<Answered>('answerAbove', (reading, { words }) => ({
  ...decideAnswerAbove(reading),
  said: answer(reading, words),
}));

/** Praise reaches those it is about: colleagues of this office. @throws Problem `request/invalid` */
export const thank = command<Answered & { praised: string[] }>('thank', (reading, { words, praised }) => {
  if (praised.some((person) => !reading.file.staff.some((holder) => holder.person === person && !holder.atHeadOffice)))
    throw refuseField('praised', '请选本小区的同事');
  return { ...decideThank(reading, { praised }), said: answer(reading, words) };
});
