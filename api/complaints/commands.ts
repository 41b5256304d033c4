import { insertBulletin, readComplainant } from '../../db/queries/bulletins.ts';
import { readColleaguesAt } from '../../db/queries/complaints.ts';
import { tellsWho } from '../../shared/complaints/bulletin.ts';
import { type Against, COMMITTEE, type CommitteePost, type Door, UNNAMED_ANSWERS, type UnnamedAnswer } from '../../shared/complaints/complaint.ts';
import {
  decideAnswerUnnamed,
  decideBecomeComplaint,
  decideCause,
  decideConclude,
  decideEscalate,
  decideFileUnheard,
  decideFormalReply,
  decideInterim,
  decideIssueBulletin,
  decideLetIn,
  decideMajor,
  decideNoContact,
  decidePlan,
  decidePoint,
  decideReportMajor,
  decideReview,
  decideStepDone,
  decideTellCommittee,
} from '../../shared/complaints/decide.ts';
import { leftBlank } from '../../shared/complaints/letter.ts';
import { isAccused } from '../../shared/complaints/wall.ts';
import { type Channel, channelOf } from '../../shared/intake/channels.ts';
import { refuseField } from '../../shared/kernel/problem.ts';
import { command, type Reading, spoken } from '../tickets/command.ts';

interface Circumstances {
  id: string;
  against: Against[];
  compensation: boolean;
  danger: boolean;
  media: boolean;
}

interface Written {
  id: string;
  words: string;
}

/** What only colleagues read. */
const inside = (reading: Reading, body: string, outcome: string | null = null, id?: string) =>
  spoken(reading, body, { kind: 'note', direction: 'internal', audience: 'staff', participants: [], outcome, ...(id ? { id } : {}) });

/** A letter to the complainant. @throws Problem `request/invalid` where a line of the template was left as it stands */
function letter(reading: Reading, body: string, outcome: string) {
  const blank = leftBlank(body);
  if (blank) throw refuseField('words', `“${blank}”后面还没有写`);
  return spoken(reading, body, { kind: 'letter', direction: 'out', outcome });
}

/** @throws Problem `request/invalid` for somebody who works neither here nor at the company */
function known(reading: Reading, people: readonly string[], field: string): void {
  const isKnown = (person: string) => reading.file.staff.some((holder) => holder.person === person) || isAccused(reading.state, person);
  if (!people.every(isKnown)) throw refuseField(field, '请选小区或公司的同事');
}

/** I3: what came as something else is a complaint. */
export const becomeComplaint = command<Circumstances & { door: Door }>('becomeComplaint', async (reading, input, tx, ctx) => {
  const { file } = reading;
  const atHome = await readColleaguesAt(tx, ctx.viewer, file, file.staff, reading.now);
  return decideBecomeComplaint(reading, { ...input, author: file.reporterId, atHome, accused: [] }, file.staff);
});

/** C3: whom it is against, and what it is about. */
export const point = command<Circumstances & { accused: string[] }>('point', (reading, input) => {
  known(reading, input.accused, 'accused');
  return decidePoint(reading, input, reading.file.staff, reading.relations);
});

/** C2: one level up, with what was tried. */
export const escalate = command<Written>('escalate', (reading, { words }) => ({
  ...decideEscalate(reading),
  said: [inside(reading, words, '上报')],
}));

/** C3: leadership lets a colleague of the office in. */
export const letIn = command<{ id: string; person: string }>('letIn', (reading, input) => decideLetIn(reading, input, reading.file.staff));

/** C5: not done yet. */
export const interim = command<Written & { dueBy: string }>('interim', (reading, { words, dueBy }) => ({
  ...decideInterim(reading, { dueBy: new Date(dueBy) }),
  said: [letter(reading, words, '中间答复')],
}));

/** C5: the formal written reply. */
export const formalReply = command<Written>('formalReply', (reading, { words }) => ({
  ...decideFormalReply(reading),
  said: [letter(reading, words, '正式答复')],
}));

