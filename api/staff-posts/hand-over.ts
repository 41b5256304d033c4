import type { Transaction } from '../../db/connect.ts';
import { everLivedAt } from '../../db/queries/dispatching.ts';
import { readErrandFiles } from '../../db/queries/errands.ts';
import { insertKeeper } from '../../db/queries/keepers.ts';
import { reportedOne } from '../../db/queries/merging.ts';
import { lockHeld, readRolesAt, readToHandOn, type ToHandOn, takeToHandOn, type Whose } from '../../db/queries/staff-posts.ts';
import { readTicketFiles, type TicketFile } from '../../db/queries/ticket-files.ts';
import { asSystem, type Viewer } from '../../db/queries/viewer.ts';
import { decideHandingOn } from '../../shared/actions/action.ts';
import type { KeptChannel } from '../../shared/duties/channels.ts';
import { receiversOf } from '../../shared/errands/relations.ts';
import type { Role } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { holdersOf } from '../../shared/kernel/routing.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { decideTakingBack } from '../../shared/tickets/decide.ts';
import { type House, transact } from '../context.ts';
import { type Deed, deedOn, record } from '../ledger/record.ts';

const SYSTEM = asSystem('sweep');
/** So many posts and leaves are looked at in one go; the next goes on. */
const BATCH = 50;

/** Who holds what goes on, why, and to whom each thing goes; null: back to be given anew. */
export interface HandingOver extends Whose {
  why: 'left' | 'away';
  to: (id: string) => string | null;
  /** Who says so; the clock, on the day that was said. */
  viewer: Viewer | null;
}

/** Whether somebody may be sent to a ticket: a technician of its office, never into a report of their own, nor into what a housemate keeps to themselves. */
async function mayBeSent(tx: Transaction, file: TicketFile, person: string): Promise<boolean> {
  if (person === file.reporterId || !file.staff.some((one) => one.person === person && one.role === 'technician' && !one.atHeadOffice)) return false;
  const merged = file.state.tookIn.map((one) => one.ticket);
  if (await reportedOne(tx, SYSTEM, file.officeId, merged, person)) return false;
  return !(file.state.onlyMine && (await everLivedAt(tx, SYSTEM, file)).includes(person));
}

async function ticketDeeds(
  house: House,
  tx: Transaction,
  ids: readonly string[],
  { officeId, why, to, viewer, personId }: HandingOver,
): Promise<Deed[]> {
  const by = viewer?.id ?? null;
  const now = house.clock();
  const deeds: Deed[] = [];
  for (const file of await readTicketFiles(tx, SYSTEM, officeId, ids, now)) {
    if (file.state.assignee !== personId) continue;
    const named = to(file.id);
    const given = { state: file.state, ledger: file.ledger, now, settings: settingsAt(file.settings, now) };
    const decided = decideTakingBack(given, { reason: why, to: named !== null && (await mayBeSent(tx, file, named)) ? named : null });
    const events = [{ did: decided.did, facts: decided.facts }, ...(decided.also ?? [])].map((one) => ({ ...one, by, byResident: false }));
    deeds.push(deedOn('ticket', file, by, events) as Deed);
  }
  return deeds;
}

async function errandDeeds(house: House, tx: Transaction, held: readonly { id: string; officeId: string }[], { to, viewer, personId }: HandingOver) {
  const by = viewer?.id ?? null;
  const now = house.clock();
  const deeds: Deed[] = [];
  for (const { id, officeId } of held) {
    const [file] = await readErrandFiles(tx, SYSTEM, officeId, [id], now);
    if (!file) continue;
    // Whoever may not know of it gets nothing of it (C3); where nobody is left it stays on the ledger, and climbs.
    const staff = file.staff.filter((one) => one.person !== personId);
    const above = file.state.unit ? receiversOf({ ...file.state, holder: '' }, staff) : holdersOf('director', staff);
    const holder = [to(id), ...above, ...holdersOf('quality', staff)].find((one) => one !== null && staff.some((post) => post.person === one));
    if (!holder) continue;
    const decided = handedOn(file.state, holder, staff);
    deeds.push(deedOn('errand', file, by, [{ ...decided, by, byResident: false }]) as Deed);
  }
  return deeds;
}

/** As colleagues hand it on; what they could not is handed on all the same: nothing stays with somebody who left. */
function handedOn(state: Parameters<typeof decideHandingOn>[0], holder: string, staff: Parameters<typeof decideHandingOn>[2]) {
  try {
    return decideHandingOn(state, holder, staff);
  } catch (refused) {
    if (!(refused instanceof Problem)) throw refused;
    return { did: 'handed_on' as const, facts: { holder } };
  }
}

/**
 * Hands on what somebody holds by name at an office (Z15, A3): a technician's tickets to another or back to the service centre, what colleagues owe by name to whom is
 * named or one level up, and the channels they keep. What is kept from whoever says so goes on as well, unread.
 * @param what.tickets whether they hold no technician's post there any more; @param what.errands whether they work there no more
 */
export async function handOver(
  house: House,
  tx: Transaction,
  handing: HandingOver,
  what: { tickets: boolean; errands: boolean; channels: boolean },
): Promise<{ tickets: number; errands: number; channels: number }> {
  const held = await lockHeld(tx, SYSTEM, handing);
  const tickets = what.tickets ? await ticketDeeds(house, tx, held.tickets, handing) : [];
  const errands = what.errands ? await errandDeeds(house, tx, held.errands, handing) : [];
  if (tickets.length + errands.length > 0) await record(house, tx, [...tickets, ...errands]);
  let channels = 0;
  for (const channel of what.channels ? held.channels : []) {
    // Without a keeper of its own a channel is the service centre's head's (I13).
    const keeper = handing.to(channel);
    if (keeper === null || handing.viewer === null) continue;
    await insertKeeper(tx, handing.viewer, {
      id: house.newId(),
      officeId: handing.officeId,
      channel: channel as KeptChannel,
      keeper,
      from: house.clock(),
    });
    channels += 1;
  }
  return { tickets: tickets.length, errands: errands.length, channels };
}

/** What of somebody's goes on, by what they still hold there. */
export const goesOn = (left: readonly Role[]) => ({ tickets: !left.includes('technician'), errands: left.length === 0, channels: left.length === 0 });

async function handOnOne(house: House, one: ToHandOn): Promise<boolean> {
  return transact(house, async (tx) => {
    const now = house.clock();
    if (!(await takeToHandOn(tx, SYSTEM, one, now))) return false;
    const left = one.from === 'leave' ? [] : await readRolesAt(tx, SYSTEM, one, now);
    const what = goesOn(left);
    const why = one.from === 'leave' || one.isDeputy ? ('away' as const) : ('left' as const);
    const handing = { ...one, why, to: () => one.to, viewer: null };
    // A deputy keeps what is theirs by name, and whoever is back keeps their channels.
    await handOver(house, tx, handing, { tickets: what.tickets, errands: what.errands && !one.isDeputy, channels: false });
    return true;
  });
}

/**
 * Hands on what is left with whoever's post is over, or whose leave has begun: on the day that was said, and whatever reached them in the same moment. Late, twice, at
 * once or killed changes nothing.
 * @returns how many posts and leaves were seen to
 */
export async function lookAfterPosts(house: House, inTime: () => boolean = () => true): Promise<number> {
  let done = 0;
  for (const one of await readToHandOn(house.db, SYSTEM, house.clock(), BATCH)) {
    if (!inTime()) break;
    try {
      if (await handOnOne(house, one)) done += 1;
    } catch (error) {
      house.report('what somebody left behind could not be handed on; the next time goes on', error);
    }
  }
  return done;
}
