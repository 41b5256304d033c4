import type { Transaction } from '../../db/connect.ts';
import { holdDutyOffice } from '../../db/queries/duties.ts';
import { type ErrandFile, readErrandFiles } from '../../db/queries/errands.ts';
import { countSilentColleagues, readCompanyBegan } from '../../db/queries/needs.ts';
import { countSilent, lockSurveysToRemind } from '../../db/queries/survey-telling.ts';
import {
  countReturned,
  hasAnswersToMove,
  hasServiceUsers,
  hasSurvey,
  lockSurveysToClose,
  moveAnswers,
  officesWithSurveys,
} from '../../db/queries/surveys.ts';
import { asSystem } from '../../db/queries/viewer.ts';
import { beganKeeping } from '../../shared/duties/keepers.ts';
import { headsOf } from '../../shared/errands/relations.ts';
import { ERRAND_RULES } from '../../shared/errands/rules.ts';
import { holdersOf } from '../../shared/kernel/routing.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { dueByClock } from '../../shared/kernel/subject.ts';
import { surveyDue, surveyKey, usedWithin } from '../../shared/surveys/periods.ts';
import { editionAt } from '../../shared/surveys/questionnaires.ts';
import { decideReminder } from '../../shared/surveys/reminding.ts';
import { isOfColleagues, kindOfSurvey, rowOfSurvey, type SurveyRow, surveysAt } from '../../shared/surveys/rows.ts';
import { decideClosing, decideOpening, surveyFacts, unitOfSurvey, withFrequent, withRate } from '../../shared/surveys/survey.ts';
import { type House, transact } from '../context.ts';
import { type Deed, deedOn, record } from '../ledger/record.ts';
import { workLater } from '../outbox/worker.ts';
import { countFrequent } from './frequent.ts';
import { shownRate } from './rate.ts';

type Closing = NonNullable<ReturnType<typeof decideClosing>>;

/** What is due this month of an estate that began long ago. */
const BEFORE_ANY = new Date(0);

/** Which surveys an office opens: an estate those of its homes, the head office those of all colleagues (S11). */
const surveysOf = (isHeadOffice: boolean, now: Date): SurveyRow[] => surveysAt(now).filter((row) => isOfColleagues(row) === isHeadOffice);

/** Opens the survey of this month, where it is one of a survey and the office has none yet (S1, S11); of special services where one was done (S10). */
async function openSurveys(house: House, tx: Transaction, officeId: string): Promise<number> {
  const now = house.clock();
  const system = asSystem('sweep');
  const office = await holdDutyOffice(tx, system, officeId, now);
  if (!office) return 0;
  const beganAt = office.isHeadOffice ? await readCompanyBegan(tx, system) : beganKeeping(office.lines);
  let opened = 0;
  for (const row of surveysOf(office.isHeadOffice, now)) {
    const time = surveyDue(row, beganAt, now);
    const [holder] = isOfColleagues(row) ? headsOf(unitOfSurvey(row), office.staff) : holdersOf(row.heldBy, office.staff);
    if (!time || !holder || (await hasSurvey(tx, system, officeId, kindOfSurvey(row), surveyKey(row.survey, time)))) continue;
    const used = usedWithin(row, time.month);
    if (used && !(await hasServiceUsers(tx, system, officeId, used, now))) continue;
    const id = house.newId();
    const given = {
      ...decideOpening(row, time, editionAt(row.questionnaire, now, house.questionnaires).since, holder),
      by: null,
      byResident: false,
      at: time.from,
    };
    const deed: Deed = {
      subject: { kind: 'errand', id, officeId, version: 0 },
      office,
      before: null,
      create: { id, officeId },
      events: [given],
      said: [],
      author: null,
    };
    await record(house, tx, [deed]);
    opened += 1;
  }
  return opened;
}

/** What is known with the deadline: how much is answered in public (S5), or what providers are told (S10). */
async function countedUp(house: House, tx: Transaction, file: ErrandFile, decided: Closing & { did: 'collected' }) {
  const system = asSystem('sweep');
  if (rowOfSurvey(surveyFacts(file.state).survey).endsWith === 'telling') return withRate(decided, await shownRate(house, tx, system, file));
  return withFrequent(decided, await countFrequent(house, tx, system, file, settingsAt(file.settings, decided.at)));
}

