import { askAndUndo } from '../asking.ts';
import { EXCHANGES, type Exchange } from '../cast-exchanges.ts';
import { type Line, officeOf, single, stored, TOMORROW } from '../line-kinds.ts';

const EACH = Object.keys(EXCHANGES) as Exchange[];
const TEXT = { source: '市住建局', title: '新规', words: '说明如下' };
const RECEIVED = { receivedAt: '2026-03-02T00:30:00.000Z' };

/** One action on each entry. */
const onEach = (path: string, body: unknown): Line[] =>
  EACH.map((one) =>
    single(EXCHANGES[one], (cast, name) => askAndUndo(cast, name, 'POST', `/exchanges/${cast.exchanges[one]}/${path}`, body), stored),
  );

export const exchangeLines = {
  exchanges: (['all', 'outside', 'inside'] as const).map((show) =>
    single(
      show,
      (cast, name) => askAndUndo(cast, name, 'GET', `/exchanges?show=${show}`),
      ({ body }) => `${body.items.length > 0 ? 'list' : '·'}${body.books.length > 0 ? '+' : ''}${body.waiting > 0 ? '!' : ''}`,
    ),
  ),
  exchange: EACH.map((one) =>
    single(
      EXCHANGES[one],
      (cast, name) => askAndUndo(cast, name, 'GET', `/exchanges/${cast.exchanges[one]}`),
      ({ body }) => [body.mayAmend ? 'amend' : '', ...(body.handling?.actions ?? [])].filter(Boolean).join('+') || 'seen',
    ),
  ),
  exchangeUnits: EACH.map((one) =>
    single(
      EXCHANGES[one],
      (cast, name) => askAndUndo(cast, name, 'GET', `/exchanges/${cast.exchanges[one]}/units`),
      () => 'seen',
    ),
  ),
  noteExchange: [
    single('from outside', (cast, name) => askAndUndo(cast, name, 'POST', '/exchanges', { kind: 'law', ...RECEIVED, ...TEXT }), stored),
    single(
      'into WT’s own book',
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', '/exchanges', { kind: 'matter', officeId: await officeOf(cast, 'WT'), ...RECEIVED, ...TEXT }),
      stored,
    ),
  ],
  photographExchange: onEach('photos', { type: 'image/jpeg', bytes: 26 }),
  amendExchange: onEach('amend', { version: 1, ...TEXT }),
  distributeExchange: EACH.map((one) =>
    single(
      EXCHANGES[one],
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', `/exchanges/${cast.exchanges[one]}/distribute`, {
          units: [{ officeId: await officeOf(cast, 'WT'), department: 'security' }],
          answerBy: TOMORROW,
        }),
      stored,
    ),
  ),
  setAsideExchange: onEach('set-aside', { words: '传达过了' }),
  answerNotice: [
    single(
      'at WT’s engineering department',
      (cast, name) => askAndUndo(cast, name, 'POST', `/errands/${cast.notice}/answer`, { how: 'told', words: '早会说了' }),
      stored,
    ),
  ],
} satisfies Record<string, Line[]>;
