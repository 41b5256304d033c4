import { sql } from 'drizzle-orm';
import { lookAfterDuties } from '../../../api/duties/opening.ts';
import { sweep } from '../../../api/ledger/sweep.ts';
import { errandStateFrom } from '../../../db/queries/errands.ts';
import { dutyFacts, dutyStanding, dutyTitle } from '../../../shared/duties/duty.ts';
import { isoDay, sayFullMoment } from '../../../shared/kernel/time.ts';
import type { DutyDeeds, DutyQuestions } from '../duty-deeds.ts';
import type { World } from '../world.ts';
import type { Teller } from './teller.ts';

export const dutyQuestions = ({ house, now }: World): DutyQuestions => ({
  looksAfterDuties: async () => {
    await sweep(house);
    await lookAfterDuties(house);
  },
  duties: async () => {
    const rows = await house.db.execute<Record<string, unknown> & { holder: string }>(
      sql`select t.*, p.name as holder from errands t join people p on p.id = t.holder_id join offices o on o.id = t.office_id and o.letters = 'WT' where t.kind = 'duty'`,
    );
    return rows
      .map((row) => {
        const state = errandStateFrom(row);
        return {
          title: dutyTitle(dutyFacts(state)),
          from: isoDay(new Date(dutyFacts(state).from)),
          dueBy: sayFullMoment(state.answerBy!),
          holder: row.holder,
          standing: dutyStanding(state, now()),
          inARow: dutyFacts(state).inARow ?? null,
        };
      })
      .sort((a, b) => (`${a.from} ${a.title}` < `${b.from} ${b.title}` ? -1 : 1));
  },
});

export const dutyDeeds = ({ world, api, name, personId }: Teller): DutyDeeds => {
  const find = async (title: string) => {
    const found = (await api.duties({ show: 'owed' })).items.find((one) => one.title === title);
    if (!found) throw Object.assign(new Error(title), { code: 'seen/not-found' });
    return found.id;
  };
  return {
    names: async (channel, keeper) => {
      const [office] = await world.house.db.execute<{ id: string }>(sql`select id from offices where letters = 'WT'`);
      await api.nameKeeper({ officeId: office!.id, channel, keeperId: keeper === null ? null : await personId(keeper) });
    },
    opens: async (title) => void (await api.openRound({ id: await find(title) })),
    putsDown: async (title, words, items = 0) => void (await api.recordRound({ id: await find(title), words, items })),
    heardOfDuties: async () => {
      const rows = await world.house.db.execute<{ did: string }>(sql`
        select i.did from inbox i join errands e on e.id = i.subject join people p on p.id = i.person_id where e.kind = 'duty' and p.name = ${name} order by i.id`);
      return rows.map((row) => row.did);
    },
  };
};