/** Closes what is past its deadline, or lets it run on once (S3); the last answers are moved in the same breath. */
async function closeSurveys(house: House, tx: Transaction, officeId: string): Promise<number> {
  const now = house.clock();
  const system = asSystem('sweep');
  const ids = await lockSurveysToClose(tx, system, officeId, now);
  if (ids.length === 0) return 0;
  const decisions: { file: ErrandFile; decided: Closing }[] = [];
  for (const file of await readErrandFiles(tx, system, officeId, ids, now)) {
    const decided = decideClosing(file.state, await countReturned(tx, system, file.id), settingsAt(file.settings, now), now);
    if (decided) decisions.push({ file, decided });
  }
  const over = decisions.filter(({ decided }) => decided.did === 'collected').map(({ file }) => file.id);
  if (over.length > 0) await moveAnswers(tx, system, over);
  const deeds: Deed[] = [];
  for (const { file, decided } of decisions) {
    const event = decided.did === 'collected' ? await countedUp(house, tx, file, decided) : decided;
    // The steps that were due by then come first, whether or not the sweep has been here.
    const steps = dueByClock(ERRAND_RULES, file, decided.at).map(({ did, facts }) => ({ did, facts, at: decided.at }));
    const events = [...steps, event].map((one) => ({ ...one, by: null, byResident: false }));
    deeds.push(deedOn('errand', file, null, events) as Deed);
  }
  if (deeds.length > 0) await record(house, tx, deeds);
  return deeds.length;
}

/** Reminds whoever has not answered, once before each deadline (S3). */
async function remindSilent(house: House, tx: Transaction, officeId: string): Promise<number> {
  const now = house.clock();
  const system = asSystem('sweep');
  const ids = await lockSurveysToRemind(tx, system, officeId, now);
  if (ids.length === 0) return 0;
  const deeds: Deed[] = [];
  for (const file of await readErrandFiles(tx, system, officeId, ids, now)) {
    const silent = file.state.kind === 'needs' ? await countSilentColleagues(tx, system, file.id, now) : await countSilent(tx, system, file.id);
    const decided = decideReminder(file.state, silent, now);
    if (decided) deeds.push(deedOn('errand', file, null, [{ ...decided, by: null, byResident: false }]) as Deed);
  }
  if (deeds.length > 0) await record(house, tx, deeds);
  return deeds.length;
}

/**
 * Surveys by the calendar and their deadlines, estate by estate, within a time budget, and what was answered since the last time. Late, twice, at once or killed changes
 * nothing: a survey is opened and closed once, an answer moved once.
 * @returns how many surveys were moved
 */
export async function lookAfterSurveys(house: House, inTime: () => boolean = () => true): Promise<number> {
  const system = asSystem('sweep');
  const now = house.clock();
  const dueOf = (isHeadOffice: boolean) =>
    surveysOf(isHeadOffice, now).flatMap((row) => {
      const time = surveyDue(row, BEFORE_ANY, now);
      return time ? [{ key: surveyKey(row.survey, time), used: usedWithin(row, time.month) }] : [];
    });
  const due = { homes: dueOf(false), colleagues: dueOf(true) };
  let moved = 0;
  for (const officeId of await officesWithSurveys(house.db, system, due, now)) {
    if (!inTime()) break;
    try {
      moved += await transact(house, (tx) => openSurveys(house, tx, officeId));
      moved += await transact(house, (tx) => closeSurveys(house, tx, officeId));
      moved += await transact(house, (tx) => remindSilent(house, tx, officeId));
    } catch (error) {
      house.report('the surveys of an office could not be looked after; the next time goes on', error);
    }
  }
  if (await hasAnswersToMove(house.db, system)) await transact(house, (tx) => moveAnswers(tx, system, []));
  if (moved > 0) workLater(house);
  return moved;
}
