import { A_VOICE } from '../../support/http-story.ts';
import { askAndUndo } from '../asking.ts';
import { LETTERS } from '../cast.ts';
import { inLists, type Line, officeOf, replyOf, single, stored } from '../line-kinds.ts';

export const talkLines = {
  templates: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/templates'),
      // Of how many estates, and what may be done about them: s handed in, d decided.
      ({ body }) => {
        const items: { officeId: string; maySubmit: boolean; mayDecide: boolean }[] = body.items ?? [];
        const may = (items.some((item) => item.maySubmit) ? 's' : '') + (items.some((item) => item.mayDecide) ? 'd' : '');
        return `${new Set(items.map((item) => item.officeId)).size}${may}`;
      },
    ),
  ],
  submitTemplate: ['WT', 'HT'].map((letters) =>
    single(
      `of ${letters}`,
      async (cast, name) => askAndUndo(cast, name, 'POST', '/templates/submit', { officeId: await officeOf(cast, letters), name: 'progress' }),
      stored,
    ),
  ),
  decideApproval: [
    single(
      'of WT',
      async (cast, name) => askAndUndo(cast, name, 'POST', `/approvals/${cast.approval}/decide`, { round: 1, step: 0, verdict: 'approved' }),
      stored,
    ),
  ],
  consents: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/consents'),
      () => 'ok',
    ),
  ],
  answerConsents: [
    single('', (cast, name) => askAndUndo(cast, name, 'POST', '/consents', { answers: [{ name: 'progress', answer: 'accept' }] }), stored),
  ],
  replies: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/canned-replies'),
      (measured) => (measured.body.offices.some((one: { mayWrite: boolean }) => one.mayWrite) ? 'writes' : 'reads'),
    ),
  ],
  saveReply: ['WT', 'HT'].map((letters) =>
    single(
      letters,
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', '/canned-replies', { officeId: await officeOf(cast, letters), title: '收到', body: '{称呼}您好，收到了' }),
      stored,
    ),
  ),
  withdrawReply: [
    single('one of WT', async (cast, name) => askAndUndo(cast, name, 'POST', `/canned-replies/${await replyOf(cast)}/withdraw`, {}), stored),
  ],
  ticketReplies: LETTERS.map((letter) =>
    single(
      letter,
      (cast, name) => askAndUndo(cast, name, 'GET', `/tickets/${cast.tickets[letter].id}/canned-replies`),
      () => 'list',
    ),
  ),
  addVoice: LETTERS.flatMap((letter) =>
    (['report', 'message'] as const).map((words) =>
      single(
        `with ${words} ${letter}`,
        (cast, name) =>
          askAndUndo(cast, name, 'POST', `/tickets/${cast.tickets[letter].id}/voices`, { with: words, type: 'audio/mpeg', bytes: 26, seconds: 5 }),
        stored,
      ),
    ),
  ),
  finaliseVoice: [
    single(
      'voice of A by its reporter',
      async (cast, name) => {
        const { house, now } = cast.story.world;
        const { id, key } = cast.uploads.voice;
        const folder = house.storage as import('../../../api/storage/folder.ts').FolderStorage;
        await folder.receive(folder.presign(key, { type: 'audio/mpeg', maxBytes: 100 }, now()).fields, A_VOICE, now());
        return askAndUndo(cast, name, 'POST', `/voices/${id}/finalise`, {});
      },
      stored,
    ),
  ],
  checks: inLists(
    'checks',
    '',
    { in: '/checks' },
    (line, id) => line.ticketId === id,
    () => false,
  ),
  decideCheck: LETTERS.map((letter) =>
    single(letter, (cast, name) => askAndUndo(cast, name, 'POST', `/checks/${cast.checks[letter]}/decision`, { decision: 'released' }), stored),
  ),
} satisfies Record<string, Line[]>;
