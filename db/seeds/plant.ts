import { sql } from 'drizzle-orm';
import { guideTerms } from '../../shared/guide/guide.ts';
import type { Database } from '../connect.ts';
import { homesOf, OFFICES, type OfficeLetters, PEOPLE } from './company.ts';
import { GUIDE } from './guide.ts';
import { PRICES } from './prices.ts';
import { SERVICES } from './services.ts';

const YEAR = 365 * 24 * 3_600_000;

/** What planting needs from outside: time, ids and the seal for phone numbers. */
export interface Gardener {
  now: Date;
  newId(): string;
  seal(number: string, personId: string): { phoneCipher: string; phoneIndex: string; phoneLast4: string };
}

/** Who and where, by name, for whoever seeds on. */
export interface Planted {
  people: Map<string, string>;
  offices: Map<OfficeLetters, string>;
  homes: Map<string, string>;
}

type Row = Record<string, unknown>;

/**
 * Plants the company: offices, homes, named people with their roles and homes, and the settings its estates begin with.
 * @param homes `all` for the whole of each estate, `named` for the homes somebody named lives in
 */
export async function plantCompany(db: Database, gardener: Gardener, homes: 'all' | 'named'): Promise<Planted> {
  const { now, newId } = gardener;
  const ago = (years: number) => new Date(now.getTime() - years * YEAR);
  const planted: Planted = { people: new Map(), offices: new Map(), homes: new Map() };
  const rows: Record<
    | 'offices'
    | 'homes'
    | 'people'
    | 'residences'
    | 'appointments'
    | 'settings'
    | 'canned_replies'
    | 'prices'
    | 'providers'
    | 'services'
    | 'guide_versions',
    Row[]
  > = {
    offices: [],
    homes: [],
    people: [],
    residences: [],
    appointments: [],
    settings: [],
    canned_replies: [],
    prices: [],
    providers: [],
    services: [],
    guide_versions: [],
  };
  const lived = new Set(PEOPLE.flatMap((person) => (person.homes ?? []).map(([letters, label]) => `${letters} ${label}`)));

  for (const office of OFFICES) {
    const id = newId();
    planted.offices.set(office.letters, id);
    rows.offices.push({
      id,
      kind: office.kind,
      name: office.name,
      letters: office.letters,
      hotline: office.hotline,
      opens_at_minute: 8 * 60,
      closes_at_minute: 18 * 60,
      occupied_since: office.yearsOccupied === null ? null : ago(office.yearsOccupied).toISOString().slice(0, 10),
      commission_based: office.letters === 'HT',
      single_client: false,
    });
    for (const home of homesOf(office)) {
      const name = `${office.letters} ${home.label}`;
      if (homes === 'named' && !lived.has(name)) continue;
      const homeId = newId();
      planted.homes.set(name, homeId);
      rows.homes.push({ id: homeId, office_id: id, ...home, key_customer: false });
    }
    if (office.letters === 'HT')
      rows.settings.push({ id: newId(), office_id: id, key: 'supervisorDispatches', value: true, from_at: ago(2), set_at: ago(2), set_by: null });
  }

  PEOPLE.forEach((person, index) => {
    const id = newId();
    planted.people.set(person.name, id);
    const sealed = gardener.seal(`1380000${String(6000 + index)}`, id);
    rows.people.push({
      id,
      name: person.name,
      phone_cipher: sealed.phoneCipher,
      phone_index: sealed.phoneIndex,
      phone_last4: sealed.phoneLast4,
      signed_out_before: null,
    });
    for (const [letters, role, department] of person.roles ?? [])
      rows.appointments.push({
        id: newId(),
        office_id: planted.offices.get(letters),
        person_id: id,
        role,
        department: department ?? null,
        scope: letters === 'ZB' ? 'all' : null,
        trades: role === 'technician' ? (person.trades ?? []) : [],
        from_at: ago(2),
        until_at: null,
      });
    for (const [letters, label, as, years] of person.homes ?? []) {
      const homeId = planted.homes.get(`${letters} ${label}`);
      rows.residences.push({
        id: newId(),
        office_id: planted.offices.get(letters),
        home_id: homeId,
        person_id: id,
        as,
        from_at: ago(years),
        until_at: null,
      });
      if (person.keyCustomer) for (const home of rows.homes) if (home.id === homeId) home.key_customer = true;
    }
  });

  // What every service centre says a dozen times a day.
  for (const { letters } of OFFICES.filter((office) => office.kind === 'estate'))
    for (const [title, body] of [
      ['收到了', '{称呼}您好，{房号}的报修（{报修号}）收到了，{约定时间}办好，有变化我们先和您商量。'],
      ['师傅在路上', '{称呼}您好，{师傅}正在过来，请留意家里的电话。'],
      ['关总阀', '请先把水表旁的总阀顺时针关紧；关不动请打{服务中心}，我们马上过去。'],
    ] as const) {
      const id = newId();
      const setBy = PEOPLE.find((person) =>
        person.roles?.some(([at, role, of]) => at === letters && role === 'departmentHead' && of === 'serviceCentre'),
      );
      rows.canned_replies.push({
        id,
        office_id: planted.offices.get(letters),
        reply_id: id,
        title,
        body,
        withdrawn: false,
        from_at: ago(1),
        set_by: planted.people.get(setBy!.name),
      });
    }

  for (const { letters } of OFFICES.filter((office) => office.kind === 'estate'))
    for (const [name, unit, price_fen, kind, warranty_months] of PRICES) {
      const id = newId();
      const setBy = PEOPLE.find((person) => person.roles?.some(([at, role]) => at === letters && role === 'engineeringSupervisor'))!;
      const office_id = planted.offices.get(letters);
      const [from_on, set_at] = [ago(1).toISOString().slice(0, 10), ago(1)];
      const set_by = planted.people.get(setBy.name);
      rows.prices.push({ id, office_id, item_id: id, name, unit, kind, price_fen, warranty_months, withdrawn: false, from_on, set_at, set_by });
    }

  for (const { letters } of OFFICES.filter((office) => office.kind === 'estate')) {
    const office_id = planted.offices.get(letters);
    const director = PEOPLE.find((person) => person.roles?.some(([at, role]) => at === letters && role === 'director'))!;
    const by = planted.people.get(director.name);
    const [from_on, set_at] = [ago(1).toISOString().slice(0, 10), ago(1)];
    const providers = new Map([...new Set(SERVICES.flatMap(({ provider }) => provider ?? []))].map((name) => [name, newId()]));
    for (const [name, id] of providers) rows.providers.push({ id, office_id, name, added_at: set_at, added_by: by });
    for (const { costFen: cost_fen, labourFen: labour_fen, provider, ...service } of SERVICES) {
      const id = newId();
      const provider_id = provider === null ? null : providers.get(provider);
      rows.services.push({
        id,
        office_id,
        item_id: id,
        ...service,
        cost_fen,
        labour_fen,
        provider_id,
        withdrawn: false,
        from_on,
        set_at,
        set_by: by,
      });
    }
  }

  for (const { letters, hotline } of OFFICES.filter((office) => office.kind === 'estate')) {
    const head = PEOPLE.find((person) =>
      person.roles?.some(([at, role, of]) => at === letters && role === 'departmentHead' && of === 'serviceCentre'),
    )!;
    for (const { section, title, words, phone = '' } of GUIDE.filter(({ only }) => (only ?? letters) === letters)) {
      const entry_id = newId();
      const text = { section, title, words, phone: phone.replace('{desk}', hotline) };
      rows.guide_versions.push({
        id: newId(),
        office_id: planted.offices.get(letters),
        entry_id,
        version: 1,
        ...text,
        withdrawn: false,
        terms: guideTerms(text),
        at: ago(1),
        by_id: planted.people.get(head.name),
      });
    }
  }

  for (const [table, lines] of Object.entries(rows))
    await db.execute(
      sql`insert into ${sql.identifier(table)} select * from jsonb_populate_recordset(null::${sql.identifier(table)}, ${JSON.stringify(lines)}::jsonb)`,
    );
  return planted;
}