/** C4: the plan, its words in the thread and its days in the ledger. */
export const setPlan = command<{ id: string; steps: { words: string; dueBy: string }[] }>('setPlan', (reading, { steps }, _tx, ctx) => {
  const written = steps.map((step, index) => ({ id: ctx.newId(), dueBy: new Date(step.dueBy), words: step.words, number: index + 1 }));
  return {
    ...decidePlan(reading, written),
    said: written.map((step) => inside(reading, step.words, `纠正方案第 ${step.number} 步`, step.id)),
  };
});

/** C4: its next step is done. */
export const stepDone = command<Written>('stepDone', (reading, { words }) => ({
  ...decideStepDone(reading),
  said: [inside(reading, words, '方案做完一步')],
}));

/** C6: why it happened, and what keeps it from happening again. */
export const recordCause = command<{ id: string; cause: string; prevention: string }>('recordCause', (reading, { cause, prevention }) => ({
  ...decideCause(reading),
  said: [inside(reading, cause, '根本原因'), inside(reading, prevention, '预防措施')],
}));

/** C11: what a joint review came to. */
export const review = command<Written & { took: string }>('review', (reading, { words, took }) => ({
  ...decideReview(reading),
  said: [inside(reading, `参加：${took}\n${words}`, '会审')],
}));

/** Readings 17: a major one. */
export const callMajor = command<Written>('callMajor', (reading, { words }) => ({
  ...decideMajor(reading),
  said: [inside(reading, words, '定为重大投诉')],
}));

/** C7: the report, and the draft of what every colleague is to read. */
export const reportMajor = command<{ id: string; report: string; bulletin: string }>('reportMajor', (reading, { report, bulletin }) => ({
  ...decideReportMajor(reading),
  said: [inside(reading, report, '纠正措施报告'), inside(reading, bulletin, '通报稿')],
}));

/** C7: what every colleague reads, of whom it says nothing; nobody reads the complaint by it. @throws Problem `request/invalid` for words that tell whose complaint it was */
export const issueBulletin = command<{ id: string; bulletin: string }>('issueBulletin', async (reading, { bulletin }, tx, ctx) => {
  const { officeId, id } = reading.file;
  const tells = tellsWho(bulletin, await readComplainant(tx, ctx.viewer, { officeId, id }));
  if (tells) throw refuseField('bulletin', `通报里不能有${tells}，请删掉再发`);
  await insertBulletin(tx, ctx.viewer, { id: ctx.newId(), jobId: ctx.newId(), officeId, ticketId: id, words: bulletin, at: reading.now });
  return decideIssueBulletin(reading);
});

/** Z9: the owners' committee knows that it exists; what it is stays here. */
export const tellCommittee = command<{ id: string; toldAt?: string | undefined; channel: Channel; whom: CommitteePost }>(
  'tellCommittee',
  (reading, input) => {
    const toldAt = input.toldAt === undefined ? reading.now : new Date(input.toldAt);
    const kind = channelOf(input.channel)?.kind ?? 'message';
    const isNobody = input.whom === 'none';
    const words = isNobody
      ? '本小区没有业委会，没有人可以告诉。'
      : `告诉了${COMMITTEE[input.whom]}：有一件投诉公司领导的投诉。没有说是谁投诉的、什么事。`;
    return {
      ...decideTellCommittee(reading, { ...input, toldAt }),
      said: [{ ...inside(reading, words, '告诉业委会'), kind, channel: input.channel, direction: isNobody ? 'internal' : 'out', at: toldAt }],
    };
  },
);

/** C10: how a complaint nobody put a name to was answered. */
export const answerUnnamed = command<Written & { how: UnnamedAnswer }>('answerUnnamed', (reading, { how, words }) => ({
  ...decideAnswerUnnamed(reading, { how }),
  said: [inside(reading, words, UNNAMED_ANSWERS[how])],
}));

/** V4: there is nobody to be asked; what was looked at instead. */
export const recordNoContact = command<Written>('recordNoContact', (reading, { words }) => ({
  ...decideNoContact(reading),
  said: [inside(reading, words, '没法回访')],
}));

/** C8: over. */
export const conclude = command<{ id: string }>('conclude', (reading) => decideConclude(reading));

/** C8: nobody to be reached. */
export const fileUnheard = command<{ id: string }>('fileUnheard', (reading) => decideFileUnheard(reading));
