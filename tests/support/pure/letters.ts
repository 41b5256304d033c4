import { decideHandingOn } from '../../../shared/actions/action.ts';
import { APPROVAL_RULES, APPROVALS } from '../../../shared/approvals/approvals.ts';
import { relationsToErrand } from '../../../shared/errands/relations.ts';
import { ERRAND_ROWS, type ErrandAction } from '../../../shared/errands/rows.ts';
import type { ErrandStory } from '../../../shared/errands/rules.ts';
import {
  type ApprovalEvent,
  type ApprovalEventName,
  type ApprovalState,
  approvalRowOn,
  decideSubmission,
  decideVerdict,
} from '../../../shared/kernel/approvals.ts';
import { permit } from '../../../shared/kernel/lifecycle.ts';
import { Problem } from '../../../shared/kernel/problem.ts';
import { outcomeOf } from '../../../shared/kernel/promises.ts';
import { type Story as SubjectStory, unfold } from '../../../shared/kernel/subject.ts';
import { isoDay, shanghaiTime } from '../../../shared/kernel/time.ts';
import { decideFails, decideHolds } from '../../../shared/surveys/deeds.ts';
import { checkLetter, decidePosting, type PromisedDeed } from '../../../shared/surveys/letter.ts';
import type { DeedTold, LetterDeeds, LetterQuestions, LetterTold } from '../letter-deeds.ts';
import { wallClock } from '../wall-clock.ts';
import { homesOf, staffOf } from './company.ts';
import { ESTATE, happens, type Owed, seesErrand, takeSteps } from './duties.ts';
import { type Asked, newestSurvey } from './surveys.ts';
import { type Doer, settingsOf, type Town } from './town.ts';

/** The letter of a survey: its approval, what its versions promise, and what it promised once it was out. */
interface Letter {
  story: SubjectStory<ApprovalState> | null;
  events: ApprovalEvent[];
  versions: PromisedDeed[][];
  deeds: Owed[];
}

const LETTERS = new WeakMap<Asked, Letter>();
const HOURS = { opens: 480, closes: 1080 };

function letterOf(one: Asked): Letter {
  const known = LETTERS.get(one) ?? { story: null, events: [], versions: [], deeds: [] };
  LETTERS.set(one, known);
  return known;
}

function decided(town: Town, letter: Letter, did: ApprovalEventName, facts: Record<string, unknown>, by: string): void {
  const seq = letter.events.length + 1;
  const event: ApprovalEvent = { id: `letter-${seq}`, subject: 'letter', seq, did, at: town.now, recordedAt: town.now, by, facts };
  letter.story = unfold(APPROVAL_RULES, letter.story, event, (state) => APPROVAL_RULES.bookFor(state, settingsOf(town, ESTATE), HOURS));
  letter.events.push(event);
}

const promised = ([words, holder, dueOn]: DeedTold): PromisedDeed => ({ words, holder, dueOn });

/** The survey somebody may read as a colleague of it. */
function surveyFor(town: Town, name: string): Asked {
  const one = newestSurvey(town);
  if (!one || !seesErrand(name, one.story.state)) throw new Problem('seen/not-found');
  return one;
}

/** With the last yes it is out, and what it promised is owed. */
function posts(town: Town, one: Asked, letter: Letter, by: string): void {
  const state = letter.story!.state;
  const deeds = letter.versions[state.round - 1]!;
  const { posted, begun } = decidePosting({ id: one.id }, { author: state.author, deeds, round: state.round }, staffOf(ESTATE), town.now);
  takeSteps(town, one);
  happens(town, one, posted.did, posted.facts, by);
  letter.deeds = begun.map(({ did, facts }, index) => {
    const deed: Owed = { id: `${one.id}/${index + 1}`, events: [], story: null as unknown as ErrandStory, inbox: new Map() };
    happens(town, deed, did, facts, by);
    return deed;
  });
}

const STANDS: Record<string, string> = { given: 'doing', returned: 'done', closed: 'kept' };

