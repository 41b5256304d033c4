import { askAndUndo, personOf } from '../asking.ts';
import type { Cast } from '../cast.ts';
import { ERRANDS, type Errand } from '../cast-errands.ts';
import { type Line, officeOf, single, stored, TOMORROW } from '../line-kinds.ts';

const EACH = Object.keys(ERRANDS) as Errand[];
const words = '说明如下';

/** One action on each errand. */
const onErrands = (path: string, body: unknown, which: readonly Errand[] = EACH): Line[] =>
  which.map((one) => single(ERRANDS[one], (cast, name) => askAndUndo(cast, name, 'POST', `/errands/${cast.errands[one]}/${path}`, body), stored));

/** Which errands a list holds, by their letters. */
const held = (path: (cast: Cast) => string | Promise<string>) => (about: string) =>
  single(
    about,
    async (cast, name) => {
      const asked = await askAndUndo(cast, name, 'GET', await path(cast));
      return {
        ...asked,
        body: { ...asked.body, found: EACH.filter((one) => (asked.body.items ?? []).some((item: { id: string }) => item.id === cast.errands[one])) },
      };
    },
    ({ body }) => body.found.join('') || '·',
  );

export const errandLines = {
  errandUnits: [
    single(
      'of WT',
      async (cast, name) => askAndUndo(cast, name, 'GET', `/errands/units?officeId=${await officeOf(cast, 'WT')}`),
      ({ body }) => body.mayWrite.join('+') || 'none',
    ),
  ],
  errands: (['mine', 'given', 'open', 'over'] as const).map((which) => held(() => `/errands?which=${which}`)(which)),
  errandsOfTicket: [held((cast) => `/tickets/${cast.tickets.A.id}/errands`)('A'), held((cast) => `/tickets/${cast.tickets.d.id}/errands`)('d')],
  errand: EACH.map((one) =>
    single(
      ERRANDS[one],
      (cast, name) => askAndUndo(cast, name, 'GET', `/errands/${cast.errands[one]}`),
      () => 'seen',
    ),
  ),
  giveErrand: (['A', 'd'] as const).map((letter) =>
    single(
      letter,
      (cast, name) =>
        askAndUndo(cast, name, 'POST', '/errands', {
          kind: 'handover',
          ticketId: cast.tickets[letter].id,
          department: 'environment',
          content: words,
          answerBy: TOMORROW,
        }),
      stored,
    ),
  ),
  registerLetter: (['A', 'd'] as const).map((letter) =>
    single(
      letter,
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', '/errands/letters', {
          ticketId: cast.tickets[letter].id,
          from: 'authority',
          sender: '街道办',
          receivedOn: '2026-03-01',
          subject: words,
          holder: await personOf(cast, '吴桐'),
        }),
      stored,
    ),
  ),
  answerLetter: onErrands('answer-letter', { words }),
  fileLetter: onErrands('file', { words }),
  photographLetter: onErrands('photos', { type: 'image/jpeg', bytes: 26 }),
  copyLetter: onErrands('copy', { copies: ['hr'] }),
  takeErrand: onErrands('take', { promisedBy: TOMORROW, words }),
  progressErrand: onErrands('progress', { words }),
  giveBackErrand: onErrands('give-back', { words }),
  sendBackErrand: onErrands('send-back', { words, answerBy: TOMORROW }),
  receiveErrand: onErrands('receive', {}),
  verifyErrand: onErrands('verify', { words }),
  withdrawErrand: onErrands('withdraw', { words }),
  leadErrand: onErrands('lead', {}),
  tellResident: onErrands('tell', { how: 'phone', words }),
  reachErrand: onErrands('reach', { words }),
  registerErrand: onErrands('register', {}),
  handErrandOn: EACH.map((one) =>
    single(
      ERRANDS[one],
      async (cast, name) => askAndUndo(cast, name, 'POST', `/errands/${cast.errands[one]}/hand-on`, { holder: await cast.story.personId('周敏') }),
      stored,
    ),
  ),
  reportErrand: onErrands('report', { words }),
  writeReport: onErrands('write-report', { cause: words, correction: words, prevention: words }),
} satisfies Record<string, Line[]>;
