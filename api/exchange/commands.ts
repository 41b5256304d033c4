import type { Transaction } from '../../db/connect.ts';
import {
  type ExchangeLine,
  type InformedOffice,
  insertExchange,
  readExchangeVersions,
  readGivenOut,
  readHeadOffice,
  readOfficesToInform,
} from '../../db/queries/exchanges.ts';
import { checkExchange, decideAmending, type ExchangeText, mayAmend, mayNote } from '../../shared/exchange/entry.ts';
import { decideHandingOn, decideTelling } from '../../shared/exchange/giving-out.ts';
import { type ExchangeKind, exchangeKindOf } from '../../shared/exchange/kinds.ts';
import type { Department } from '../../shared/kernel/people.ts';
import { Problem, refuseField } from '../../shared/kernel/problem.ts';
import { type Ctx, transact } from '../context.ts';
import { actOn, written } from '../errands/act.ts';
import { begins, madeBefore } from '../errands/begin.ts';
import { type Deed, record } from '../ledger/record.ts';
import { workLater } from '../outbox/worker.ts';
import { asColleague, toldUnits, unitOf } from './reading.ts';

type Kept = { id: string; version: number };

type Noting = ExchangeText & { kind: ExchangeKind; officeId?: string | undefined; receivedAt: string };

/** The office whose book it stands in: of what came from outside the head office. @throws Problem `exchange/not-yours`, `request/invalid` */
async function bookOf(ctx: Ctx, tx: Transaction, { kind, officeId }: Noting): Promise<InformedOffice | { officeId: string }> {
  if (exchangeKindOf(kind).outside) {
    const office = await readHeadOffice(tx, ctx.viewer, ctx.clock());
    if (!office) throw refuseField('kind', '公司现在没有人收外来信息');
    return office;
  }
  const at = officeId ?? ctx.viewer.appointments[0]?.officeId ?? '';
  const posts = ctx.viewer.appointments.filter((one) => one.officeId === at);
  if (!mayNote(kind, posts)) throw new Problem('exchange/not-yours');
  return { officeId: at };
}

/**
 * Registers what is worth knowing (D6); what came from outside goes to the quality department, which gives it out in time (D8). A tap sent twice makes one.
 * @throws Problem `exchange/staff-only`, `exchange/not-yours`, `request/invalid`, `request/key-reused`
 */
export async function noteExchange(ctx: Ctx, input: Noting): Promise<Kept> {
  asColleague(ctx);
  const { kind, receivedAt, officeId: _, ...text } = input;
  const done = await transact(ctx, async (tx) => {
    const now = ctx.clock();
    const office = await bookOf(ctx, tx, input);
    const id = ctx.newId();
    const known = await madeBefore(ctx, tx, { officeId: office.officeId, route: 'noteExchange', subject: id });
    if (known) return { id: known, version: 1 };
    const { outside } = exchangeKindOf(kind);
    const checked = checkExchange(kind, text, new Date(receivedAt), now);
    const line = { id, lineId: ctx.newId(), officeId: office.officeId, kind, outside, receivedAt: new Date(receivedAt), version: 1, at: now };
    await insertExchange(tx, ctx.viewer, { ...line, ...checked });
    if ('staff' in office)
      await record(ctx, tx, [
        begins(ctx, ctx.newId(), office, [decideHandingOn(id, ctx.viewer.id, office.staff)], [written({ ticket: null }, text.title)]),
      ]);
    return { id, version: 1 };
  });
  workLater(ctx);
  return done;
}

/** An entry as it stands. @throws Problem `seen/not-found` */
async function standOf(ctx: Ctx, tx: Ctx['db'] | Transaction, id: string): Promise<ExchangeLine> {
  const versions = await readExchangeVersions(tx, ctx.viewer, id);
  const stand = versions[versions.length - 1];
  if (!stand) throw new Problem('seen/not-found');
  return stand;
}

