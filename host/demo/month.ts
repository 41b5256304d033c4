import { sql } from 'drizzle-orm';
import { createApp } from '../../api/app.ts';
import type { House } from '../../api/context.ts';
import { lookAfterDraws } from '../../api/draws/drawing.ts';
import { lookAfterDuties } from '../../api/duties/opening.ts';
import { nextLookOf, sweep } from '../../api/ledger/sweep.ts';
import { workOutbox } from '../../api/outbox/worker.ts';
import { lookAfterSurveys } from '../../api/surveys/caretaking.ts';
import { PEOPLE } from '../../db/seeds/company.ts';
import { type MonthPeople, monthOfRepairs, type SeedRepair } from '../../db/seeds/month.ts';
import type { Planted } from '../../db/seeds/plant.ts';
import { createClient } from '../../shared/contract/client.ts';
import { DOORS } from '../../shared/contract/doors.ts';
import type { Api } from '../../shared/contract/index.ts';
import { SETTINGS } from '../../shared/kernel/settings.ts';
import { DAY, endOfDayAfter, MINUTE, minutesAfter } from '../../shared/kernel/time.ts';
import { categoryOf, urgencyOf } from '../../shared/repairs/categories.ts';
import { complaintDeeds } from './complaints.ts';
import { AGENT, type Deed, type DemoApi, DIRECTOR, HEAD, linesOf, upload } from './deeds.ts';
import { drawDeeds } from './draws.ts';
import { errandDeeds } from './errands.ts';
import { presentDeeds } from './present.ts';
import { remarkDeeds } from './remarks.ts';
import { surveyDeeds } from './surveys.ts';

/** A clock that the seeding sets by hand. */
export interface HandClock {
  now: Date;
}

/** Minutes into a day when the day before is settled, and may be drawn from. */
const SETTLED_AFTER = 15;

/** Minutes from receipt to the agent's answer. */
const SENT_AFTER = 3;

/** A WeChat that knows nobody: there is none in the demo, and something has to wait in 待看的话. */
const DOUBTING: House['wechat'] = {
  signIn: async () => ({ openid: '' }),
  phoneNumber: async () => '',
  checkWords: async () => null,
  checkPicture: async () => null,
  pageCode: async () => null,
  send: async () => 'no_consent',
};

/** Who lives in the demo, and who mends there with which trades. */
function peopleOfTheMonth(): MonthPeople {
  const technicians = (letters: 'WT' | 'HT') =>
    PEOPLE.filter((person) => person.roles?.some(([at, role]) => at === letters && role === 'technician')).map(({ name, trades = [] }) => ({
      name,
      trades,
    }));
  const residents = PEOPLE.flatMap((person) =>
    (person.homes ?? []).map(([letters, label]) => ({ name: person.name, home: [letters, label] as ['WT' | 'HT', string] })),
  );
  return { residents, technicians: { WT: technicians('WT'), HT: technicians('HT') } };
}

