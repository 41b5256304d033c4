import { sql } from 'drizzle-orm';
import { isoDay } from '../../../shared/kernel/time.ts';
import { askAndUndo, personOf } from '../asking.ts';
import type { Cast } from '../cast.ts';
import { aForm, aPass, inLists, type Line, onBindings, onEachTicket, sightOf, single, stored } from '../line-kinds.ts';

/** On the posts of an agent, a director, somebody of the other estate and of the company. */
function onPosts(method: 'GET' | 'POST', action: string, body: (cast: Cast) => unknown, sight?: string): Line[] {
  return ['林晓芸', '郑涛', '冯刚', '韩梅'].map((whom) =>
    single(
      whom,
      async (cast, name) => {
        const [post] = await cast.story.world.house.db.execute<{ id: string }>(
          sql`select a.id from appointments a where a.person_id = ${await personOf(cast, whom)} limit 1`,
        );
        return askAndUndo(cast, name, method, `/staff-posts/${post!.id}/${action}`, await body(cast));
      },
      sight ? () => sight : stored,
    ),
  );
}

export const peopleLines = {
  session: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/session'),
      () => 'ok',
    ),
  ],
  reveal: onEachTicket('reveal', () => ({ reason: 'appointment' })),
  reveals: inLists(
    'reveals',
    '',
    { in: '/reveals' },
    (line, id) => line.ticketId === id,
    () => false,
  ),
  ownReveals: inLists(
    'ownReveals',
    '',
    { in: '/reveals/mine' },
    (line, id) => line.ticketId === id,
    () => false,
  ),
  signOutEverywhere: [single('of oneself', (cast, name) => askAndUndo(cast, name, 'POST', '/session/sign-out-everywhere', {}), stored)],
  // Nobody plays WeChat here: whoever asks by it is told to open the mini-program. tests/api/sign-in.test.ts goes on from there.
  wechatSignIn: [single('', (cast, name) => askAndUndo(cast, name, 'POST', '/sign-in/wechat', { code: 'a-code' }), stored)],
  bindByPhone: [
    single('', async (cast, name) => askAndUndo(cast, name, 'POST', '/sign-in/phone', { pass: await aPass(cast), code: 'a-code' }), stored),
  ],
  askToBind: [
    single(
      'with a pass',
      async (cast, name) => askAndUndo(cast, name, 'POST', '/sign-in/ask', { pass: await aPass(cast), ...(await aForm(cast)) }),
      stored,
    ),
    single('without one', async (cast, name) => askAndUndo(cast, name, 'POST', '/sign-in/ask', { pass: 'a.b.c', ...(await aForm(cast)) }), stored),
  ],
  redeemInvitation: [
    single(
      '',
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', '/sign-in/invitation', { pass: await aPass(cast), invitation: '0'.repeat(26), code: 'a-code' }),
      stored,
    ),
  ],
  estates: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/sign-in/estates'),
      () => 'ok',
    ),
  ],
  ownWechat: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/session/wechat'),
      () => 'ok',
    ),
  ],
  unbind: [single('of oneself', (cast, name) => askAndUndo(cast, name, 'POST', '/session/wechat/unbind', {}), stored)],
  bindingRequests: onBindings((id, about) =>
    single(
      about,
      (cast, name) => askAndUndo(cast, name, 'GET', '/bindings'),
      (measured) => sightOf(measured.body.items?.find((item: { id: string }) => item.id === id())),
    ),
  ),
  bindingRoster: onBindings((id, about) =>
    single(
      about,
      (cast, name) => askAndUndo(cast, name, 'GET', `/bindings/${id()}/roster?q=3-2-502`),
      (measured) => (measured.body.items?.length > 0 ? 'list' : 'none'),
    ),
  ),
  acceptBinding: onBindings((id, about) =>
    single(
      about,
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', `/bindings/${id()}/accept`, {
          personId: await personOf(cast, about === 'of HT' ? '高志远' : '马建军'),
          proof: 'papers',
          words: '看过租约',
        }),
      stored,
    ),
  ),
  declineBinding: onBindings((id, about) =>
    single(about, (cast, name) => askAndUndo(cast, name, 'POST', `/bindings/${id()}/decline`, { words: '请带证件来' }), stored),
  ),
  colleagues: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/colleagues'),
      (measured) => String(measured.body.items?.length),
    ),
  ],
  invite: ['林晓芸', '郑涛', '冯刚', '韩梅'].map((whom) =>
    single(whom, async (cast, name) => askAndUndo(cast, name, 'POST', `/colleagues/${await personOf(cast, whom)}/invite`, {}), stored),
  ),
  staffPosts: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/staff-posts'),
      (measured) => (measured.body.offices ?? []).map((one: { people: unknown[] }) => one.people.length).join('+'),
    ),
  ],
  heldByPost: onPosts('GET', 'held', () => undefined, 'held'),
  appoint: ['technician', 'director', 'hr', 'leadership'].map((role) =>
    single(
      role,
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', '/staff-posts', {
          officeId: await cast.story.officeId(['hr', 'leadership'].includes(role) ? 'ZB' : 'WT'),
          role,
          trades: role === 'technician' ? ['general'] : [],
          name: '林大力',
          phone: '13911112222',
          from: isoDay(cast.story.world.now()),
        }),
      stored,
    ),
  ),
  endPost: onPosts('POST', 'end', () => ({ lastDay: null, handTo: null, hands: [] })),
  movePost: onPosts('POST', 'move', async (cast) => ({
    officeId: await cast.story.officeId('WT'),
    role: 'fieldSupervisor',
    department: 'engineering',
    trades: [],
    handTo: null,
    hands: [],
  })),
  bookLeave: ['林晓芸', '郑涛', '韩梅'].map((whom) =>
    single(
      whom,
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', '/staff-posts/leaves', {
          officeId: await cast.story.officeId(whom === '韩梅' ? 'ZB' : 'WT'),
          personId: await personOf(cast, whom),
          from: isoDay(cast.story.world.now()),
          until: isoDay(cast.story.world.now()),
          deputyId: null,
          handsOn: false,
          handTo: null,
        }),
      stored,
    ),
  ),
  endLeave: [single('none', (cast, name) => askAndUndo(cast, name, 'POST', `/staff-posts/leaves/${cast.resultPhoto}/end`, {}), stored)],
} satisfies Record<string, Line[]>;
