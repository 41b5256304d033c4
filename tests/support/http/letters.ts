import { sql } from 'drizzle-orm';
import { readApprovalFiles } from '../../../db/queries/approvals.ts';
import { readErrandFiles } from '../../../db/queries/errands.ts';
import { asSystem } from '../../../db/queries/viewer.ts';
import { outcomeOf } from '../../../shared/kernel/promises.ts';
import { shanghaiTime } from '../../../shared/kernel/time.ts';
import type { LetterDeeds, LetterQuestions } from '../letter-deeds.ts';
import { wallClock } from '../wall-clock.ts';
import type { World } from '../world.ts';
import { newestSurvey } from './surveys.ts';
import type { Teller } from './teller.ts';

export const letterQuestions = (world: World): LetterQuestions => ({
  letterOwed: async () => {
    const { house, now } = world;
    const found = await newestSurvey(world);
    if (!found) return [];
    const ids = async (query: ReturnType<typeof sql>) => (await house.db.execute<{ id: string }>(query)).map(({ id }) => id);
    const approvals = await ids(sql`select id from approvals where document = 'open_letter' and name = ${found.id}`);
    const deeds = await ids(sql`select id from errands where kind = 'deed' and facts->>'survey' = ${found.id} order by (facts->>'nth')::int`);
    const files = [
      ...(await readApprovalFiles(house.db, asSystem('sweep'), found.officeId, approvals, now())),
      ...(await readErrandFiles(house.db, asSystem('sweep'), found.officeId, deeds, now())).sort((a, b) => deeds.indexOf(a.id) - deeds.indexOf(b.id)),
    ];
    return files.flatMap(({ ledger }) =>
      ledger.map((promise): [string, string, string] => [promise.what, wallClock(promise.dueBy), outcomeOf(promise, now())]),
    );
  },
});

export const letterDeeds = ({ world, api }: Teller): LetterDeeds => {
  const survey = async () => {
    const found = await newestSurvey(world);
    if (!found) throw Object.assign(new Error('no survey'), { code: 'seen/not-found' });
    return found.id;
  };
  const personId = async (name: string) =>
    (await world.house.db.execute<{ id: string }>(sql`select id from people where name = ${name} order by id limit 1`))[0]!.id;
  const deedId = async (nth: number) => {
    const [row] = await world.house.db.execute<{ id: string }>(
      sql`select id from errands where kind = 'deed' and key = ${`${await survey()}/${nth}`}`,
    );
    if (!row) throw Object.assign(new Error('no such deed'), { code: 'seen/not-found' });
    return row.id;
  };
  return {
    writesLetter: async (given) => {
      const deeds = [];
      for (const [words, holder, dueOn] of given) deeds.push({ words, holder: await personId(holder), dueOn });
      await api.submitLetter({ id: await survey(), words: '谢谢各位的意见', deeds });
    },
    decidesLetter: async (verdict, words = '') => {
      const [row] = await world.house.db.execute<{ id: string; round: number; step: number }>(
        sql`select id, round, step from approvals where document = 'open_letter' and name = ${await survey()}`,
      );
      await api.decideApproval({ ...row!, verdict, words });
    },
    readsLetter: async () => {
      const { stand, kept, deeds } = await api.openLetter({ id: await survey() });
      return { stand, kept, deeds: deeds.map((one) => [one.words, one.stand]) };
    },
    doesDeed: async (nth) => void (await api.giveBackErrand({ id: await deedId(nth), words: '做好了' })),
    asksAboutDeed: async (nth, { asked, unhappy = 0, answerBy = '' }) => {
      const check = { id: await deedId(nth), how: 'phone' as const, asked, words: '打电话问了' };
      if (unhappy === 0) await api.deedHolds(check);
      else await api.deedFails({ ...check, unhappy, answerBy: shanghaiTime(answerBy).toISOString() });
    },
    handsDeedOn: async (nth, holder) => void (await api.handErrandOn({ id: await deedId(nth), holder: await personId(holder) })),
  };
};
