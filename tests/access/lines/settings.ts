import { askAndUndo, type Measured } from '../asking.ts';
import { type Line, officeOf, single, stored } from '../line-kinds.ts';

const LATER = '2026-12-01';

/** Of how many offices, and what may be done: s set, p proposed. */
const mayDo = ({ body }: Measured) => `${body.offices.length}${body.maySet ? 's' : ''}${body.mayPropose ? 'p' : ''}`;

export const settingLines = {
  settings: ['WT', 'HT', 'ZB'].map((letters) =>
    single(`of ${letters}`, async (cast, name) => askAndUndo(cast, name, 'GET', `/settings?officeId=${await officeOf(cast, letters)}`), mayDo),
  ),
  settingHistory: ['WT', 'HT'].map((letters) =>
    single(
      `of ${letters}`,
      async (cast, name) => askAndUndo(cast, name, 'GET', `/settings/history?officeId=${await officeOf(cast, letters)}&key=supervisorDispatches`),
      ({ body }) => String(body.items.length),
    ),
  ),
  settingChanges: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/settings/changes'),
      ({ body }) => String(body.items.length),
    ),
  ],
  setSetting: [
    single(
      'of the company',
      (cast, name) => askAndUndo(cast, name, 'POST', '/settings', { key: 'slipProgressDays', value: 2, from: LATER, reason: '快一点', seen: null }),
      stored,
    ),
  ],
  proposeSetting: ['WT', 'HT'].map((letters) =>
    single(
      `of ${letters}`,
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', '/settings/propose', {
          officeId: await officeOf(cast, letters),
          key: 'slipProgressDays',
          value: 2,
          from: LATER,
          reason: '快一点',
        }),
      stored,
    ),
  ),
} satisfies Record<string, Line[]>;
