import type { ErrandDetail } from '../../shared/contract/errands.ts';
import { ERRAND_ROUTES } from '../../shared/errands/routes.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { DAY, HOUR, MINUTE } from '../../shared/kernel/time.ts';
import type { Action } from '../../shared/tickets/actions.ts';
import { LEADERSHIP, MANAGEMENT_REPRESENTATIVE, QUALITY, WUTONGLI } from './cast.ts';
import type { Chance } from './chance.ts';
import type { Stage } from './turns.ts';

/** Everybody who may have something to do about a slip or a measure of 梧桐里. */
const COLLEAGUES = [
  '罗芳',
  '郭卫东',
  '周敏',
  '曹阳',
  '韩梅',
  WUTONGLI.head,
  ...WUTONGLI.agents,
  WUTONGLI.director,
  ...QUALITY,
  MANAGEMENT_REPRESENTATIVE,
  ...LEADERSHIP,
];
const BOX = '何静';
const CHANNELS = ['notice_board', 'website', 'email', 'official_account', 'chat_group', 'forum'] as const;

/** What leads to an end, the most pressing first; the rest is up to whoever has an idea. */
const ON = ['reach', 'registerUrgent', 'report', 'take', 'giveBack', 'writeReport', 'tellResident', 'verify', 'receiveBack'] as const;

type Doing = Exclude<keyof typeof ERRAND_ROUTES, 'answerLetter' | 'fileLetter' | 'copyLetter' | 'answerNotice' | 'deedHolds' | 'deedFails'>;

