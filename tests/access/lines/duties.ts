import { askAndUndo } from '../asking.ts';
import { type Line, officeOf, single, stored } from '../line-kinds.ts';

export const dutyLines = {
  keepers: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/keepers'),
      ({ body }) => body.offices.map((one: { name: string; mayName: boolean }) => `${one.name[0]}${one.mayName ? '!' : ''}`).join('') || 'none',
    ),
  ],
  nameKeeper: [
    single(
      'of WT',
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', '/keepers', {
          officeId: await officeOf(cast, 'WT'),
          channel: 'email',
          keeperId: await cast.story.personId('林晓芸'),
        }),
      stored,
    ),
  ],
  duties: (['owed', 'past'] as const).map((show) =>
    single(
      show,
      (cast, name) => askAndUndo(cast, name, 'GET', `/duties?show=${show}`),
      ({ body }) => (body.items.length > 0 ? 'some' : 'none'),
    ),
  ),
  duty: [
    single(
      'the round of the box',
      (cast, name) => askAndUndo(cast, name, 'GET', `/duties/${cast.round}`),
      ({ body }) => body.actions.join(' ') || 'seen',
    ),
  ],
  dutyReceived: [
    single(
      'the round of the box',
      (cast, name) => askAndUndo(cast, name, 'GET', `/duties/${cast.round}/received`),
      ({ body }) => (body.items.length > 0 ? 'some' : 'none'),
    ),
  ],
  openRound: [single('the round of the box', (cast, name) => askAndUndo(cast, name, 'POST', `/duties/${cast.round}/open`, {}), stored)],
  recordRound: [
    single(
      'the round of the box, not open',
      (cast, name) => askAndUndo(cast, name, 'POST', `/duties/${cast.round}/record`, { words: '没有' }),
      stored,
    ),
  ],
} satisfies Record<string, Line[]>;
