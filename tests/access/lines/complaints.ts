import { askAndUndo, personOf } from '../asking.ts';
import type { Letter } from '../cast.ts';
import { type Line, onTickets, single, stored, TOMORROW } from '../line-kinds.ts';

const HOMES = ['3栋2单元502', '6栋1单元902'] as const;
/** The complaints, and one repair: nobody does any of it there. */
const EACH: readonly Letter[] = ['A', 'c', 'd', 'q', 't', 'f'];
const words = '说明如下';

export const complaintLines = {
  complain: HOMES.map((label) =>
    single(
      `for ${label}`,
      async (cast, name) => askAndUndo(cast, name, 'POST', '/complaints', { homeId: await cast.story.homeId(label), words: '这样不对' }),
      stored,
    ),
  ),
  takeComplaint: HOMES.map((label) =>
    single(
      `for ${label}`,
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', '/complaints/taken', {
          homeId: await cast.story.homeId(label),
          name: '来电的人',
          channel: 'hotline_complaints',
          words: '这样不对',
        }),
      stored,
    ),
  ),
  accusable: EACH.map((letter) =>
    single(
      letter,
      (cast, name) => askAndUndo(cast, name, 'GET', `/tickets/${cast.tickets[letter].id}/accusable`),
      ({ body }) => (body.items.length > 0 ? 'list' : 'none'),
    ),
  ),
  becomeComplaint: onTickets('becomeComplaint', ['A', 'I', 'Q', 'c'], () => ({})),
  point: onTickets('point', EACH, () => ({ media: true })),
  escalate: onTickets('escalate', EACH, () => ({ words })),
  letIn: onTickets('letIn', EACH, async (cast) => ({ person: await personOf(cast, '陈立') })),
  interim: onTickets('interim', EACH, () => ({ words, dueBy: TOMORROW })),
  formalReply: onTickets('formalReply', EACH, () => ({ words })),
  setPlan: onTickets('setPlan', EACH, () => ({ steps: [{ words, dueBy: TOMORROW }] })),
  stepDone: onTickets('stepDone', EACH, () => ({ words })),
  recordCause: onTickets('recordCause', EACH, () => ({ cause: words, prevention: words })),
  review: onTickets('review', EACH, () => ({ took: '品质', words })),
  callMajor: onTickets('callMajor', EACH, () => ({ words })),
  issueBulletin: onTickets('issueBulletin', EACH, () => ({ bulletin: words })),
  reportMajor: onTickets('reportMajor', EACH, () => ({ report: words, bulletin: words })),
  tellCommittee: onTickets('tellCommittee', ['A', 'c', 'l'], () => ({ channel: 'hotline_duty', whom: 'chair' })),
  answerUnnamed: onTickets('answerUnnamed', ['A', 'c', 'n'], () => ({ how: 'public', words })),
  recordNoContact: onTickets('recordNoContact', ['A', 'f', 'o'], () => ({ words })),
  conclude: onTickets('conclude', EACH, () => ({})),
  fileUnheard: onTickets('fileUnheard', EACH, () => ({})),
} satisfies Record<string, Line[]>;
