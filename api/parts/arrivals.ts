import { readAges } from '../../db/queries/sweep.ts';
import { bindingRoutes } from '../../shared/contract/bindings.ts';
import { consentRoutes } from '../../shared/contract/consents.ts';
import { healthRoutes } from '../../shared/contract/health.ts';
import { inboxRoutes } from '../../shared/contract/inbox.ts';
import { sessionRoutes } from '../../shared/contract/session.ts';
import { signInRoutes } from '../../shared/contract/sign-in.ts';
import { staffPostRoutes } from '../../shared/contract/staff-posts.ts';
import { acceptBinding, declineBinding, invite } from '../bindings/commands.ts';
import { bindingRequests, bindingRoster, colleagues } from '../bindings/reading.ts';
import { setUp } from '../company/set-up.ts';
import { inbox, readUpTo } from '../inbox/inbox.ts';
import { answerConsents, consents } from '../messages/consents.ts';
import { signOutEverywhere } from '../session/commands.ts';
import { session } from '../session/reading.ts';
import * as signIn from '../sign-in/commands.ts';
import * as staffPostCommands from '../staff-posts/commands.ts';
import { heldByPost, staffPosts } from '../staff-posts/reading.ts';
import { partOf } from './part.ts';

/** Who comes in, and what waits for them: health, sign-in, bindings, the inbox, what one agreed to. */
export const part = partOf(
  {
    ...healthRoutes,
    ...sessionRoutes,
    ...signInRoutes,
    ...bindingRoutes,
    ...staffPostRoutes,
    ...inboxRoutes,
    ...consentRoutes,
  },
  {
    health: async (house) => ({ now: house.clock().toISOString(), ...(await readAges(house.db, house.clock())) }),
    session,
    signOutEverywhere,
    wechatSignIn: signIn.wechatSignIn,
    bindByPhone: signIn.bindByPhone,
    askToBind: signIn.askToBind,
    redeemInvitation: signIn.redeemInvitation,
    estates: signIn.estates,
    setUp,
    ownWechat: signIn.ownWechat,
    unbind: signIn.unbind,
    bindingRequests,
    bindingRoster,
    acceptBinding,
    declineBinding,
    colleagues,
    invite,
    staffPosts,
    heldByPost,
    ...staffPostCommands,
    inbox,
    readInbox: readUpTo,
    consents,
    answerConsents,
  },
);
