import { DUTY_ROWS, type DutyAction, decideDuty, decideMiss, decideRound, dutyFacts, dutyStanding, dutyTitle } from '../../../shared/duties/duty.ts';
import { checkKeeper, holderOfDuty, type KeeperLine, mayNameKeepers } from '../../../shared/duties/keepers.ts';
import { owingSince, periodsOwed } from '../../../shared/duties/opening.ts';
import type { ErrandEvent, ErrandEventName } from '../../../shared/errands/errand.ts';
import { relationsToErrand } from '../../../shared/errands/relations.ts';
import { ERRAND_RULES, type ErrandStory } from '../../../shared/errands/rules.ts';
import { permit } from '../../../shared/kernel/lifecycle.ts';
import { Problem } from '../../../shared/kernel/problem.ts';
import { dueByClock, unfold } from '../../../shared/kernel/subject.ts';
import { isoDay, sayFullMoment } from '../../../shared/kernel/time.ts';
import type { DutyDeeds, DutyQuestions } from '../duty-deeds.ts';
import { staffOf } from './company.ts';
import { type Doer, settingsOf, type Town } from './town.ts';

export interface Owed {
  id: string;
  events: ErrandEvent[];
  story: ErrandStory;
  /** Where its news goes, if not to the duties'. */
  inbox?: Map<string, string[]>;
}

/** What 梧桐里 keeps and owes, of each town. */
interface Keeping {
  lines: KeeperLine[];
  owed: Owed[];
  inbox: Map<string, string[]>;
}

const KEEPING = new WeakMap<Town, Keeping>();
export const ESTATE = 'WT';
const HOURS = { opens: 480, closes: 1080 };

export function keepingOf(town: Town): Keeping {
  const known = KEEPING.get(town) ?? { lines: [], owed: [], inbox: new Map() };
  KEEPING.set(town, known);
  return known;
}

/** Whether somebody reads an errand as a colleague of it: that they work there is not enough. */
export const seesErrand = (name: string, state: ErrandStory['state']): boolean =>
  relationsToErrand(name, state, staffOf(ESTATE)).some((relation) => relation !== 'worksHere');

export function happens(town: Town, one: Owed, did: string, facts: Record<string, unknown>, by: string | null, at = town.now): void {
  const seq = one.events.length + 1;
  const event: ErrandEvent = { id: `${one.id}-${seq}`, subject: one.id, seq, did: did as ErrandEventName, at, recordedAt: town.now, by, facts };
  one.story = unfold(ERRAND_RULES, seq === 1 ? null : one.story, event, (state) => ERRAND_RULES.bookFor(state, settingsOf(town, ESTATE), HOURS));
  one.events.push(event);
  const inbox = one.inbox ?? keepingOf(town).inbox;
  for (const person of ERRAND_RULES.hearersOf(event, one.story, staffOf(ESTATE), false).people)
    inbox.set(person, [...(inbox.get(person) ?? []), did]);
}

export const takeSteps = (town: Town, one: Owed) => {
  for (const { did, facts } of dueByClock(ERRAND_RULES, one.story, town.now)) happens(town, one, did, facts, null);
};

const ofPart = (keeping: Keeping, duty: string, part: string) =>
  keeping.owed.filter(({ story }) => dutyFacts(story.state).duty === duty && dutyFacts(story.state).part === part);

function openDuties(town: Town): void {
  const keeping = keepingOf(town);
  const staff = staffOf(ESTATE);
  const settings = settingsOf(town, ESTATE);
  const parts = owingSince({ lines: keeping.lines, staff }, town.now);
  const lasts = parts.map(({ row, part }) => {
    const [last] = ofPart(keeping, row.duty, part).slice(-1);
    return last ? new Date(dutyFacts(last.story.state).until) : null;
  });
  for (const { row, part, period } of periodsOwed(parts, lasts, settings, town.now, 1_000)) {
    const holder = holderOfDuty(row, part, keeping.lines, staff, town.now)!;
    const one = { id: `${row.duty}/${part}/${period.key}`, events: [], story: null as unknown as ErrandStory };
    const { did, facts } = decideDuty(row, { part, period, holder, givenBy: holder, turn: 1 }, town.now, settings);
    happens(town, one, did, facts, null, period.from);
    keeping.owed.push(one);
  }
}

function countMisses(town: Town): void {
  const keeping = keepingOf(town);
  for (const one of keeping.owed) {
    const { state } = one.story;
    const { duty, part, inARow } = dutyFacts(state);
    if (inARow !== undefined || !['given', 'taken'].includes(state.status) || !(state.answerBy! < town.now)) continue;
    const same = ofPart(keeping, duty, part);
    const before = same[same.indexOf(one) - 1];
    takeSteps(town, one);
    const { did, facts } = decideMiss(state, (before && dutyFacts(before.story.state).inARow) ?? 0);
    happens(town, one, did, facts, null);
  }
}

export const dutyQuestions = (town: Town): DutyQuestions => ({
  looksAfterDuties: async () => {
    for (const one of keepingOf(town).owed) takeSteps(town, one);
    openDuties(town);
    countMisses(town);
  },
  duties: async () =>
    keepingOf(town)
      .owed.map(({ story: { state } }) => ({
        title: dutyTitle(dutyFacts(state)),
        from: isoDay(new Date(dutyFacts(state).from)),
        dueBy: sayFullMoment(state.answerBy!),
        holder: state.holder,
        standing: dutyStanding(state, town.now),
        inARow: dutyFacts(state).inARow ?? null,
      }))
      .sort((a, b) => (`${a.from} ${a.title}` < `${b.from} ${b.title}` ? -1 : 1)),
});

export const dutyDeeds = ({ town, name }: Doer): DutyDeeds => {
  const keeping = () => keepingOf(town);
  const does = (title: string, actionFor: (isRound: boolean) => DutyAction, decide: () => { did: string; facts: Record<string, unknown> }) => {
    const one = keeping().owed.find(({ story: { state } }) => ['given', 'taken'].includes(state.status) && dutyTitle(dutyFacts(state)) === title);
    if (!one) throw new Problem('seen/not-found');
    const { state } = one.story;
    permit(DUTY_ROWS, actionFor(dutyFacts(state).duty === 'round'), state, relationsToErrand(name, state, staffOf(ESTATE)), town.now);
    takeSteps(town, one);
    const { did, facts } = decide();
    happens(town, one, did, facts, name);
  };
  return {
    names: async (channel, keeper) => {
      const staff = staffOf(ESTATE);
      if (!staff.some((post) => post.person === name && !post.atHeadOffice && mayNameKeepers(post))) throw new Problem('keepers/not-yours');
      checkKeeper(keeper, staff);
      keeping().lines.push({ channel, keeper, from: town.now });
      for (const one of ofPart(keeping(), 'round', channel).filter(({ story }) => ['given', 'taken'].includes(story.state.status)))
        if (keeper === null) happens(town, one, 'withdrawn', {}, name);
        else if (keeper !== one.story.state.holder) happens(town, one, 'handed_on', { holder: keeper }, name);
    },
    opens: async (title) =>
      does(
        title,
        () => 'openRound',
        () => ({ did: 'opened', facts: {} }),
      ),
    putsDown: async (title, _words, items = 0) =>
      does(
        title,
        (isRound) => (isRound ? 'recordRound' : 'recordDuty'),
        () => decideRound(items, []),
      ),
    heardOfDuties: async () => keeping().inbox.get(name) ?? [],
  };
};
