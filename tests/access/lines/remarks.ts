import { askAndUndo, personOf } from '../asking.ts';
import { type Line, onEachTicket, single, stored, TOMORROW } from '../line-kinds.ts';

const HOMES = ['3栋2单元502', '6栋1单元902'] as const;
const words = '谢谢您，说明如下';

export const remarkLines = {
  speak: HOMES.map((label) =>
    single(
      `for ${label}`,
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', '/remarks', { kind: 'enquiry', homeId: await cast.story.homeId(label), words: '几点开门' }),
      stored,
    ),
  ),
  takeRemark: HOMES.map((label) =>
    single(
      `for ${label}`,
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', '/remarks/taken', {
          kind: 'praise',
          homeId: await cast.story.homeId(label),
          name: '来电的人',
          channel: 'hotline_service',
          words: '修得好',
        }),
      stored,
    ),
  ),
  sort: onEachTicket('sort', () => ({ kind: 'suggestion', field: 'equipment' }), ['I', 'O', 'Q']),
  reply: onEachTicket('reply', () => ({ words }), ['Q']),
  promiseAnswer: onEachTicket('promiseAnswer', () => ({ words, dueBy: TOMORROW }), ['Q']),
  study: onEachTicket('study', () => ({ words, dueBy: TOMORROW }), ['I', 'Z']),
  adopt: onEachTicket('adopt', () => ({ words, dueBy: TOMORROW }), ['I', 'Z']),
  carryOut: onEachTicket('carryOut', () => ({ words }), ['I']),
  decline: onEachTicket('decline', () => ({ words, rule: '客户公约第 12 条' }), ['I', 'Z']),
  object: onEachTicket('object', () => ({ words }), ['W', 'Z']),
  answerAbove: onEachTicket('answerAbove', () => ({ words }), ['W', 'Z']),
  praisable: (['A', 'O'] as const).map((letter) =>
    single(
      letter,
      (cast, name) => askAndUndo(cast, name, 'GET', `/tickets/${cast.tickets[letter].id}/colleagues`),
      ({ body }) => (body.items.length > 0 ? 'list' : 'none'),
    ),
  ),
  thank: onEachTicket('thank', async (cast) => ({ words, praised: [await personOf(cast, '赵建国')] }), ['O']),
} satisfies Record<string, Line[]>;