/** Plays the demo's month through the real commands, with the clock looked after in between, and leaves the clock at `until`. */
export async function playMonth(
  house: House,
  clock: HandClock,
  planted: Planted,
  until: Date,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const app = createApp(house);
  const id = (name: string) => planted.people.get(name)!;
  let taps = 0;
  const doubting = createApp({ ...house, wechat: DOUBTING });
  const clientOf = async (name: string, door = app): Promise<DemoApi> => {
    const authorization = `Bearer ${await house.tokens.sign(id(name))}`;
    return createClient<Api>(DOORS, async ({ method, url, body }) => {
      taps += 1;
      const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': `seed-${taps}-month` };
      const answer = await door.fetch(new Request(`http://house/api${url}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) }));
      return { status: answer.status, body: await answer.json() };
    });
  };

  const past = monthOfRepairs(peopleOfTheMonth()).flatMap((repair) => deedsOf(repair, planted, until));
  const deeds = [past, ...[presentDeeds, remarkDeeds, complaintDeeds, errandDeeds, drawDeeds, surveyDeeds].map((tell) => tell(planted, until))]
    .flat()
    .filter((deed) => deed.at <= until);
  deeds.sort((a, b) => a.at.getTime() - b.at.getTime());

  let done = 0;
  for (const deed of deeds) {
    await lookAfterUntil(house, clock, deed.at);
    clock.now = deed.at;
    await deed.does(await clientOf(deed.name, deed.isHeld ? doubting : app), house);
    await workOutbox(house);
    done += 1;
    if (done % 20 === 0) progress(done, deeds.length);
  }
  await lookAfterUntil(house, clock, until);
  clock.now = until;
  await workOutbox(house);
  await house.db.execute(sql`update inbox set read_at = at where at < ${new Date(until.getTime() - 12 * 60 * MINUTE).toISOString()}`);
}

/** Takes every step that falls due before `until`, each at its own moment, and looks at the beginning of each day at what comes round. */
async function lookAfterUntil(house: House, clock: HandClock, until: Date): Promise<void> {
  for (let day = endOfDayAfter(clock.now, 0); day < until; day = endOfDayAfter(clock.now, 0)) {
    await stepUntil(house, clock, day);
    clock.now = minutesAfter(day, 1);
    await lookAfterSurveys(house);
    await lookAfterDuties(house);
    clock.now = minutesAfter(day, SETTLED_AFTER);
    await lookAfterDraws(house);
  }
  await stepUntil(house, clock, until);
}

async function stepUntil(house: House, clock: HandClock, until: Date): Promise<void> {
  for (let at = await nextLookOf(house); at && at < until; at = await nextLookOf(house)) {
    clock.now = new Date(Math.max(at.getTime(), clock.now.getTime()));
    if ((await sweep(house)).length === 0) return;
  }
}

function deedsOf(repair: SeedRepair, planted: Planted, until: Date): Deed[] {
  const [letters, label] = repair.home;
  const received = new Date(until.getTime() - repair.receivedMinutesAgo * MINUTE);
  const at = (minutes: number) => new Date(received.getTime() + minutes * MINUTE);
  const urgent = urgencyOf(categoryOf(repair.category)!, repair.place, false, false).urgency === 'urgent';
  const technicianId = planted.people.get(repair.technician)!;
  let ticket = '';
  const deeds: Deed[] = [];
  const then = (minutes: number, name: string, does: Deed['does']) => deeds.push({ at: at(minutes), name, does });
  const homeId = planted.homes.get(`${letters} ${label}`)!;

  then(0, repair.reporter, async (api) => {
    const { place, where, category, words } = repair;
    ticket = (await api.report({ place, homeId, where, category, words })).id;
  });
  const { facility } = repair;
  const content = `${categoryOf(repair.category)?.label}：${repair.words}`;
  const sendOut = (minute: number) => {
    then(minute, AGENT[letters], async (api) => {
      if (letters === 'HT') await api.handOver({ id: ticket, content });
      else await api.say({ id: ticket, words: `收到，${repair.technician}师傅会联系您` });
      if (facility !== null && minute === SENT_AFTER) await api.nameFacility({ id: ticket, name: facility });
    });
    if (letters === 'HT')
      then(
        minute + 4,
        HEAD.HT,
        async (api) =>
          void (await api.takeOn({ id: ticket, completeBy: new Date(at(minute + 4).getTime() + (urgent ? 20 : 60) * 60 * MINUTE).toISOString() })),
      );
    then(minute + 6, letters === 'HT' ? HEAD.HT : AGENT.WT, async (api) => void (await api.dispatch({ id: ticket, technicianId, content })));
    then(minute + 9, repair.technician, async (api) => void (await api.accept({ id: ticket })));
  };
  const mend = (arrives: number, finishes: number) => {
    then(arrives, repair.technician, async (api) => void (await api.arrive({ id: ticket })));
    then(finishes, repair.technician, async (api, house) => {
      const photoId = await upload(api, house, ticket);
      const spent = repair.spent.length > 0 ? { spent: await linesOf(api, repair.spent) } : {};
      await api.finish({ id: ticket, result: repair.result, photoIds: [photoId], ...spent });
    });
    // R7: what took nothing is put on record too, the same day.
    if (repair.place === 'public' && repair.spent.length === 0)
      then(finishes + 20, HEAD[letters], async (api) => void (await api.spend({ id: ticket, lines: [], why: '' })));
  };

  sendOut(SENT_AFTER);
  const slow = repair.late || repair.agreed ? (urgent ? 3 * 60 : 80 * 60) : urgent ? 45 : 6 * 60;
  const finished = slow + (urgent ? 60 : 90);
  const { cause } = repair;
  // I7: in time, and with the resident.
  if (repair.agreed)
    then(
      20 * 60,
      AGENT[letters],
      async (api) =>
        void (await api.agree({
          id: ticket,
          what: 'repaired',
          dueBy: at(100 * 60).toISOString(),
          channel: 'phone',
          why: '配件要订，住户同意晚一天',
        })),
    );
  mend(slow, finished);
  // R3: each breach is on record with its cause; what the supervisor promised is late with it (D2).
  if (cause !== null)
    then(finished + 25, AGENT[letters], async (api) => {
      const missed = urgent ? ['on_site'] : letters === 'HT' ? ['finished_as_promised', 'repaired'] : ['repaired'];
      for (const what of missed) await api.explainMiss({ id: ticket, what, round: 1, cause });
    });
  let end = finished;
  if (repair.reopened) {
    then(finished + 30, repair.reporter, async (api) => void (await api.reopen({ id: ticket, words: '用了一会儿又不行了' })));
    sendOut(finished + 33);
    then(
      finished + 50,
      AGENT[letters],
      async (api) => void (await api.visit({ id: ticket, words: '打电话问过，住户同意师傅马上再来', outcome: '约好了', channel: 'phone' })),
    );
    mend(finished + 80, finished + 150);
    end = finished + 150;
  }
  // R10: a large defect is looked at a day before each check is due; what falls after `until` is still owed.
  if (categoryOf(repair.category)?.isLargeDefect)
    for (const day of [SETTINGS.defectFirstCheckDays.fallback, SETTINGS.defectSecondCheckDays.fallback])
      then(end + ((day - 1) * DAY) / MINUTE, HEAD[letters], async (api, house) => {
        const photoId = await upload(api, house, ticket, 'message');
        await api.checkDefect({ id: ticket, finding: 'sound', words: '到现场看过，没有渗水', photoIds: [photoId] });
      });
  then(
    end + 45,
    repair.reporter,
    async (api) => void (await api.confirm({ id: ticket, score: repair.late ? 3 : 5, tags: repair.late ? ['slow'] : ['fast'], words: '' })),
  );
  const isKeyCustomers = PEOPLE.some((person) => person.keyCustomer && person.homes?.some(([at, home]) => at === letters && home === label));
  // The director owes a key customer one more contact (I4).
  if (isKeyCustomers)
    then(
      end + 180,
      DIRECTOR[letters],
      async (api) => void (await api.directorCall({ id: ticket, words: '打过电话，客户说修得好', channel: 'phone' })),
    );
  return deeds;
}
