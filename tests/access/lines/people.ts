import { askAndUndo, personOf } from '../asking.ts';
import { aForm, aPass, inLists, type Line, onBindings, onEachTicket, sightOf, single, stored } from '../line-kinds.ts';

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
} satisfies Record<string, Line[]>;
