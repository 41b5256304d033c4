import { keepsRosterOf, type OfficeRow, readOfficeMore, readOffices, setsUp } from '../../db/queries/company.ts';
import { type CompanyFacts, STEPS } from '../../shared/company/steps.ts';
import type { Office } from '../../shared/contract/company.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import type { Ctx } from '../context.ts';

/** What an estate cannot do without, and who has none yet. */
const NEEDED: readonly { label: string; lacks: (office: OfficeRow) => boolean }[] = [
  { label: '房号', lacks: ({ homes }) => homes === 0 },
  { label: '主任', lacks: ({ roles }) => !roles.includes('director') },
  { label: '客服', lacks: ({ roles }) => !roles.includes('agent') },
  { label: '师傅', lacks: ({ roles }) => !roles.includes('technician') },
  { label: '住户名单', lacks: ({ residents }) => residents === 0 },
];

const viewOf = (office: OfficeRow): Office => ({
  id: office.id,
  kind: office.kind,
  name: office.name,
  letters: office.letters,
  homes: office.homes,
  residents: office.residents,
  colleagues: office.colleagues,
  director: office.director,
  missing: office.kind === 'estate' ? NEEDED.filter(({ lacks }) => lacks(office)).map(({ label }) => label) : [],
});

function factsOf(offices: readonly OfficeRow[]): CompanyFacts {
  const estates = offices.filter(({ kind }) => kind === 'estate');
  const company = offices.filter(({ kind }) => kind === 'head_office').flatMap(({ roles }) => roles);
  const without = (role: string) => estates.filter(({ roles }) => !roles.includes(role)).length;
  return {
    estates: estates.length,
    withoutHomes: estates.filter(({ homes }) => homes === 0).length,
    withoutDirector: without('director'),
    withoutAgent: without('agent'),
    withoutTechnician: without('technician'),
    withoutResidents: estates.filter(({ residents }) => residents === 0).length,
    withoutQuality: !company.includes('quality'),
    withoutRepresentative: !company.includes('managementRepresentative'),
  };
}

/** The company and its estates, as far as somebody sets them up, and what comes next. @throws Problem `company/not-yours` */
export async function company(ctx: Ctx) {
  const offices = await readOffices(ctx.db, ctx.viewer);
  if (offices.length === 0) throw new Problem('company/not-yours');
  const mayAdd = setsUp(ctx.viewer);
  const facts = factsOf(offices);
  return {
    name: offices.find(({ kind }) => kind === 'head_office')?.name ?? offices[0]!.name,
    offices: offices.map(viewOf),
    steps: mayAdd ? STEPS.map(({ code, label, note, isDone }) => ({ code, label, note, done: isDone(facts) })) : [],
    mayAdd,
  };
}

/** One office: what it is known by, its buildings, what was changed and read in. @throws Problem `seen/not-found` */
export async function companyOffice(ctx: Ctx, { id }: { id: string }) {
  const [office] = await readOffices(ctx.db, ctx.viewer, id);
  if (!office) throw new Problem('seen/not-found');
  const { buildings, entries, imports } = await readOfficeMore(ctx.db, ctx.viewer, id);
  const { hotline, opensAtMinute, closesAtMinute, occupiedSince, commissionBased, singleClient, version } = office;
  return {
    ...viewOf(office),
    ...{ hotline, opensAtMinute, closesAtMinute, occupiedSince, commissionBased, singleClient, version, buildings },
    entries: entries.map(({ at, byName }) => ({ at: at.toISOString(), byName })),
    imports: imports.map((one) => ({ ...one, at: one.at.toISOString() })),
    mayChange: setsUp(ctx.viewer),
    mayImport: office.kind === 'estate' && keepsRosterOf(ctx.viewer, id),
  };
}
