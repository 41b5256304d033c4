import { askAndUndo } from '../asking.ts';
import { A_NOTICE } from '../cast.ts';
import { costsAt, type Line, officeOf, onEachTicket, single, stored } from '../line-kinds.ts';

export const publicLines = {
  facilities: (['WT', 'HT'] as const).map((letters) =>
    single(
      `of ${letters}`,
      async (cast, name) => askAndUndo(cast, name, 'GET', `/facilities?officeId=${await officeOf(cast, letters)}`),
      (measured) => (measured.body.items ? 'list' : '·'),
    ),
  ),
  nameFacility: onEachTicket('nameFacility', () => ({ name: '3栋2单元电梯' })),
  spend: onEachTicket('spend', () => ({ lines: [] }), ['X']),
  publicCosts: (['WT', 'HT'] as const).map((letters) =>
    single(
      `of ${letters}`,
      async (cast, name) => askAndUndo(cast, name, 'GET', await costsAt(cast, '/public-costs', letters)),
      (measured) => (measured.body.items ? 'list' : '·'),
    ),
  ),
  publicCostLines: (['WT', 'HT'] as const).map((letters) =>
    single(
      `of ${letters}`,
      async (cast, name) => askAndUndo(cast, name, 'GET', `${await costsAt(cast, '/public-costs/lines', letters)}&figure=all`),
      (measured) => (measured.body.items ? 'list' : '·'),
    ),
  ),
  publications: (['resident', 'staff'] as const).map((as) =>
    single(
      `as ${as}`,
      (cast, name) => askAndUndo(cast, name, 'GET', `/publications?as=${as}`),
      // n out, w waiting, d may be decided, W may write.
      ({ body }) => {
        const items: { stand: string; mayDecide: boolean }[] = body.items ?? [];
        const signs = [
          items.some((one) => one.stand === 'out') && 'n',
          items.some((one) => one.stand === 'waiting') && 'w',
          items.some((one) => one.mayDecide) && 'd',
          body.writes?.length > 0 && 'W',
        ];
        return signs.filter(Boolean).join('') || '·';
      },
    ),
  ),
  publication: (['out', 'waiting'] as const).map((which) =>
    single(
      which,
      (cast, name) => askAndUndo(cast, name, 'GET', `/publications/${cast.notices[which]}`),
      ({ body }) => `${body.stand}${body.pending ? 'w' : ''}`,
    ),
  ),
  buildings: (['WT', 'HT'] as const).map((letters) =>
    single(
      `of ${letters}`,
      async (cast, name) => askAndUndo(cast, name, 'GET', `/buildings?officeId=${await officeOf(cast, letters)}`),
      (measured) => (measured.body.items ? 'list' : '·'),
    ),
  ),
  previewNotice: (['WT', 'HT'] as const).map((letters) =>
    single(
      `of ${letters}`,
      async (cast, name) => askAndUndo(cast, name, 'POST', '/publications/preview', { officeId: await officeOf(cast, letters), areas: [] }),
      (measured) => (measured.body.audience ? 'count' : '·'),
    ),
  ),
  submitNotice: (['WT', 'HT'] as const).map((letters) =>
    single(
      `of ${letters}`,
      async (cast, name) => askAndUndo(cast, name, 'POST', '/publications', { officeId: await officeOf(cast, letters), ...A_NOTICE }),
      stored,
    ),
  ),
  withdrawNotice: [
    single('of WT', (cast, name) => askAndUndo(cast, name, 'POST', `/publications/${cast.notices.out}/withdraw`, { why: '改期' }), stored),
  ],
} satisfies Record<string, Line[]>;