/** Puts an entry right, or says what became of it; what was written before stays. @throws Problem `seen/not-found`, `exchange/not-yours`, `exchange/changed`, `request/invalid` */
export async function amendExchange(ctx: Ctx, { id, version, ...text }: ExchangeText & Kept): Promise<Kept> {
  asColleague(ctx);
  return transact(ctx, async (tx) => {
    const now = ctx.clock();
    const stand = await standOf(ctx, tx, id);
    if (!mayAmend(ctx.viewer, stand)) throw new Problem('exchange/not-yours', '由登记的人、主任或品质管理部来改');
    const checked = checkExchange(stand.kind, text, now, now);
    const next = decideAmending(stand, { version, by: ctx.viewer.id, text: checked });
    const line = { ...stand, ...checked, lineId: ctx.newId(), version: next.version, at: now };
    if (next.isNew && !(await insertExchange(tx, ctx.viewer, line))) throw new Problem('exchange/changed');
    return { id, version: next.version };
  });
}

/** An entry that came from outside, and what stands of it at the quality department. @throws Problem `seen/not-found`, `exchange/not-yours` */
async function outsideOf(ctx: Ctx, id: string): Promise<{ stand: ExchangeLine; errandId: string }> {
  asColleague(ctx);
  const stand = await standOf(ctx, ctx.db, id);
  const outside = (await readGivenOut(ctx.db, ctx.viewer, id)).find((one) => one.state.kind === 'outside');
  if (!outside) throw new Problem('exchange/not-yours', '由品质管理部来传达');
  return { stand, errandId: outside.id };
}

interface GivingOut {
  id: string;
  units: { officeId: string; department: Department }[];
  answerBy: string;
  words: string;
}

/** A unit that is told, as an errand of its own. @throws Problem `request/invalid` */
function telling(
  ctx: Ctx,
  offices: readonly InformedOffice[],
  stand: ExchangeLine,
  unit: GivingOut['units'][number] & { withdrawn: number },
  input: GivingOut,
): Deed {
  const office = offices.find((one) => one.officeId === unit.officeId);
  if (!office) throw refuseField('units', '没有这个小区');
  const given = {
    entry: stand.id,
    department: unit.department,
    atHeadOffice: office.isHeadOffice,
    answerBy: new Date(input.answerBy),
    withdrawn: unit.withdrawn,
  };
  const said = input.words === '' ? stand.title : `${stand.title}。${input.words}`;
  return begins(ctx, ctx.newId(), office, [decideTelling(given, ctx.viewer.id, office.staff, ctx.clock())], [written({ ticket: null }, said)]);
}

/**
 * D8: gives a piece out to units, each of which answers by then; who was told is not told twice.
 * @throws Problem `seen/not-found`, `exchange/not-yours`, `request/invalid`, and as `actOn`
 */
export async function distributeExchange(ctx: Ctx, input: GivingOut): Promise<Kept> {
  const { stand, errandId } = await outsideOf(ctx, input.id);
  await actOn(
    ctx,
    errandId,
    () => 'distribute',
    async (_file, tx) => {
      const offices = await readOfficesToInform(tx, ctx.viewer, ctx.clock());
      const given = await readGivenOut(tx, ctx.viewer, stand.id);
      const told = toldUnits(given);
      const asked = new Map(input.units.map((unit) => [`${unit.officeId}/${unit.department}`, unit]));
      const left = [...asked]
        .filter(([name]) => !told.includes(name))
        .map(([name, unit]) => ({ ...unit, withdrawn: given.filter((one) => unitOf(one) === name).length }));
      if (left.length === 0) throw refuseField('units', '选的部门都传达过了');
      const beside = left.map((unit) => telling(ctx, offices, stand, unit, input));
      return { did: 'distributed', facts: { units: left.length }, beside };
    },
  );
  return { id: stand.id, version: stand.version };
}

/** D8: seen, and nobody needs to be told; with why. @throws Problem `seen/not-found`, `exchange/not-yours`, and as `actOn` */
export async function setAsideExchange(ctx: Ctx, input: { id: string; words: string }): Promise<Kept> {
  const { stand, errandId } = await outsideOf(ctx, input.id);
  await actOn(
    ctx,
    errandId,
    () => 'setAside',
    (file) => ({ did: 'set_aside', facts: {}, said: [written(file, input.words)] }),
  );
  return { id: stand.id, version: stand.version };
}
