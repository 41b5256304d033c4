import { expect, test } from '@jest/globals';
import '../scenarios/every.ts';
import type { Due } from '../../shared/kernel/due.ts';
import { SETTINGS, type SettingKey } from '../../shared/kernel/settings.ts';
import { pureStory, type Rulebook, theManual } from '../support/pure-story.ts';
import { type Scenario, scenarios } from '../support/story.ts';

interface Mutant {
  name: string;
  clause: string;
  book: Rulebook;
}

/** A due with its figure moved: an hour where the rule counts hours, else one of its own unit. */
function moved(due: Due, by: number): Due | null {
  if (due.runs === 'exactly' && typeof due.minutes === 'number')
    return { runs: 'exactly', minutes: due.minutes + by * (due.minutes % 60 === 0 ? 60 : 1) };
  if (due.runs === 'days' && typeof due.days === 'number') return due.days + by < 0 ? null : { runs: 'days', days: due.days + by };
  if (due.runs === 'serviceMinutes' && typeof due.minutes === 'number') return { runs: 'serviceMinutes', minutes: due.minutes + by };
  return null;
}

/** What is kept how long, when messages go out, and who else complained, is no story of a ticket: tests/api/retention.test.ts, held.test.ts, messages.test.ts, family.test.ts and bulletins.test.ts move these figures by one. */
const PROVED_WITH_A_DATABASE: readonly SettingKey[] = [
  'retentionYears',
  'quietFromHour',
  'quietUntilHour',
  'messagesADay',
  'unreachedAfterMinutes',
  'pictureVerdictMinutes',
  'exportRows',
  'familyPeople',
  'majorHouseholds',
  'majorWithinDays',
];

/** What colleagues owe each other is no story of a ticket either: tests/laws/errands.test.ts moves these by one. */
const PROVED_OF_ERRANDS = /^(slip|urgentRe|corrective|action|distribute|letter)/;

/** Shares of more homes than a story has: tests/laws/surveys.test.ts moves these by one. */
const PROVED_OF_SURVEYS = /^(survey(SamplePercent|OldPercent|OldYears|ReturnPercent)|spotHomes|serviceHomes)$/;

/** Every figure of the manual, changed by one, up and down. */
function mutants(): Mutant[] {
  const manual = theManual();
  const rows = manual.rows.flatMap((row, index) =>
    [1, -1].flatMap((by) => {
      const due = moved(row.due, by);
      if (!due) return [];
      return [
        {
          clause: row.clause,
          name: `${row.clause} ${row.what} ${by > 0 ? '+' : '−'}1`,
          book: { ...manual, rows: manual.rows.with(index, { ...row, due }) },
        },
      ];
    }),
  );
  const figures = (Object.keys(SETTINGS) as SettingKey[])
    .filter((key) => !PROVED_WITH_A_DATABASE.includes(key) && !PROVED_OF_ERRANDS.test(key) && !PROVED_OF_SURVEYS.test(key))
    .flatMap((key) => {
      const value = manual.settings[key];
      if (typeof value !== 'number') return [];
      return [1, -1].map((by) => ({
        clause: SETTINGS[key].clause,
        name: `${key} ${by > 0 ? '+' : '−'}1`,
        book: { ...manual, settings: { ...manual.settings, [key]: value + by } },
      }));
    });
  return [...rows, ...figures];
}

/** The scenarios, those first that are told of this clause: one of them will turn red. */
function tellingOf(clause: string): readonly Scenario[] {
  const cites = new RegExp(`\\b${clause}\\b`);
  return [...scenarios()].sort((a, b) => Number(cites.test(b.title)) - Number(cites.test(a.title)));
}

/** The first scenario that turns red under a rulebook, or null. */
async function firstRed(book: Rulebook, clause: string): Promise<string | null> {
  for (const scenario of tellingOf(clause)) {
    try {
      await scenario.play(pureStory(book));
    } catch {
      return scenario.title;
    }
  }
  return null;
}

test('the manual as it stands turns nothing red', async () => {
  expect(scenarios().length).toBeGreaterThan(40);
  expect(await firstRed(theManual(), 'R1')).toBeNull();
});

test('every figure of the manual, changed by one, turns a named scenario red', async () => {
  const all = mutants();
  expect(all.length).toBeGreaterThan(20);
  const survivors: string[] = [];
  for (const mutant of all) if ((await firstRed(mutant.book, mutant.clause)) === null) survivors.push(mutant.name);
  expect(survivors).toEqual([]);
});
