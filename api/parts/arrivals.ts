import { readAges } from '../../db/queries/sweep.ts';
import { bindingRoutes } from '../../shared/contract/bindings.ts';
import { consentRoutes } from '../../shared/contract/consents.ts';
import { familyRoutes } from '../../shared/contract/family.ts';
import { healthRoutes } from '../../shared/contract/health.ts';
import { householdRoutes } from '../../shared/contract/households.ts';
import { inboxRoutes } from '../../shared/contract/inbox.ts';
import { ownRecordRoutes } from '../../shared/contract/own-record.ts';
import { sessionRoutes } from '../../shared/contract/session.ts';
import { signInRoutes } from '../../shared/contract/sign-in.ts';
import { staffPostRoutes } from '../../shared/contract/staff-posts.ts';
import { acceptBinding, declineBinding, invite } from '../bindings/commands.ts';
import { bindingRequests, bindingRoster, colleagues } from '../bindings/reading.ts';
import { setUp } from '../company/set-up.ts';
import { inviteFamily, joinHome, ownHome, sendOff, withdrawFamily } from '../family/commands.ts';
import { addResident, correctNumber, moveOut, revealResident, setHolder, setKey } from '../households/commands.ts';
import { household, households } from '../households/reading.ts';
import { inbox, readUpTo } from '../inbox/inbox.ts';
import { answerConsents, consents } from '../messages/consents.ts';
import { forgetMe } from '../own-record/commands.ts';
import { ownRecord } from '../own-record/reading.ts';
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
    ...householdRoutes,
    ...familyRoutes,
    ...ownRecordRoutes,
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
    households,
    household,
    addResident,
    moveOut,
    correctNumber,
    setKey,
    setHolder,
    revealResident,
    ownHome,
    inviteFamily,
    withdrawFamily,
    sendOff,
    joinHome,
    ownRecord,
    forgetMe,
    inbox,
    readInbox: readUpTo,
    consents,
    answerConsents,
  },
);
