import { holdRoster, insertEstate, insertHomes, keepsRosterOf, readOffices, readPlaces, setsUp, updateOffice } from '../../db/queries/company.ts';
import { readHeadOffices } from '../../db/queries/invitations.ts';
import { takeKey } from '../../db/queries/keys.ts';
import { checkEstate, type EstateForm } from '../../shared/company/estates.ts';
import { type Layout, layOut, placeKey, sayPlace } from '../../shared/company/homes.ts';
import { Problem, refuseField, refuseReused } from '../../shared/kernel/problem.ts';
import { isoDay } from '../../shared/kernel/time.ts';
import { type Ctx, transact } from '../context.ts';

/** Begins an estate. @throws Problem `company/not-yours`, `request/invalid`, `request/key-reused` */
export async function addEstate(ctx: Ctx, form: EstateForm): Promise<{ id: string }> {
  if (!setsUp(ctx.viewer)) throw new Problem('company/not-yours');
  const now = ctx.clock();
  checkEstate(form, isoDay(now));
  const id = ctx.newId();
  return transact(ctx, async (tx) => {
    const [headOffice] = await readHeadOffices(tx, ctx.viewer);
    const line = { officeId: headOffice!, personId: ctx.viewer.id, route: 'addEstate', subject: id, at: now };
    const known = ctx.key && (await takeKey(tx, { ...line, ...ctx.key }));
    if (known && known.digest !== ctx.key?.digest) throw refuseReused();
    if (known) return { id: known.subject };
    if (!(await insertEstate(tx, ctx.viewer, { id, entryId: ctx.newId(), form }, now)))
      throw refuseField('letters', '这个代号别的小区用了，请换一个');
    return { id };
  });
}

/** Describes an office anew, from the version that was read. @throws Problem `seen/not-found`, `company/not-yours`, `company/changed`, `request/invalid` */
export async function changeOffice(
  ctx: Ctx,
  { id, version, ...form }: EstateForm & { id: string; version: number },
): Promise<{ id: string; version: number }> {
  const [office] = await readOffices(ctx.db, ctx.viewer, id);
  if (!office) throw new Problem('seen/not-found');
  if (!setsUp(ctx.viewer)) throw new Problem('company/not-yours');
  const now = ctx.clock();
  if (form.letters !== office.letters) throw refuseField('letters', '代号定了就不再改：发出去的编号都用它');
  if (form.hotline !== office.hotline) throw refuseField('hotline', '电话在“电话”页里提出来换，公司同意才算');
  checkEstate(form, isoDay(now));
  if (version !== office.version) throw new Problem('company/changed');
  return transact(ctx, async (tx) => {
    const change = { id: ctx.newId(), officeId: id, version: version + 1, form };
    if (!(await updateOffice(tx, ctx.viewer, change, now))) throw new Problem('company/changed');
    return { id, version: change.version };
  });
}

/** Lays a building out; homes that stand there stay. @throws Problem `seen/not-found`, `company/not-yours`, `request/invalid` */
export async function layOutHomes(ctx: Ctx, { id, isPreview, ...layout }: Layout & { id: string; isPreview: boolean }) {
  const [office] = await readOffices(ctx.db, ctx.viewer, id);
  if (office?.kind !== 'estate') throw new Problem('seen/not-found');
  if (!keepsRosterOf(ctx.viewer, id)) throw new Problem('company/not-yours');
  const places = layOut(layout);
  const added = await transact(ctx, async (tx) => {
    if (!isPreview) await holdRoster(tx, ctx.viewer, id);
    const standing = new Set((await readPlaces(tx, ctx.viewer, id)).map(placeKey));
    const fresh = places.filter((place) => !standing.has(placeKey(place)));
    const lines = fresh.map((place) => ({ ...place, id: ctx.newId(), label: sayPlace(place), isKeyCustomer: false }));
    if (!isPreview) await insertHomes(tx, ctx.viewer, id, lines);
    return fresh.length;
  });
  return { added, standing: places.length - added, first: sayPlace(places[0]!), last: sayPlace(places.at(-1)!) };
}
