import { readAges } from '../db/queries/sweep.ts';
import type { Output } from '../shared/contract/client.ts';
import type { Api } from '../shared/contract/index.ts';
import type { Route } from '../shared/contract/route.ts';
import type { z } from '../shared/kernel/zod.ts';
import { decideApproval, submitTemplate, templates } from './approvals/templates.ts';
import { acceptBinding, declineBinding, invite } from './bindings/commands.ts';
import { bindingRequests, bindingRoster, colleagues } from './bindings/reading.ts';
import { register } from './contacts/reading.ts';
import { decideCheck } from './content/commands.ts';
import { checks } from './content/reading.ts';
import type { Ctx, House } from './context.ts';
import { inbox, readUpTo } from './inbox/inbox.ts';
import { manual, manualClause } from './manual/reading.ts';
import { answerConsents, consents } from './messages/consents.ts';
import { addPhoto, finaliseUpload } from './photos/commands.ts';
import { replies, saveReply, ticketReplies, withdrawReply } from './replies/replies.ts';
import { reveal } from './reveals/commands.ts';
import { ownReveals, reveals } from './reveals/reading.ts';
import { search } from './search/reading.ts';
import { signOutEverywhere } from './session/commands.ts';
import { session } from './session/reading.ts';
import * as signIn from './sign-in/commands.ts';
import * as commands from './tickets/commands.ts';
import { look } from './tickets/look.ts';
import { technicians, ticket, tickets, workbench } from './tickets/reading.ts';
import { report } from './tickets/report.ts';
import { addVoice, finaliseVoice } from './voices/commands.ts';

type Parsed<R, Part extends string> = R extends { [K in Part]: infer S extends z.ZodType } ? z.output<S> : unknown;
type Taken<R extends Route> = Parsed<R, 'params'> & Parsed<R, 'query'> & Parsed<R, 'body'>;
type Asker<R extends Route> = R extends { open: true } ? House : Ctx;

/** One handler a route: an open route is answered by the house, any other by somebody's request. */
export type Handlers<A extends Record<string, Route>> = { [K in keyof A]: (ctx: Asker<A[K]>, input: Taken<A[K]>) => Promise<Output<A[K]>> };

/** Every route of the contract and what answers it; a missing one does not compile. */
export const HANDLERS: Handlers<Api> = {
  health: async (house) => ({ now: house.clock().toISOString(), ...(await readAges(house.db, house.clock())) }),
  session,
  signOutEverywhere,
  wechatSignIn: signIn.wechatSignIn,
  bindByPhone: signIn.bindByPhone,
  askToBind: signIn.askToBind,
  redeemInvitation: signIn.redeemInvitation,
  estates: signIn.estates,
  ownWechat: signIn.ownWechat,
  unbind: signIn.unbind,
  bindingRequests,
  bindingRoster,
  acceptBinding,
  declineBinding,
  colleagues,
  invite,
  report,
  tickets,
  workbench,
  ticket,
  technicians,
  ...commands,
  look,
  replies,
  saveReply,
  withdrawReply,
  ticketReplies,
  addPhoto,
  finalisePhoto: finaliseUpload,
  addVoice,
  finaliseVoice,
  register,
  checks,
  decideCheck,
  inbox,
  readInbox: readUpTo,
  manual,
  manualClause,
  search,
  reveal,
  reveals,
  ownReveals,
  templates,
  submitTemplate,
  decideApproval,
  consents,
  answerConsents,
};