function told(town: Town, one: Asked): LetterTold {
  const letter = letterOf(one);
  const isOut = one.story.state.facts.lettered === true;
  const status = letter.story?.state.status;
  const round = isOut ? Number(one.story.state.facts.letterRound) : letter.story?.state.round;
  const standOf = (deed: Owed | undefined) => {
    if (!deed) return 'written';
    const { status: at, answerBy } = deed.story.state;
    return at === 'given' && answerBy! < town.now ? 'late' : STANDS[at]!;
  };
  const deeds = (letter.versions[(round ?? 1) - 1] ?? []).map(({ words }, index): [string, string] => [
    words,
    standOf(isOut ? letter.deeds[index] : undefined),
  ]);
  return {
    stand: isOut ? 'posted' : status === undefined || status === 'approved' ? 'none' : status,
    kept: deeds.filter(([, stand]) => stand === 'kept').length,
    deeds,
  };
}

export const letterQuestions = (town: Town): LetterQuestions => ({
  letterOwed: async () => {
    const one = newestSurvey(town);
    const letter = one && letterOf(one);
    const ledgers = letter ? [...(letter.story?.ledger ?? []), ...letter.deeds.flatMap(({ story }) => story.ledger)] : [];
    return ledgers.map((promise) => [promise.what, wallClock(promise.dueBy), outcomeOf(promise, town.now)]);
  },
});

export const letterDeeds = ({ town, name }: Doer): LetterDeeds => {
  const does = (nth: number, action: ErrandAction, decide: (deed: Owed) => { did: string; facts: Record<string, unknown> }) => {
    const one = newestSurvey(town);
    const deed = one && letterOf(one).deeds[nth - 1];
    const relations = deed ? relationsToErrand(name, deed.story.state, staffOf(ESTATE)) : [];
    if (!deed || !seesErrand(name, deed.story.state)) throw new Problem('seen/not-found');
    permit(ERRAND_ROWS, action, deed.story.state, relations, town.now);
    takeSteps(town, deed);
    const { did, facts } = decide(deed);
    happens(town, deed, did, facts, name);
  };
  return {
    writesLetter: async (given) => {
      const one = surveyFor(town, name);
      const letter = letterOf(one);
      const staff = staffOf(ESTATE);
      const row = approvalRowOn(APPROVALS, 'open_letter', town.now);
      const said = { name: one.id, writtenOn: isoDay(town.now), author: name, staff };
      const { did, facts } = decideSubmission(row, letter.story?.state ?? null, said);
      checkLetter(one.story.state, given.map(promised), staff, town.now);
      decided(town, letter, did, facts, name);
      letter.versions.push(given.map(promised));
    },
    decidesLetter: async (verdict, words = '') => {
      const one = newestSurvey(town)!;
      const letter = letterOf(one);
      const { state } = letter.story!;
      const { did, facts } = decideVerdict(state, { by: name, staff: staffOf(ESTATE), round: state.round, step: state.step, verdict, words });
      if (did === 'approved') posts(town, one, letter, name);
      decided(town, letter, did, facts, name);
    },
    readsLetter: async () => {
      const one = newestSurvey(town);
      if (!one) throw new Problem('seen/not-found');
      if (seesErrand(name, one.story.state)) {
        if (one.story.state.happened.collected === undefined) throw new Problem('surveys/not-yet');
        return told(town, one);
      }
      if (!homesOf(name).some(([estate]) => estate === ESTATE) || one.story.state.facts.lettered !== true) throw new Problem('seen/not-found');
      return told(town, one);
    },
    doesDeed: async (nth) => does(nth, 'giveBack', () => ({ did: 'returned', facts: { of: { told: false } } })),
    asksAboutDeed: async (nth, { asked, unhappy = 0, answerBy = '' }) =>
      unhappy === 0
        ? does(nth, 'deedHolds', () => decideHolds({ how: 'phone', asked }))
        : does(nth, 'deedFails', () => decideFails({ how: 'phone', asked, unhappy, answerBy: shanghaiTime(answerBy) }, town.now)),
    handsDeedOn: async (nth, holder) => does(nth, 'handOn', (deed) => decideHandingOn(deed.story.state, holder, staffOf(ESTATE))),
  };
};
