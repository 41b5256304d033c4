import { readNames } from '../../db/queries/errands.ts';
import { type LetterFile, type LetterVersion, readDeeds, readLetter, readPostedLetter } from '../../db/queries/open-letters.ts';
import { readTallies } from '../../db/queries/survey-tallies.ts';
import { APPROVALS } from '../../shared/approvals/approvals.ts';
import type { LetterDeed, OpenLetter } from '../../shared/contract/open-letters.ts';
import type { ErrandState } from '../../shared/errands/errand.ts';
import { type ApprovalState, approvalRowOn, deciders } from '../../shared/kernel/approvals.ts';
import { type Holder, sayName, sayPost } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { holdersOf } from '../../shared/kernel/routing.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { DAY, sayDay, sayMoment, shanghaiTime } from '../../shared/kernel/time.ts';
import { sayDeedMore } from '../../shared/surveys/deeds.ts';
import { frequentIn, type Named } from '../../shared/surveys/letter.ts';
import { wordsCodesOf } from '../../shared/surveys/questionnaires.ts';
import { goesUp, isLetterDue } from '../../shared/surveys/rows.ts';
import { LEAST_SHOWN } from '../../shared/surveys/statistics.ts';
import { surveyFacts } from '../../shared/surveys/survey.ts';
import type { Ctx } from '../context.ts';
import { editionFor, titleOf } from './edition.ts';
import { surveyOfLetter } from './letters.ts';

type DeedRow = Awaited<ReturnType<typeof readDeeds>>[number];

const STANDS: Record<ErrandState['status'], LetterDeed['stand']> = {
  given: 'doing',
  taken: 'doing',
  returned: 'done',
  closed: 'kept',
  withdrawn: 'kept',
};

/** What was promised in public, as it stands now; who does it only colleagues read. */
function deedOf(line: LetterVersion['deeds'][number], deed: DeedRow | undefined, asStaff: boolean, now: Date): LetterDeed {
  const { words, dueOn, holder } = line;
  const plain = { words, dueOn, holder: asStaff ? holder : null, holderName: asStaff ? sayName(line.holderName) : null };
  if (!deed) return { ...plain, stand: 'written', says: `${sayDay(shanghaiTime(`${dueOn} 00:00`), now)} 前`, said: null, errandId: null };
  const { state } = deed;
  const isLate = state.status === 'given' && state.answerBy !== null && state.answerBy < now;
  return {
    ...plain,
    holder: asStaff ? state.holder : null,
    holderName: asStaff ? sayName(deed.holderName) : null,
    stand: isLate ? 'late' : STANDS[state.status],
    says: sayDeedMore(state, (at) => sayMoment(at, now)),
    // What whoever did it says of it is read by residents once the quality department has asked them.
    said: asStaff || state.status === 'closed' ? deed.said : null,
    errandId: asStaff ? deed.id : null,
  };
}

/** How long something lay, as people say it. */
function sayTook(from: Date, until: Date): string {
  const days = Math.floor((until.getTime() - from.getTime()) / DAY);
  return days === 0 ? '当天' : `${days} 天`;
}

/** Z7: who handed in, sent back and agreed, and how long each took: where it was delayed shows. */
function stepsOf({ authors, decisions, versions }: LetterFile): OpenLetter['steps'] {
  const begun = versions.map(({ round, at }) => ({
    round,
    at,
    byName: sayName(authors.find((one) => one.round === round)?.name ?? ''),
    says: round === 1 ? '送审' : '改了再送审',
    words: '',
  }));
  const decided = decisions.map(({ round, at, byName, verdict, words }) => ({
    round,
    at,
    byName: sayName(byName),
    says: verdict === 'approved' ? '同意' : '退回',
    words,
  }));
  const all = [...begun, ...decided].sort((a, b) => a.at.getTime() - b.at.getTime());
  return all.map((one, index) => ({ ...one, at: one.at.toISOString(), took: index === 0 ? '' : sayTook(all[index - 1]!.at, one.at) }));
}

function sayStand(stand: OpenLetter['stand'], state: ErrandState): string {
  if (stand === 'posted') return '已经贴出去';
  if (stand === 'waiting') return '送审了，等管理者代表看';
  if (stand === 'returned') return '退回了，请改了再送';
  return isLetterDue(state) ? '要写一封公开信' : '不用写；想写也可以';
}

const standOf = (state: ErrandState, approval: ApprovalState | undefined): OpenLetter['stand'] => {
  if (surveyFacts(state).lettered) return 'posted';
  return approval === undefined || approval.status === 'approved' ? 'none' : approval.status;
};

/** Of so many answers a few that name the same are told from nobody, but for how many they are. */
const MANY = 4 * LEAST_SHOWN;

