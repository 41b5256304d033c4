import type { Transaction } from '../../db/connect.ts';
import { isOfOffice, readBehind } from '../../db/queries/analysis.ts';
import { leftBehind } from '../../db/queries/errand-walls.ts';
import { listActions, readNames, readOfficeToGiveFor } from '../../db/queries/errands.ts';
import { type About, decideAction } from '../../shared/actions/action.ts';
import { monthOf } from '../../shared/analysis/months.ts';
import { analysisScope } from '../../shared/analysis/sight.ts';
import type { ErrandState } from '../../shared/errands/errand.ts';
import { sayName, sayPost } from '../../shared/kernel/people.ts';
import { Problem, refuseField } from '../../shared/kernel/problem.ts';
import { type Ctx, transact } from '../context.ts';
import { doneOf, written } from '../errands/act.ts';
import { begins, givenBefore } from '../errands/begin.ts';
import { lineOf } from '../errands/reading.ts';
import { idCursor, pageOf } from '../http/pages.ts';
import { record } from '../ledger/record.ts';
import { workLater } from '../outbox/worker.ts';
import { retryMoved } from '../tickets/command.ts';
import { monthFor } from './reading.ts';

/** Whether this viewer answers the months of an estate: whoever looks at all of them, not at complaints alone. */
function mayAnswer({ viewer }: Ctx, officeId: string): boolean {
  const scope = analysisScope(viewer.appointments);
  return scope !== null && (scope.offices === 'all' || scope.offices.includes(officeId));
}

/** The corrective actions a month was answered with, and who can be asked for another (C9). @throws Problem `analysis/not-yours` */
export async function analysisActions(
  ctx: Ctx,
  { month, officeId, after }: { month: string; officeId?: string | undefined; after?: string | undefined },
) {
  if (!analysisScope(ctx.viewer.appointments)) throw new Problem('analysis/not-yours');
  const now = ctx.clock();
  const lines = await listActions(ctx.db, ctx.viewer, { month, officeId: officeId ?? null, after: idCursor(after) });
  const page = pageOf(
    lines,
    (line) => line.id,
    (line) => lineOf(line, now, { id: ctx.viewer.id, receives: line.state.holder === ctx.viewer.id && line.state.giver !== ctx.viewer.id }),
  );
  const office = officeId && mayAnswer(ctx, officeId) ? await readOfficeToGiveFor(ctx.db, ctx.viewer, officeId, now) : null;
  if (!office) return { now: now.toISOString(), ...page, mayGive: false, people: [] };
  const posts = office.staff.filter((post, index) => office.staff.findIndex((other) => other.person === post.person) === index);
  const names = await readNames(
    ctx.db,
    ctx.viewer,
    posts.map((post) => post.person),
  );
  const people = posts.map((post) => ({ id: post.person, name: sayName(names[post.person] ?? ''), post: sayPost(post.role, post.department) }));
  return { now: now.toISOString(), ...page, mayGive: true, people };
}

/** What a figure names must be of its estate. @throws Problem `request/invalid` */
async function checkAbout(ctx: Ctx, tx: Transaction, officeId: string, { homeId, facilityId }: About): Promise<void> {
  if (homeId !== undefined && !(await isOfOffice(tx, ctx.viewer, officeId, { homeId })))
    throw refuseField('about.homeId', '这一户不在这个小区，请重新选');
  if (facilityId !== undefined && !(await isOfOffice(tx, ctx.viewer, officeId, { facilityId })))
    throw refuseField('about.facilityId', '这一处不在这个小区，请重新选');
}

interface Giving {
  month: string;
  officeId: string;
  about: About;
  holder: string;
  content: string;
  dueBy: string;
}

/**
 * C9: a main cause gets a person who puts it right by a date. A tap sent twice with the same key gives it once.
 * @throws Problem `analysis/not-yours`, `request/invalid`, `request/key-reused`
 */
export async function giveAction(ctx: Ctx, input: Giving) {
  if (!mayAnswer(ctx, input.officeId)) throw new Problem('analysis/not-yours');
  const done = await retryMoved(() =>
    transact(ctx, async (tx) => {
      const now = ctx.clock();
      if (input.month > monthOf(now)) throw refuseField('month', '这个月还没到');
      const office = await readOfficeToGiveFor(tx, ctx.viewer, input.officeId, now);
      if (!office) throw new Problem('analysis/not-yours');
      const id = ctx.newId();
      const before = await givenBefore(ctx, tx, { officeId: office.officeId, route: 'giveAction', subject: id });
      if (before) return before;
      const { holder, month, about } = input;
      await checkAbout(ctx, tx, office.officeId, about);
      const behind = await readBehind(tx, ctx.viewer, monthFor(ctx, input), about);
      const staff = leftBehind(behind, office.staff);
      const shut = office.staff.filter((post) => !staff.includes(post)).map((post) => post.person);
      const given = { holder, month, about, dueBy: new Date(input.dueBy), behind: behind.ids, oneHousehold: behind.oneHousehold, shut };
      const decision = decideAction(given, ctx.viewer.id, staff, now);
      const [made] = await record(ctx, tx, [begins(ctx, id, { ...office, staff }, [decision], [written({ ticket: null }, input.content)])]);
      return doneOf(id, made!.story.state as ErrandState, made!.version);
    }),
  );
  workLater(ctx);
  return done;
}
