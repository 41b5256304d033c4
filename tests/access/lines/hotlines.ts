import { askAndUndo } from '../asking.ts';
import { type Line, officeOf, single, stored } from '../line-kinds.ts';

export const hotlineLines = {
  hotlines: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/hotlines'),
      // Of how many offices, and of how many a change may be proposed.
      ({ body }) => `${body.offices.length}-${body.offices.filter((one: { mayPropose: boolean }) => one.mayPropose).length}`,
    ),
  ],
  proposeHotline: ['WT', 'HT', 'ZB'].map((letters) =>
    single(
      `of ${letters}`,
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', '/hotlines/propose', {
          officeId: await officeOf(cast, letters),
          purpose: 'duty',
          number: '0571-0000 0119',
          from: '2026-12-01',
          reason: '夜里也有人',
        }),
      stored,
    ),
  ),
} satisfies Record<string, Line[]>;
