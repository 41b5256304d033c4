import type { Against, Door, Level } from '../../shared/complaints/complaint.ts';
import type { TicketDetail } from '../../shared/contract/ticket-views.ts';
import { DAY, HOUR } from '../../shared/kernel/time.ts';
import type { Action } from '../../shared/tickets/actions.ts';
import { SATISFIED } from '../support/story.ts';
import { type Cast, COMPLAINTS_OFFICER, LEADERSHIP, MANAGEMENT_REPRESENTATIVE, QUALITY } from './cast.ts';
import type { Chance } from './chance.ts';
import type { Stage } from './turns.ts';

/** What those who complain, and those who handle it, need of everybody's turns. */
interface Turns {
  stage: Stage;
  words(text: string): string;
  castOf(id: string): Cast;
  keeps(cast: Cast, name: string, taken: { id: string; number: string }, text: string): void;
  look(name: string, id: string): Promise<TicketDetail | null>;
  acts(name: string, now: TicketDetail, action: Action, given?: Record<string, unknown>): Promise<boolean>;
  residentActs(id: string): Promise<void>;
  callsInVain(name: string, id: string, left: number): Promise<void>;
  tend(id: string, inMilliseconds?: number): void;
}

const POSTS: readonly (Against | null)[] = [null, null, null, 'technician', 'technician', 'agent', 'head', 'director', 'company', 'quality'];
const COMPANY = [COMPLAINTS_OFFICER, ...QUALITY, MANAGEMENT_REPRESENTATIVE, ...LEADERSHIP] as const;

/** Whom somebody means, and what it is about: mostly nobody and nothing grave, so that every level has its share. */
export function circumstances(luck: Chance) {
  const post = luck.pick(POSTS);
  return { against: post === null ? [] : [post], compensation: luck.happens(0.12), danger: luck.happens(0.08), media: luck.happens(0.04) };
}

/** Those who complain, and whoever answers for it, level by level (C1–C8). */
export function complaintsOf({ stage, words, castOf, keeps, look, acts, residentActs, callsInVain, tend }: Turns) {
  const { luck, as, plan, tries } = stage;

  const HANDLERS: Record<Level, (cast: Cast) => readonly string[]> = {
    office: ({ agents }) => agents,
    director: ({ director }) => [director],
    quality: () => [COMPLAINTS_OFFICER, ...QUALITY],
    managementRepresentative: () => [MANAGEMENT_REPRESENTATIVE],
    leadership: () => LEADERSHIP,
  };

  /** Everybody who may have something to do about it: whoever handles it, then the office, then whoever stands above. */
  function colleagues(id: string, level: Level): string[] {
    const cast = castOf(id);
    const first = HANDLERS[level](cast);
    const turn = luck.between(0, first.length - 1);
    const { agents, head, director } = cast;
    return [...new Set([...first.slice(turn), ...first, ...agents, head, director, ...COMPANY])];
  }

  async function complains(cast: Cast, name: string): Promise<void> {
    const { homes } = await as(name).session({});
    const text = words(luck.pick(['说了三次没人管', '师傅态度太差', '楼道里的垃圾没人收', '车被刮了要说法']));
    const given = { homeId: homes[0]!.id, words: text, door: luck.pick<Door>(['office', 'office', 'company']), ...circumstances(luck) };
    const by = luck.happens(0.35) ? luck.pick([...cast.agents, COMPLAINTS_OFFICER]) : null;
    await tries(async () => {
      if (by === null) return keeps(cast, name, await as(name).complain(luck.happens(0.04) ? { ...given, against: ['leadership'] } : given), text);
      const accused = luck.happens(0.3) ? [stage.personId(luck.pick(cast.technicians))] : [];
      const taken = { ...given, accused, personId: stage.personId(name), channel: 'hotline_complaints' as const };
      keeps(cast, name, await as(by).takeComplaint(taken), text);
    });
  }

  /** What whoever handles it does about one that waits for an answer. */
  function replyOf(may: (action: Action) => boolean): Action | null {
    if (!may('formalReply')) return null;
    if (stage.isOver()) return 'formalReply';
    const roll = luck.roll();
    if (roll < 0.1 && may('escalate')) return 'escalate';
    return roll < 0.2 ? 'interim' : roll < 0.75 ? 'formalReply' : null;
  }

  /** The one thing that this colleague would do about it now. */
  function next(now: TicketDetail): Action | null {
    const may = (action: Action) => now.actions.some((one) => one.action === action);
    const complaint = now.complaint!;
    // What was not solved is explained and reported anew; the newest stands first.
    const isDone = (did: string) => now.history.find((one) => one.did === did || one.did === 'reopened')?.did === did;
    if (may('tellCommittee')) return 'tellCommittee';
    if (may('conclude')) return 'conclude';
    if (may('fileUnheard')) return 'fileUnheard';
    if (may('stepDone') && luck.happens(0.8)) return 'stepDone';
    if (may('setPlan') && complaint.plan.length === 0 && !stage.isOver() && luck.happens(0.4)) return 'setPlan';
    if (may('reportMajor') && !isDone('major_reported')) return 'reportMajor';
    if (may('issueBulletin')) return 'issueBulletin';
    if (may('callMajor') && !stage.isOver() && luck.happens(0.04)) return 'callMajor';
    if (may('letIn') && complaint.letIn.length === 0 && !stage.isOver() && luck.happens(0.3)) return 'letIn';
    if (now.status === 'finished' && may('recordCause') && !isDone('cause_recorded')) return 'recordCause';
    return replyOf(may);
  }

  /** Asks the household, or calls in vain until it is ended (V4, V8, Z13). */
  async function asks(name: string, now: TicketDetail): Promise<boolean> {
    const visit = (['qualityVisit', 'returnVisit'] as const).find((action) => now.actions.some((one) => one.action === action));
    if (!visit || !luck.happens(0.6)) return false;
    if (!stage.isOver() && luck.happens(0.3)) {
      plan(0, () => callsInVain(name, now.id, 4));
      return false;
    }
    return acts(name, now, visit, { ...SATISFIED });
  }

  return {
    begins(cast: Cast, name: string): Promise<void> {
      return complains(cast, name);
    },

    /** Who may have an idea about it besides its office. */
    company: COMPANY,

    /** Everybody who sees it does at most one thing, whoever handles it first, until it has ended. */
    async acts(id: string, author: string): Promise<void> {
      const before = (await look(author, id))!;
      if (before.status === 'closed' || before.status === 'cancelled') return;
      let left = luck.between(1, 2);
      for (const name of colleagues(id, before.complaint!.level)) {
        if (left === 0) break;
        const now = await look(name, id);
        if (!now?.complaint || now.actions.length === 0) continue;
        if (await asks(name, now)) left -= 1;
        const action = next(now);
        if (action && (await acts(name, now, action))) left -= 1;
      }
      if (before.status === 'finished' && luck.happens(stage.isOver() ? 0.5 : 0.12)) plan(HOUR, () => residentActs(id));
      tend(id, stage.isOver() ? luck.between(4, 20) * HOUR : luck.happens(0.1) ? luck.between(4, 6) * DAY : luck.between(4, 30) * HOUR);
    },
  };
}
