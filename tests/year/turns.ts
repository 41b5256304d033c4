import type { Client } from '../../shared/contract/client.ts';
import type { Api } from '../../shared/contract/index.ts';
import type { TicketDetail } from '../../shared/contract/ticket-views.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { DAY, HOUR, MINUTE } from '../../shared/kernel/time.ts';
import { REMARK_KINDS } from '../../shared/remarks/decide.ts';
import { categoriesFor } from '../../shared/repairs/categories.ts';
import type { Action } from '../../shared/tickets/actions.ts';
import { LIFECYCLE } from '../../shared/tickets/lifecycle.ts';
import type { Status } from '../../shared/tickets/ticket.ts';
import { SATISFIED } from '../support/story.ts';
import { asidesOf } from './asides.ts';
import { type Cast, HAITANGWAN, QUALITY, WUTONGLI } from './cast.ts';
import type { Chance } from './chance.ts';
import { complaintsOf } from './complaints.ts';
import { drawsOf } from './draws.ts';
import { errandsOf } from './errands.ts';
import { handsOf } from './hands.ts';
import { needsOf } from './needs.ts';
import { papersOf } from './papers.ts';
import { sheetsOf } from './sheets.ts';
import { surveysOf } from './surveys.ts';
import type { Acknowledged } from './year.ts';

/** What the people of the year act on. */
export interface Stage {
  luck: Chance;
  /** Luck of its own for what stands beside the rest, so that it changes nothing of it: slips, papers, what is heard seldom, what the company draws, surveys. */
  apart: { errands: Chance; papers: Chance; asides: Chance; draws: Chance; surveys: Chance; needs: Chance; sheets: Chance; contacts: Chance };
  now(): Date;
  as(name: string): Client<Api>;
  personId(name: string): string;
  nameOf(personId: string): string;
  plan(inMilliseconds: number, what: () => Promise<void>): void;
  /** Tries something that may be too late by now; a refusal is an answer too. */
  tries(work: () => Promise<unknown>): Promise<boolean>;
  photo(name: string, ticketId: string, purpose: 'result' | 'message'): Promise<string>;
  /** The year is over: nobody quarrels any more, and what is open is worked off. */
  isOver(): boolean;
  acknowledged: Acknowledged;
  /** How often each action was done. */
  done: Map<Action, number>;
}

const COURSE: readonly Status[] = ['received', 'dispatched', 'on_site', 'finished', 'closed'];
const isAhead = ({ from, to }: (typeof LIFECYCLE)[number]) =>
  to !== null && from.every((status) => COURSE.includes(status) && COURSE.indexOf(status) < COURSE.indexOf(to));
const LEADS_ON = new Set(LIFECYCLE.filter((row) => isAhead(row) && row.action !== 'confirm').map((row) => row.action));
/** What an office does of itself, so that a ticket comes to its end; the rest is up to whoever has an idea. */
const DUTIES = new Set<Action>([...LEADS_ON, 'handOver', 'takeOn', 'price', 'settle', 'answerClaim']);
/** The resident has something to look at. */
const ENDS = new Set<Action>(['finish', 'complete', 'reply', 'carryOut', 'decline', 'answerAbove', 'formalReply']);
const ANSWERS = new Set<Action>(['acceptQuote', 'refuseQuote', 'acceptDate', 'declineDate']);

type At = (what: () => Promise<void>) => void;

const isEnded = ({ status }: Pick<TicketDetail, 'status'>) => status === 'closed' || status === 'cancelled';

