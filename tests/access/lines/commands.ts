import { SATISFIED } from '../../support/story.ts';
import { askAndUndo } from '../asking.ts';
import { INTERNAL } from '../cast.ts';
import { assigneeOf, type Line, onEachTicket, SOON, single, stored, TOMORROW, technicianFor } from '../line-kinds.ts';

export const commandLines = {
  share: onEachTicket('share', () => ({}), ['E']),
  handOver: onEachTicket('handOver', () => ({ content: '请看看', answerBy: SOON }), ['J']),
  takeOn: onEachTicket('takeOn', () => ({ completeBy: TOMORROW })),
  dispatch: onEachTicket('dispatch', async (cast, letter) => ({ technicianId: await technicianFor(cast, letter), content: '去看看' })),
  reassign: onEachTicket('reassign', async (cast, letter) => ({
    technicianId: await technicianFor(cast, letter),
    insteadOf: await assigneeOf(cast, letter),
    content: '换一位',
  })),
  accept: onEachTicket('accept', () => ({})),
  arrive: onEachTicket('arrive', () => ({})),
  finish: onEachTicket('finish', (cast) => ({ result: '修好了', photoIds: [cast.resultPhoto] })),
  confirm: onEachTicket('confirm', () => ({ score: 4 }), ['V']),
  cancel: onEachTicket('cancel', () => ({ why: 'other', words: '不用修了', channel: 'phone' }), ['T']),
  change: onEachTicket('change', () => ({ words: '水已经流到客厅' })),
  urge: onEachTicket('urge', () => ({})),
  reopen: onEachTicket('reopen', () => ({ words: '还在漏' }), ['V']),
  say: onEachTicket('say', () => ({ words: '在吗' })),
  note: onEachTicket('note', () => ({ words: INTERNAL })),
  handBack: onEachTicket('handBack', () => ({ reason: 'not_my_trade' })),
  directorCall: onEachTicket('directorCall', () => ({ words: '问过都好', channel: 'phone' }), ['S']),
  intakeHomes: ['3栋2单元502', '6栋1单元902'].map((label) =>
    single(
      label,
      (cast, name) => askAndUndo(cast, name, 'GET', `/intake/homes?q=${encodeURIComponent(label)}`),
      // Whether the home is found, and who lives there.
      ({ body }) => (body.items?.[0] ? (body.items[0].residents.length > 0 ? 'who' : 'home') : '·'),
    ),
  ),
  intake: ['3栋2单元502', '6栋1单元902'].map((label) =>
    single(
      `for ${label}`,
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', '/intake', {
          homeId: await cast.story.homeId(label),
          name: '来电的人',
          channel: 'hotline_service',
          place: 'home',
          category: 'doors',
        }),
      stored,
    ),
  ),
  returnVisit: onEachTicket('returnVisit', () => ({ ...SATISFIED, words: '问过修得怎么样', outcome: '满意', channel: 'phone' }), ['V']),
  call: onEachTicket('call', () => ({ words: '打过电话' })),
  visit: onEachTicket('visit', () => ({ ...SATISFIED, words: '去看过', outcome: '好了', channel: 'phone' })),
  agree: onEachTicket('agree', () => ({ what: 'repaired', dueBy: TOMORROW, channel: 'phone', why: '缺配件' })),
  answerClaim: onEachTicket('answerClaim', () => ({ upheld: true }), ['N']),
  explainMiss: onEachTicket('explainMiss', () => ({ what: 'repaired', round: 1, cause: 'parts' })),
  reclassify: onEachTicket('reclassify', (_, letter) => ({ category: letter === 'D' ? 'lift' : 'burst_pipe', why: '改一下' })),
} satisfies Record<string, Line[]>;
