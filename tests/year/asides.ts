import type { TicketDetail } from '../../shared/contract/ticket-views.ts';
import { HOUR } from '../../shared/kernel/time.ts';
import type { Action } from '../../shared/tickets/actions.ts';
import { SATISFIED } from '../support/story.ts';
import { COMPLAINTS_OFFICER, LEADERSHIP, MANAGEMENT_REPRESENTATIVE, QUALITY, WUTONGLI } from './cast.ts';
import type { Chance } from './chance.ts';
import { circumstances } from './complaints.ts';
import type { Hands } from './hands.ts';
import type { Stage } from './turns.ts';

const COLLEAGUES = [
  ...QUALITY,
  COMPLAINTS_OFFICER,
  ...WUTONGLI.agents,
  WUTONGLI.head,
  WUTONGLI.director,
  MANAGEMENT_REPRESENTATIVE,
  ...LEADERSHIP,
] as const;

/** What leads such a matter to its end, the most pressing first; what is said of it once is not said again. */
const ON: readonly (readonly [Action, onceAs?: string])[] = [
  ['tellCommittee'],
  ['visit', 'visited'],
  ['sort', 'sorted'],
  ['answerUnnamed'],
  ['formalReply'],
  ['recordCause', 'cause_recorded'],
  ['recordNoContact'],
  ['stepDone'],
  ['reportMajor', 'major_reported'],
  ['issueBulletin'],
  ['qualityVisit'],
  ['conclude'],
  ['answerAbove'],
  ['study', 'studied'],
  ['decline', 'declined'],
  ['carryOut'],
  ['adopt'],
  ['reply'],
  ['thank'],
];

/** What this estate hears seldom: complaints and suggestions nobody put a name to, complaints against leadership, suggestions that are declined, and who asks for contact after a survey (C10, Z9, I10, I11, Z16). Its luck is its own. */
export function asidesOf(stage: Stage, luck: Chance, does: Hands, words: (text: string) => string) {
  const { as, plan, tries, acknowledged } = stage;
  /** By whom each was said; of what nobody put a name to nobody. */
  const authors = new Map<string, string | null>();

  function keeps(by: string, author: string | null, taken: { id: string; number: string }, text: string): void {
    authors.set(taken.id, author);
    acknowledged.tickets.push({ id: taken.id, number: taken.number, by });
    acknowledged.words.push({ ticketId: taken.id, text });
    plan(luck.between(1, 30) * HOUR, () => turn(taken.id));
  }

  /** Something lay in the box, or somebody rang off without a name. */
  async function isFound(): Promise<void> {
    const isComplaint = luck.happens(0.7);
    const by = isComplaint && luck.happens(0.4) ? COMPLAINTS_OFFICER : luck.pick(WUTONGLI.agents);
    const text = words('没写是谁');
    await tries(async () => {
      const { offices } = await as(by).intakeHomes({});
      const officeId = offices.find((one) => one.name === '梧桐里')!.id;
      const given = { officeId, unnamed: true, words: text, channel: 'suggestion_box' as const };
      const door = luck.pick(['office', 'office', 'company'] as const);
      const taken = isComplaint
        ? await as(by).takeComplaint({ ...given, door, ...circumstances(luck) })
        : await as(by).takeRemark({ ...given, kind: 'suggestion' });
      keeps(by, null, taken, text);
    });
  }

  async function speaks(): Promise<void> {
    const name = luck.pick(WUTONGLI.residents);
    const text = words('能不能再装一部电梯');
    await tries(async () => {
      const { homes } = await as(name).session({});
      keeps(name, name, await as(name).speak({ kind: 'suggestion', homeId: homes[0]!.id, words: text }), text);
    });
  }

  /** Z9: somebody complains of those who lead the company. */
  async function complainsAbove(): Promise<void> {
    const name = luck.pick(WUTONGLI.residents);
    const text = words('公司领导说话不算数');
    await tries(async () => {
      const { homes } = await as(name).session({});
      const given = { homeId: homes[0]!.id, words: text, door: 'company' as const, against: ['leadership' as const] };
      keeps(name, name, await as(name).complain(given), text);
    });
  }

  /** Z16: after their home has answered a survey somebody asks to be contacted, by name. */
  async function asksContact(): Promise<void> {
    const name = luck.pick(WUTONGLI.residents);
    const text = words('请打电话给我');
    const kind = luck.pick(['suggestion', 'enquiry', 'complaint'] as const);
    await tries(async () => {
      const asked = (await as(name).surveys({})).items.find(({ mayAsk }) => mayAsk);
      if (asked) keeps(name, name, await as(name).askContact({ id: asked.id, homeId: asked.homeId, kind, words: text }), text);
    });
  }

  /** Whoever said it is content, or does not accept that it was declined. */
  async function authorActs(name: string, id: string): Promise<boolean> {
    const now = await as(name).ticket({ id });
    const may = (action: Action) => now.actions.some((one) => one.action === action);
    const text = words('知道了');
    if (may('object') && luck.happens(0.7)) {
      const isTaken = await tries(() => as(name).object({ id, words: text }));
      if (isTaken) acknowledged.words.push({ ticketId: id, text });
      return isTaken;
    }
    if (!may('confirm') || !luck.happens(0.6)) return false;
    const isTaken = await tries(() => as(name).confirm({ id, score: 5, tags: ['lasting'], words: text }));
    if (isTaken) acknowledged.words.push({ ticketId: id, text });
    return isTaken;
  }

  function next(now: TicketDetail): Action | undefined {
    const isDone = (did: string) => now.history.some((one) => one.did === did);
    const isOffered = (action: Action) => now.actions.some((one) => one.action === action);
    return ON.find(([action, once]) => isOffered(action) && !(once && isDone(once)))?.[0];
  }

  const given: Partial<Record<Action, Record<string, unknown>>> = {
    sort: { kind: 'suggestion' },
    tellCommittee: { toldAt: undefined },
    qualityVisit: { ...SATISFIED },
    visit: { channel: 'face_to_face', outcome: '' },
  };

  /** Whoever may do something about it does one thing, until it has ended. */
  async function turn(id: string): Promise<void> {
    const author = authors.get(id) ?? null;
    if (author !== null && (await authorActs(author, id))) return void plan(luck.between(2, 40) * HOUR, () => turn(id));
    const turnOf = luck.between(0, COLLEAGUES.length - 1);
    for (const name of [...COLLEAGUES.slice(turnOf), ...COLLEAGUES.slice(0, turnOf)]) {
      const [line] = await seen(name, id);
      if (!line) continue;
      if (line.status === 'closed' || line.status === 'cancelled') return void authors.delete(id);
      const action = next(line);
      if (action && (await does(name, line, action, given[action] ?? {}))) break;
    }
    plan(luck.between(4, 60) * HOUR, () => turn(id));
  }

  /** What somebody sees of it, where they see anything. */
  async function seen(name: string, id: string): Promise<TicketDetail[]> {
    const found: TicketDetail[] = [];
    await tries(async () => found.push(await as(name).ticket({ id })));
    return found;
  }

  return {
    isOne: (id: string): boolean => authors.has(id),
    begins(day: number, at: (what: () => Promise<void>) => void): void {
      if (luck.happens(0.03)) at(isFound);
      if (luck.happens(0.015)) at(speaks);
      if (day % 100 === 20) at(complainsAbove);
    },
    /** The same of whoever asks for contact after a survey, by luck of its own. */
    beginsContacts(at: (what: () => Promise<void>) => void): void {
      if (luck.happens(0.3)) at(asksContact);
    },
  };
}
