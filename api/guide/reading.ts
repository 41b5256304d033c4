import { type GuideCursor, type GuideLine, MOST_LOOKED_AT, readGuide, readGuideVersions, readNearGuide } from '../../db/queries/guide.ts';
import { PAGE } from '../../db/queries/page.ts';
import { readPricedOffices } from '../../db/queries/prices.ts';
import { overseesCompany } from '../../db/queries/viewer.ts';
import type { GuideEntry } from '../../shared/contract/guide.ts';
import { askedPairs, isInGuide, mayWriteGuide, nearestGuide, readGuideQuery } from '../../shared/guide/guide.ts';
import { GUIDE_SECTION_NAMES, type GuideSection } from '../../shared/guide/sections.ts';
import { sayName } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import type { Ctx } from '../context.ts';
import { badCursor, UUID } from '../http/pages.ts';

/** Whether this viewer writes the guide of an estate. */
export const mayWriteAt = (ctx: Ctx, officeId: string) => ctx.viewer.appointments.some((one) => one.officeId === officeId && mayWriteGuide(one));
const worksAt = (ctx: Ctx, officeId: string) => overseesCompany(ctx.viewer) || ctx.viewer.appointments.some((one) => one.officeId === officeId);

const view = ({ at, by: _, byName, ...line }: GuideLine, isStaff: boolean): GuideEntry => ({
  ...line,
  at: at.toISOString(),
  byName: isStaff ? sayName(byName) : null,
});

function cursorFrom(after: string | undefined): GuideCursor | null {
  if (after === undefined) return null;
  const [section = '', id = '', ...rest] = after.split('.');
  if (!GUIDE_SECTION_NAMES.includes(section as GuideSection) || !UUID.test(id) || rest.length > 0) throw badCursor();
  return { section: section as GuideSection, id };
}
const cursorOf = ({ section, id }: GuideLine) => `${section}.${id}`;

interface Asked {
  officeId?: string | undefined;
  q?: string | undefined;
  section?: GuideSection | undefined;
  show: 'current' | 'withdrawn';
  after?: string | undefined;
}

/**
 * I12: what the service centre of an estate keeps for whoever asks, by section; with words, what holds every one of them. What was withdrawn is its
 * colleagues' to read.
 * @throws Problem `seen/not-found` for an estate this viewer neither lives in nor works for
 */
export async function guide(ctx: Ctx, { officeId, q, section, show, after }: Asked) {
  const cursor = cursorFrom(after);
  const near = await readPricedOffices(ctx.db, ctx.viewer);
  const office = officeId === undefined ? near[0] : near.find((one) => one.id === officeId);
  if (officeId !== undefined && !office) throw new Problem('seen/not-found');
  const offices = near.map((one) => ({ ...one, isStaff: worksAt(ctx, one.id), mayWrite: mayWriteAt(ctx, one.id) }));
  const answer = { now: ctx.clock().toISOString(), officeId: office?.id ?? null, offices };
  const query = q === undefined ? null : readGuideQuery(q);
  const isNothing = q !== undefined && query === null;
  if (!office || isNothing || (show === 'withdrawn' && !worksAt(ctx, office.id))) return { ...answer, items: [], next: null };
  const asked = { officeId: office.id, withdrawn: show === 'withdrawn', section: section ?? null, terms: query?.terms ?? [], after: cursor };
  const lines = await readGuide(ctx.db, ctx.viewer, asked);
  const hits = query ? lines.filter((line) => isInGuide(query, line)) : lines;
  const shown = hits.slice(0, PAGE);
  const last = hits.length > PAGE ? shown[PAGE - 1] : lines.length === MOST_LOOKED_AT ? lines[MOST_LOOKED_AT - 1] : undefined;
  const isStaff = worksAt(ctx, office.id);
  return { ...answer, items: shown.map((line) => view(line, isStaff)), next: last ? cursorOf(last) : null };
}

/** I12: the few entries nearest to what somebody is writing; nothing is kept of it. @throws Problem `seen/not-found` as `guide` */
export async function nearGuide(ctx: Ctx, input: { officeId: string; words: string }) {
  const near = await readPricedOffices(ctx.db, ctx.viewer);
  if (!near.some((one) => one.id === input.officeId)) throw new Problem('seen/not-found');
  const terms = askedPairs(input.words);
  const lines = terms.length === 0 ? [] : await readNearGuide(ctx.db, ctx.viewer, input.officeId, terms);
  const isStaff = worksAt(ctx, input.officeId);
  return { items: nearestGuide(input.words, lines).map((line) => view(line, isStaff)) };
}

/** One entry; colleagues read every version of it, residents what holds. @throws Problem `seen/not-found`, also for residents once it is withdrawn */
export async function guideEntry(ctx: Ctx, input: { id: string }) {
  const lines = await readGuideVersions(ctx.db, ctx.viewer, input.id);
  const last = lines.at(-1);
  const isStaff = last !== undefined && worksAt(ctx, last.officeId);
  if (!last || (last.withdrawn && !isStaff)) throw new Problem('seen/not-found');
  return {
    now: ctx.clock().toISOString(),
    entry: view(last, isStaff),
    versions: isStaff ? lines.map((line) => view(line, true)) : [],
    mayWrite: mayWriteAt(ctx, last.officeId),
  };
}