/** What colleagues owe each other over the year: slips of every kind, measures against what comes again, and the rounds of the box. Its luck is its own. */
export function errandsOf(stage: Stage, luck: Chance, words: (text: string) => string, tickets: () => readonly string[]) {
  const { as, plan, tries, personId, acknowledged } = stage;
  const open = new Set<string>();
  const ahead = (hours: number) => new Date(stage.now().getTime() + hours * HOUR).toISOString();
  const typed = (text: string, ticketId: string) => acknowledged.typed.push({ ticketId, action: 'note' as Action, text });

  async function look(name: string, id: string): Promise<ErrandDetail | null> {
    try {
      return await as(name).errand({ id });
    } catch (error) {
      if (error instanceof Problem && error.status === 404) return null;
      throw error;
    }
  }

  const said = (text: string): { body: Record<string, unknown>; texts: string[] } => ({ body: { words: text }, texts: [text] });

  /** What each action is done with, and which of it is to be found again once. */
  function bodyOf(action: Doing): { body: Record<string, unknown>; texts: string[] } {
    const one = said(words('单子上写一句'));
    const parts = ['原因', '纠正', '预防'].map((part) => words(part));
    const special: Partial<Record<Doing, { body: Record<string, unknown>; texts: string[] }>> = {
      take: { body: { ...one.body, promisedBy: ahead(luck.between(2, 40)) }, texts: one.texts },
      progress: { body: { ...one.body, ...(luck.happens(0.5) ? { expectedBy: ahead(luck.between(2, 60)) } : {}) }, texts: one.texts },
      sendBack: { body: { ...one.body, answerBy: ahead(luck.between(4, 60)) }, texts: one.texts },
      // By message it stands in the resident's thread as well.
      tellResident: luck.happens(0.5)
        ? { body: { ...one.body, how: 'message' }, texts: [] }
        : { body: { ...one.body, how: 'phone' }, texts: one.texts },
      writeReport: { body: { cause: parts[0], correction: parts[1], prevention: parts[2] }, texts: parts },
      handOn: { body: { holder: personId(luck.pick([WUTONGLI.head, ...WUTONGLI.agents, '罗芳'])) }, texts: [] },
      lead: { body: {}, texts: [] },
      registerUrgent: { body: {}, texts: [] },
    };
    return special[action] ?? one;
  }

  async function does(name: string, id: string, action: Doing): Promise<void> {
    const { body, texts } = bodyOf(action);
    const send = as(name)[ERRAND_ROUTES[action]] as unknown as (input: object) => Promise<unknown>;
    if (await tries(() => send({ id, ...body }))) for (const text of texts) typed(text, id);
  }

  function choose(now: ErrandDetail): Doing | undefined {
    // The household hears of what came back once, and not at every turn.
    const isOwed = now.promises.some((one) => (one.what === 'resident_told' || one.what === 'progress_told') && !one.keptAt && !one.withdrawnAt);
    const may = now.actions.map((one) => one.action as Doing).filter((action) => action !== 'tellResident' || isOwed);
    if (may.length === 0) return undefined;
    const on = ON.find((action) => may.includes(action));
    return stage.isOver() || luck.happens(0.7) ? on : luck.pick(may);
  }

  const isEnded = ({ status, actions }: ErrandDetail) =>
    status === 'withdrawn' || (status === 'closed' && !actions.some((one) => one.action === 'tellResident'));

  /** Whoever may do something about it does one thing, until it has ended. */
  async function turn(id: string): Promise<void> {
    const turnOf = luck.between(0, COLLEAGUES.length - 1);
    for (const name of [...COLLEAGUES.slice(turnOf), ...COLLEAGUES.slice(0, turnOf)]) {
      const now = await look(name, id);
      const action = now && now.actions.length > 0 ? choose(now) : undefined;
      if (!action) continue;
      await does(name, id, action);
      break;
    }
    const after = (await look(QUALITY[0], id)) ?? (await look(WUTONGLI.agents[0]!, id));
    const agents = await look(WUTONGLI.agents[0]!, id);
    if (after && isEnded(after) && (!agents || isEnded(agents))) open.delete(id);
    else plan(luck.happens(0.1) ? luck.between(2, 5) * DAY : luck.between(1, 20) * HOUR, () => turn(id));
  }

  function keeps(id: string): void {
    open.add(id);
    plan(luck.between(20, 300) * MINUTE, () => turn(id));
  }

  async function gives(): Promise<void> {
    const agent = luck.pick(WUTONGLI.agents);
    const about = luck.happens(0.8) && tickets().length > 0 ? luck.pick(tickets()) : null;
    await tries(async () => {
      const { units, offices } = await as(agent).errandUnits(about ? { ticketId: about } : {});
      const unit = luck.pick(units);
      const kind = luck.pick(unit.kinds);
      const content = words('请看一看');
      const given = {
        ...(about ? { ticketId: about } : { officeId: offices[0]!.id }),
        department: unit.department,
        content,
        answerBy: ahead(luck.between(2, 40)),
      };
      const called = kind === 'urgent' ? { calledPerson: unit.headId } : {};
      const { id } = await as(agent).giveErrand({ ...given, ...called, kind, lead: kind === 'handover' && luck.happens(0.3) });
      typed(content, id);
      keeps(id);
    });
  }

  /** C9: what came again in the month before gets somebody who puts it right. */
  async function measures(month: string): Promise<void> {
    await tries(async () => {
      const { offices } = await as(WUTONGLI.director).analysis({ month });
      const content = words('以后这样做');
      const given = {
        month,
        officeId: offices[0]!.id,
        about: { kind: 'repair' },
        holder: personId(luck.pick([WUTONGLI.head, WUTONGLI.director])),
        content,
      } as const;
      const { id } = await as(WUTONGLI.director).giveAction({ ...given, dueBy: ahead(luck.between(24, 400)) });
      typed(content, id);
      keeps(id);
    });
  }

  /** I13: the box is opened most weeks. */
  async function looksIntoBox(): Promise<void> {
    const owed = (await as(BOX).duties({})).items.filter((one) => one.isMine && one.duty === 'round');
    for (const { id } of owed) {
      if (!luck.happens(0.8)) continue;
      const text = words('箱子里一张');
      await tries(() => as(BOX).openRound({ id }));
      if (await tries(() => as(BOX).recordRound({ id, items: 1, words: text }))) typed(text, id);
    }
  }

  return {
    /** From the first day on the box is 何静's, and the estate has no other channel that does not ring. */
    async namesKeepers(): Promise<void> {
      const { offices } = await as(WUTONGLI.director).keepers({});
      for (const channel of CHANNELS) await as(WUTONGLI.director).nameKeeper({ officeId: offices[0]!.id, channel, keeperId: null });
      await as(WUTONGLI.director).nameKeeper({ officeId: offices[0]!.id, channel: 'suggestion_box', keeperId: personId(BOX) });
    },
    begins(day: number, at: (what: () => Promise<void>) => void): void {
      if (luck.happens(0.15)) at(gives);
      if (day % 30 === 12) at(() => measures(new Date(stage.now().getTime() + (day + 1) * DAY).toISOString().slice(0, 7)));
      if (day % 7 === 3) at(looksIntoBox);
    },
    worksOff(): void {
      for (const id of open) plan(luck.between(1, 30) * HOUR, () => turn(id));
    },
  };
}