/** What everybody of the estates does, turn by turn; each turn plans what follows from it. */
export function turnsOf(stage: Stage) {
  const { luck, as, plan, tries, acknowledged, done } = stage;
  const casts = new Map<string, Cast>();
  const tended = new Set<string>();
  const expected = new Set<string>();
  const castOf = (id: string) => casts.get(id)!;
  const reporterOf = (id: string) => acknowledged.tickets.find((one) => one.id === id)!.by;
  const prices = new Map<Cast, readonly string[]>();

  let spokenWords = 0;
  const words = (text: string) => `${text}（第 ${spokenWords++} 句）`;
  const said = (ticketId: string, text: string) => acknowledged.words.push({ ticketId, text });
  const typed = (ticketId: string, action: Action, texts: readonly string[]) =>
    void acknowledged.typed.push(...texts.map((text) => ({ ticketId, action, text })));
  const does = handsOf({
    ...stage,
    words,
    typed,
    technicians: (id) => castOf(id).technicians,
    office: (id) => [...castOf(id).technicians, ...castOf(id).agents, castOf(id).head],
    isHead: (name) => name === WUTONGLI.head || name === HAITANGWAN.head,
    prices: (id) => prices.get(castOf(id)) ?? [],
  });

  /** What somebody sees of a ticket; null where they see nothing. */
  async function look(name: string, id: string): Promise<TicketDetail | null> {
    try {
      return await as(name).ticket({ id });
    } catch (error) {
      if (error instanceof Problem && error.status === 404) return null;
      throw error;
    }
  }
  const offered = (now: TicketDetail, among: ReadonlySet<Action>) => now.actions.map(({ action }) => action).filter((action) => among.has(action));

  function pace(name: string): number {
    if (name !== WUTONGLI.lazy && name !== HAITANGWAN.lazy) return luck.between(10, 100) * MINUTE;
    return luck.happens(0.5) ? luck.between(1, 4) * DAY : luck.between(1, 20) * HOUR;
  }

  /** Somebody of the office keeps looking after a ticket until it has ended. */
  function tend(id: string, inMilliseconds = luck.between(1, 10) * HOUR): void {
    if (tended.has(id)) return;
    tended.add(id);
    plan(inMilliseconds, async () => {
      tended.delete(id);
      await officeActs(id);
    });
  }

  /** Whoever was sent comes; of several who were told to, one turn at a time. */
  function sends(name: string, id: string): void {
    const key = `${name}/${id}`;
    if (expected.has(key)) return;
    expected.add(key);
    plan(pace(name), async () => {
      expected.delete(key);
      await technicianActs(name, id);
    });
  }

  /** Does one thing that is offered, and has follow what follows from it. */
  async function acts(name: string, now: TicketDetail, action: Action, given: Record<string, unknown> = {}): Promise<boolean> {
    if (action === 'rework') return reportsAgain(name, now);
    if (action === 'announce') return announces(now);
    const body = await does(name, now, action, given);
    if (body === null) return false;
    if (typeof body.technicianId === 'string') sends(stage.nameOf(body.technicianId), now.id);
    if (action === 'quote' || action === 'proposeDate' || action === 'offerPrice' || action === 'price')
      plan(luck.between(1, 20) * HOUR, () => residentActs(now.id));
    if (ENDS.has(action)) plan(luck.between(1, 40) * HOUR, () => residentActs(now.id));
    if (action === 'merge' && luck.happens(0.5)) plan(luck.between(1, 12) * HOUR, () => takesApart(now.id));
    tend(now.id);
    return true;
  }

  function keeps(cast: Cast, name: string, taken: { id: string; number: string }, text: string | null): void {
    casts.set(taken.id, cast);
    acknowledged.tickets.push({ id: taken.id, number: taken.number, by: name });
    if (text !== null) said(taken.id, text);
    tend(taken.id, luck.happens(0.9) ? luck.between(1, 14) * MINUTE : luck.between(1, 12) * HOUR);
    if (luck.happens(0.2)) plan(luck.between(1, 30) * HOUR, () => quarrels(name, taken.id));
    for (let ideas = luck.between(1, 4); ideas > 0; ideas -= 1)
      plan(luck.happens(0.7) ? luck.between(1, 72) * HOUR : luck.between(3, 20) * DAY, () => somebodyActs(taken.id));
  }

  interface Matter {
    place: 'home' | 'public';
    category: string;
    where: string;
  }
  function matter(): Matter {
    const place = luck.happens(0.2) ? ('public' as const) : ('home' as const);
    return {
      place,
      category: luck.pick(categoriesFor(place, '2026-01-05')).code,
      where: place === 'public' ? luck.pick(['3栋2单元楼下', '地库', '5栋大堂']) : '',
    };
  }

  async function reports(cast: Cast, name: string, about: Matter = matter(), reworkOf?: string): Promise<boolean> {
    const text = words(luck.pick(['漏水了，快来看看', '坏了好几天', '晚上有响声', '关不上', '一直滴水']));
    const { homes } = await as(name).session({});
    const given = {
      ...about,
      homeId: homes[0]!.id,
      words: text,
      worse: luck.happens(0.3),
      danger: luck.happens(0.05),
      onlyMine: about.place === 'home' && luck.happens(0.1),
    };
    return tries(async () => keeps(cast, name, await as(name).report({ ...given, ...(reworkOf ? { reworkOf } : {}) }), text));
  }

  async function reportsAgain(name: string, { id, place, category, where }: TicketDetail): Promise<boolean> {
    return reports(castOf(id), name, { place, category, where: place === 'public' ? where : '' }, id);
  }

  /** Something breaks that several see: some report it, and some see that it was reported. */
  async function breaksForMany(cast: Cast): Promise<void> {
    const about: Matter = { ...matter(), place: 'public', category: luck.pick(['lift', 'lighting', 'roof']), where: '3栋2单元楼下' };
    for (const [nth, name] of cast.residents.entries()) {
      if (nth > 1 && !luck.happens(0.4)) continue;
      plan(luck.between(nth * 10, nth * 10 + 90) * MINUTE, async () => {
        const { homes } = await as(name).session({});
        const { items } = await as(name).alike({ homeId: homes[0]!.id, category: about.category, where: about.where });
        const found = items.find((one) => !one.following);
        if (found && luck.happens(0.4)) {
          if (await tries(() => as(name).follow({ id: found.id }))) plan(luck.between(1, 40) * HOUR, () => somebodyActs(found.id, name));
        } else await reports(cast, name, about);
      });
    }
  }

  async function orders(cast: Cast, name: string): Promise<void> {
    const agent = luck.happens(0.4) ? luck.pick(cast.agents) : null;
    const { homes } = await as(name).session({});
    const { items, today } = await as(name).services({});
    const service = luck.pick(items.filter((one) => one.from <= today && one.officeId === homes[0]!.officeId));
    const text = words('请早一点来');
    const order = { homeId: homes[0]!.id, itemId: service.id, lineId: service.lineId, quantity: luck.between(1, 3), words: text };
    await tries(async () => {
      const taken = agent
        ? await as(agent).oralOrder({ ...order, personId: stage.personId(name), channel: 'hotline_service' })
        : await as(name).order(order);
      keeps(cast, name, taken, text);
    });
  }

  /** Somebody has something to say, by themselves or on the telephone (I3). */
  async function speaks(cast: Cast, name: string): Promise<void> {
    const agent = luck.happens(0.3) ? luck.pick(cast.agents) : null;
    const { homes } = await as(name).session({});
    const text = words(luck.pick(['能不能装个充电桩', '师傅修得又快又好', '装修垃圾放哪里', '路灯早一点开']));
    const remark = { kind: luck.pick(REMARK_KINDS), homeId: homes[0]!.id, words: text };
    await tries(async () => {
      const taken = agent
        ? await as(agent).takeRemark({ ...remark, personId: stage.personId(name), channel: 'hotline_service' })
        : await as(name).speak({ ...remark, onlyMine: luck.happens(0.2) });
      keeps(cast, name, taken, text);
    });
  }

  /** What the office decides of a suggestion before it is carried out, and what quality answers to an objection (I10, I11). */
  async function decides(agent: string, now: TicketDetail): Promise<boolean> {
    const may = (action: Action) => now.actions.some((one) => one.action === action);
    const [first] = (['study', 'promiseAnswer'] as const).filter(may);
    if (first && !stage.isOver() && luck.happens(0.2)) return acts(agent, now, first);
    if (may('adopt') && !now.history.some((one) => one.did === 'adopted') && luck.happens(0.5)) return acts(agent, now, 'adopt');
    const name = luck.pick(QUALITY);
    const above = now.status === 'received' && now.history.some((one) => one.did === 'objected') ? await look(name, now.id) : null;
    return above !== null && acts(name, above, 'answerAbove');
  }

  /** Somebody of the office does whatever is next, until the ticket has ended. */
  async function officeActs(id: string): Promise<void> {
    const cast = castOf(id);
    const agent = luck.pick(cast.agents);
    const now = await look(agent, id);
    // C3: what the office does not see is a complaint that has left it, or is against them.
    if (!now || now.kind === 'complaint') return complaints.acts(id, reporterOf(id));
    const may = (action: Action) => now.actions.some((one) => one.action === action);
    if (may('returnVisit') && luck.happens(0.4)) await acts(agent, now, 'returnVisit', { ...SATISFIED });
    else if (may('tryVisit') && luck.happens(0.12)) plan(0, () => callsInVain(agent, id, 4));
    if (now.round > 1 && may('visit') && luck.happens(0.7)) await acts(agent, now, 'visit', { ...SATISFIED });
    const [duty] = offered(now, DUTIES);
    if (await decides(agent, now)) return tend(id);
    if (may('merge') && !stage.isOver() && luck.happens(now.place === 'public' ? 0.7 : 0.05) && (await acts(agent, now, 'merge'))) return tend(id);
    if (duty && (await acts(agent, now, duty))) return isEnded(now) ? undefined : tend(id, luck.between(4, 30) * HOUR);
    if (isEnded(now)) return;
    if (castOf(id) === HAITANGWAN || now.quote?.stand === 'pricing' || now.claims.length > 0) await headActs(id);
    if (luck.happens(0.1)) await acts(agent, now, 'note');
    else if (!stage.isOver() && now.promises.some((promise) => promise.missed && !promise.keptAt && !promise.withdrawnAt))
      await agentWorries(agent, now);
    if (may('recordAnswer') && (stage.isOver() || luck.happens(0.2))) await acts(agent, now, 'recordAnswer');
    const holder = now.responsible?.name ?? '';
    if ((now.status === 'dispatched' || now.status === 'on_site') && cast.technicians.includes(holder)) sends(holder, id);
    if (now.status === 'finished' && luck.happens(0.5)) plan(HOUR, () => residentActs(id));
    tend(id, luck.between(6, 40) * HOUR);
  }

  /** The supervisor does what waits for them. */
  async function headActs(id: string): Promise<void> {
    const { head } = castOf(id);
    const now = await look(head, id);
    const [duty] = now ? offered(now, DUTIES) : [];
    const isOwed = castOf(id) === HAITANGWAN || duty === 'price' || duty === 'answerClaim';
    if (now && duty && isOwed) await acts(head, now, duty);
  }

  async function agentWorries(agent: string, now: TicketDetail): Promise<void> {
    const { id } = now;
    const missed = now.promises.find((promise) => promise.missed && promise.missCause === null);
    if (missed) await tries(() => as(agent).explainMiss({ id, what: missed.what, round: missed.round, cause: 'hands' }));
    const holder = now.responsible?.name ?? '';
    const others = castOf(id).technicians.filter((name) => name !== holder);
    const [another] = offered(now, new Set<Action>(['reassign', 'rearrange']));
    if (another && luck.happens(0.15))
      await acts(agent, now, another, { technicianId: stage.personId(luck.pick(others)), ...(another === 'rearrange' ? { provider: '' } : {}) });
    else if (luck.happens(0.3))
      await acts(agent, now, 'agree', { what: 'repaired', dueBy: new Date(stage.now().getTime() + luck.between(1, 3) * DAY).toISOString() });
  }

  /** Calls that nobody answers, at other hours, until it is ended. */
  async function callsInVain(agent: string, id: string, left: number): Promise<void> {
    const now = await look(agent, id);
    if (!now?.actions.some((one) => one.action === 'tryVisit')) return;
    const owed = now.promises.find(
      (one) => ['return_visit', 'special_visit', 'follow_up', 'quality_visit'].includes(one.what) && !one.keptAt && !one.withdrawnAt,
    );
    if (!owed) return;
    await acts(agent, now, left === 0 ? 'endVisit' : 'tryVisit', { what: owed.what });
    if (left > 0) plan(luck.between(7, 10) * HOUR, () => callsInVain(agent, id, left - 1));
  }

  async function technicianActs(name: string, id: string): Promise<void> {
    const now = await look(name, id);
    if (!now) return;
    const may = (action: Action) => now.actions.some((one) => one.action === action);
    if (may('accept') && luck.happens(0.6)) await acts(name, now, 'accept', luck.happens(0.9) ? { claimedAt: undefined } : {});
    const rare = stage.isOver() ? 0 : luck.roll();
    const odd: Action = rare > 0.94 ? 'handBack' : rare > 0.84 ? 'nobodyHome' : 'quote';
    const next = rare > 0.7 && may(odd) ? odd : (['arrive', 'finish', 'complete'] as const).find(may);
    if (!next) return;
    const isQuoted = next === 'finish' && now.quote !== null;
    const claimed = luck.happens(0.9) || !['arrive', 'finish'].includes(next) ? { claimedAt: undefined } : {};
    const isDone = await acts(name, now, next, next === 'arrive' || next === 'finish' ? claimed : {});
    if (isDone && next !== 'handBack' && !['finish', 'complete'].includes(next)) sends(name, id);
    if (!isDone && isQuoted) await acts(name, now, 'withdrawQuote');
  }

  /** The resident answers what waits for them. */
  async function residentActs(id: string): Promise<void> {
    const name = reporterOf(id);
    const now = (await look(name, id))!;
    const answers = offered(now, ANSWERS);
    if (answers.length > 0 && luck.happens(0.9)) await acts(name, now, luck.pick([answers[0]!, answers[0]!, ...answers]));
    else if (now.status === 'finished') await residentJudges(name, now);
  }

  async function residentJudges(name: string, now: TicketDetail): Promise<void> {
    const { id } = now;
    const isCross = WUTONGLI.badTempered.includes(name) || HAITANGWAN.badTempered.includes(name);
    if (!stage.isOver() && luck.happens(isCross ? 0.4 : 0.08)) {
      const text = words('没修好，还是老样子');
      const against = now.actions.some((one) => one.action === 'object') ? 'object' : 'reopen';
      if (await tries(() => as(name)[against]({ id, words: text }))) said(id, text);
    } else {
      const text = words(isCross ? '凑合吧' : '修得不错');
      const isContent = now.kind === 'complaint' || !isCross || stage.isOver();
      const score = isContent ? luck.pick(now.kind === 'complaint' ? ([4, 5] as const) : ([3, 4, 5] as const)) : luck.pick([1, 2, 3] as const);
      if (await tries(() => as(name).confirm({ id, score, tags: [score > 3 ? 'lasting' : 'slow'], words: text }))) said(id, text);
    }
    tend(id);
  }

  async function quarrels(name: string, id: string): Promise<void> {
    const text = words('怎么还没人来？');
    if (await tries(() => as(name).say({ id, words: text }))) said(id, text);
    if (!luck.happens(0.3)) return;
    const answer = words('别着急，我马上催');
    const agent = luck.pick(castOf(id).agents);
    if (await tries(() => as(agent).say({ id, words: answer, upset: true }))) said(id, answer);
    if (luck.happens(0.7))
      plan(luck.between(1, 6) * HOUR, async () => {
        const call = words('打过电话了');
        if (await tries(() => as(agent).call({ id, words: call }))) said(id, call);
      });
  }

  /** Somebody has an idea: of all they are offered, they do what was done least so far. */
  async function somebodyActs(id: string, who?: string): Promise<void> {
    if (stage.isOver()) return;
    const { agents, technicians, head, director, residents } = castOf(id);
    const reporter = reporterOf(id);
    const isComplaint = (await look(reporter, id))!.kind === 'complaint';
    const name =
      who ??
      luck.pick([
        ...(isComplaint ? complaints.company : []),
        reporter,
        reporter,
        reporter,
        ...agents,
        ...agents,
        head,
        head,
        luck.pick(technicians),
        director,
        luck.pick(QUALITY),
        luck.pick(residents),
      ]);
    const now = await look(name, id);
    if (!now || now.actions.length === 0) return;
    const often = (action: Action) => done.get(action) ?? 0;
    const byNeed = now.actions.map((one) => one.action).sort((one, other) => often(one) - often(other));
    const action = luck.happens(0.75) ? byNeed[0]! : luck.pick(byNeed);
    const isTaken = await acts(name, now, action);
    if (isTaken && action === 'nobodyHome') sends(name, id);
  }

  async function takesApart(id: string): Promise<void> {
    const merged = acknowledged.tickets.find((one) => one.id === id)!;
    const agent = luck.pick(castOf(merged.id).agents);
    const now = await look(agent, id);
    // Whichever of the two was written down first stays; the other is the one that may be taken apart.
    const other = now?.merged.find((one) => one.id !== null)?.id;
    const gone = other ? await look(agent, other) : now;
    if (gone?.actions.some((one) => one.action === 'unmerge')) await acts(agent, gone, 'unmerge');
  }

  /** The supervisor writes a work notice, the director agrees or not, and sometimes it is taken back (R7, P2). */
  async function announces({ id, officeId }: TicketDetail): Promise<boolean> {
    const { head, director } = castOf(id);
    const from = stage.now().getTime() + luck.between(2, 30) * HOUR;
    const span = { from: new Date(from).toISOString(), until: new Date(from + 3 * HOUR).toISOString() };
    const notice = { work: '换水泵', place: '地库', doneBy: '工程部', effect: '停水三个小时', areas: luck.happens(0.5) ? [{ building: 3 }] : [] };
    const decides = (publicationId: string) =>
      plan(luck.between(1, 20) * HOUR, async () => {
        const { pending, stand } = await as(director).publication({ id: publicationId });
        const verdict = luck.happens(0.8) ? ('approved' as const) : ('returned' as const);
        if (!pending) return;
        await tries(() => as(director).decideApproval({ id: pending.approvalId, round: pending.round, step: pending.step, verdict, words: '看过' }));
        if (verdict !== 'approved' || stand === 'out' || !luck.happens(0.6)) return;
        plan(luck.between(1, 20) * HOUR, async () => {
          if (await tries(() => as(head).withdrawNotice({ id: publicationId, why: '改天做' }))) decides(publicationId);
        });
      });
    return tries(async () => decides((await as(head).submitNotice({ officeId, ticketId: id, ...span, ...notice })).id));
  }

  const complaints = complaintsOf({ stage, words, castOf, keeps, look, acts, residentActs, callsInVain, tend });

  const here = () => acknowledged.tickets.map((one) => one.id).filter((id) => castOf(id) === WUTONGLI);
  const errands = errandsOf(stage, stage.apart.errands, words, here);
  const papers = papersOf(stage, stage.apart.papers, words);
  const surveys = surveysOf(stage, stage.apart.surveys, words);
  const needs = needsOf(stage, stage.apart.needs, words);
  const draws = drawsOf(stage, stage.apart.draws, words);
  const theirs = () => [...WUTONGLI.technicians, ...WUTONGLI.agents, WUTONGLI.head];
  const apart = { luck: stage.apart.asides, technicians: () => WUTONGLI.technicians, office: theirs, isHead: () => false, prices: () => [] };
  const asides = asidesOf(stage, stage.apart.asides, handsOf({ ...stage, words, typed, ...apart }), words);
  const sheets = sheetsOf(stage, stage.apart.sheets, words);
  const askers = { ...apart, luck: stage.apart.contacts };
  const contacts = asidesOf(stage, stage.apart.contacts, handsOf({ ...stage, words, typed, ...askers }), words);

  return {
    namesKeepers: errands.namesKeepers,
    worksOffErrands(): void {
      errands.worksOff();
      papers.worksOff();
      surveys.worksOff();
      needs.worksOff();
      sheets.worksOff();
    },
    /** Goes on calling for so many days whom the company drew. */
    asksTheDrawn: draws.settles,
    /** What begins on a day. @param at how to plan something at a time of it @param atApart the same by luck of its own */
    begins(day: number, reportsADay: number, complaintsADay: number, at: At, atApart: At): void {
      errands.begins(day, atApart);
      papers.begins(atApart);
      surveys.begins(atApart);
      needs.begins(atApart);
      asides.begins(day, atApart);
      sheets.begins(atApart);
      contacts.beginsContacts(atApart);
      draws.begins(atApart);
      const cast = () => (luck.happens(0.15) ? HAITANGWAN : WUTONGLI);
      for (let one = 0; one < Math.floor(reportsADay) + (luck.happens(reportsADay % 1) ? 1 : 0); one += 1) {
        const here = cast();
        const name = luck.happens(0.3) ? luck.pick(here.badTempered) : luck.pick(here.residents);
        at(async () => void (await reports(here, name)));
      }
      if (luck.happens(0.04)) at(() => breaksForMany(WUTONGLI));
      if (luck.happens(0.12)) {
        const here = cast();
        at(() => speaks(here, luck.pick(here.residents)));
      }
      if (luck.happens(0.08)) {
        const here = cast();
        at(() => orders(here, luck.pick(here.residents)));
      }
      if (luck.happens(complaintsADay)) {
        const here = cast();
        at(() => complaints.begins(here, luck.pick(here.residents)));
      }
    },
    async looksUpPrices(): Promise<void> {
      for (const cast of [WUTONGLI, HAITANGWAN])
        prices.set(
          cast,
          (await as(cast.head).prices({})).items.map((one) => one.id),
        );
    },
    /** Everybody works off what is still open. */
    worksOff(id: string): void {
      // What has turns of its own goes on by them.
      if (asides.isOne(id) || contacts.isOne(id)) return;
      tend(id, HOUR);
      plan(2 * HOUR, () => residentActs(id));
      for (const technician of castOf(id).technicians) for (const hours of [2, 200, 400]) plan(hours * HOUR, () => technicianActs(technician, id));
    },
  };
}