/** What was named so often, as far as it tells of nobody: few are not counted, and of few answers not named either. @param returned how many homes answered */
function shownOf(frequent: readonly Named[], returned: number): Pick<OpenLetter, 'frequent' | 'fewer'> {
  const shown = frequent.filter(({ count }) => count >= LEAST_SHOWN || returned >= MANY);
  return {
    frequent: shown.map(({ label, count }) => ({ label, count: count < LEAST_SHOWN ? null : count })),
    fewer: frequent.length - shown.length,
  };
}

const NOBODYS = { frequent: [], fewer: 0, least: 0, dueBy: null, steps: [], pending: null, people: [], mayWrite: false, mayDecide: false };

/** The letter that is out, to whoever lives there. */
async function posted(ctx: Ctx, id: string): Promise<OpenLetter & { now: string }> {
  const now = ctx.clock();
  const found = await readPostedLetter(ctx.db, ctx.viewer, id);
  if (!found) throw new Problem('seen/not-found');
  return { now: now.toISOString(), ...(await letterOf(ctx, found, false, now)), ...NOBODYS };
}

/** What anybody who may read it reads of a letter. */
async function letterOf(ctx: Ctx, survey: { id: string; officeId: string; officeName: string; state: ErrandState }, asStaff: boolean, now: Date) {
  const letter = await readLetter(ctx.db, ctx.viewer, survey);
  const stand = standOf(survey.state, letter?.approval.state);
  const round = stand === 'posted' ? survey.state.facts.letterRound : letter?.approval.state.round;
  const version = letter?.versions.find((one) => one.round === round);
  const deeds = stand === 'posted' ? await readDeeds(ctx.db, ctx.viewer, survey) : [];
  const promised = (version?.deeds ?? []).map((line, index) => deedOf(line, deeds[index], asStaff, now));
  return {
    id: survey.id,
    title: titleOf(survey.state),
    officeName: survey.officeName,
    stand,
    says: sayStand(stand, survey.state),
    words: version?.words ?? null,
    postedAt: survey.state.happened.lettered?.toISOString() ?? null,
    deeds: promised,
    kept: promised.filter((deed) => deed.stand === 'kept').length,
  };
}

/** Who could do what is promised: the estate's colleagues, each once. */
async function colleagues(ctx: Ctx, staff: readonly Holder[]): Promise<OpenLetter['people']> {
  const posts = staff.filter((post, index) => !post.atHeadOffice && staff.findIndex((other) => other.person === post.person) === index);
  const names = await readNames(
    ctx.db,
    ctx.viewer,
    posts.map((post) => post.person),
  );
  return posts.map((post) => ({ id: post.person, name: sayName(names[post.person] ?? ''), post: sayPost(post.role, post.department) }));
}

/** The open letter of a survey (S5): to colleagues from its collection on, to residents of the estate once it is out. @throws Problem `seen/not-found`, `surveys/not-yet` */
export async function openLetter(ctx: Ctx, { id }: { id: string }): Promise<OpenLetter & { now: string }> {
  const now = ctx.clock();
  const file = await surveyOfLetter(ctx, ctx.db as never, id).catch((problem: unknown) => {
    if (problem instanceof Problem && problem.code === 'seen/not-found') return null;
    throw problem;
  });
  if (!file) return posted(ctx, id);
  if (!goesUp(file.state)) throw new Problem('seen/not-found', '这种调查不写公开信');
  if (file.state.happened.collected === undefined) throw new Problem('surveys/not-yet', '收回来、统计了才写公开信');
  const letter = await readLetter(ctx.db, ctx.viewer, file);
  const settings = settingsAt(file.settings, now);
  const edition = await editionFor(ctx, ctx.db, ctx.viewer, file.state);
  const { whole } = await readTallies(ctx.db, ctx.viewer, { id, words: wordsCodesOf(edition) });
  const approval = letter?.approval;
  const row = approvalRowOn(APPROVALS, 'open_letter', now);
  const view = await letterOf(ctx, file, true, now);
  const writes = row.drafts.some((addressee) => holdersOf(addressee, file.staff).includes(ctx.viewer.id));
  const owed = file.ledger.find((one) => one.what === 'survey_lettered' && one.keptAt === null && one.withdrawnAt === null);
  return {
    now: now.toISOString(),
    ...view,
    ...shownOf(frequentIn(edition, whole, settings.letterHouseholds), surveyFacts(file.state).returned ?? 0),
    least: settings.letterHouseholds,
    dueBy: owed?.dueBy.toISOString() ?? null,
    steps: letter ? stepsOf(letter) : [],
    pending:
      approval && view.stand !== 'posted' && view.stand !== 'none'
        ? {
            approvalId: approval.id,
            round: approval.state.round,
            step: approval.state.step,
            dueBy: approval.dueBy?.toISOString() ?? null,
            reason: approval.state.status === 'returned' ? (letter.decisions.at(-1)?.words ?? null) : null,
          }
        : null,
    people: await colleagues(ctx, file.staff),
    mayWrite: writes && goesUp(file.state) && (view.stand === 'none' || view.stand === 'returned'),
    mayDecide: approval !== undefined && deciders(approval.state, file.staff).includes(ctx.viewer.id),
  };
}
