import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { createApp } from '../../api/app.ts';
import type { House } from '../../api/context.ts';
import { nextLookOf, sweep } from '../../api/ledger/sweep.ts';
import { workOutbox } from '../../api/outbox/worker.ts';
import type { FolderStorage } from '../../api/storage/folder.ts';
import { PEOPLE } from '../../db/seeds/company.ts';
import { monthOfRepairs, type SeedRepair } from '../../db/seeds/month.ts';
import type { Planted } from '../../db/seeds/plant.ts';
import { type Client, createClient } from '../../shared/contract/client.ts';
import { API, type Api } from '../../shared/contract/index.ts';
import { MINUTE } from '../../shared/kernel/time.ts';
import { categoryOf, urgencyOf } from '../../shared/repairs/categories.ts';

/** A clock that the seeding sets by hand. */
export interface HandClock {
  now: Date;
}

type Deed = { at: Date; name: string; does: (api: Client<Api>, house: House) => Promise<void>; isHeld?: true };

const RESULT_PICTURE = readFileSync(new URL('./result.png', import.meta.url));

/** A WeChat that knows nobody: there is none in the demo, and something has to wait in 待看的话. */
const DOUBTING: House['wechat'] = {
  signIn: async () => ({ openid: '' }),
  phoneNumber: async () => '',
  checkWords: async () => null,
  checkPicture: async () => null,
  send: async () => 'no_consent',
};
const HELD_WORDS = '合页是楼上那家的车撞的，就是车牌尾号 6 的那辆';

const AGENT = { WT: '林晓芸', HT: '宋雨' } as const;
const HEAD = { WT: '陈立', HT: '梁宏' } as const;

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
  const clientOf = async (name: string, door = app): Promise<Client<Api>> => {
    const authorization = `Bearer ${await house.tokens.sign(id(name))}`;
    return createClient(API, async ({ method, url, body }) => {
      taps += 1;
      const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': `seed-${taps}-month` };
      const answer = await door.fetch(new Request(`http://house/api${url}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) }));
      return { status: answer.status, body: await answer.json() };
    });
  };

  const residents = PEOPLE.flatMap((person) =>
    (person.homes ?? []).map(([letters, label]) => ({ name: person.name, home: [letters, label] as ['WT' | 'HT', string] })),
  );
  const technicians = { WT: ['赵建国', '孙磊', '钱大勇'], HT: ['冯刚', '董平'] };
  const repairs = monthOfRepairs({ residents, technicians });
  const held = repairs.find((repair) => repair.fate === 'received' && repair.home[0] === 'WT');
  const deeds = repairs.flatMap((repair) => deedsOf(repair, planted, until, held)).filter((deed) => deed.at <= until);
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

/** Takes every step that falls due before `until`, each at its own moment. */
async function lookAfterUntil(house: House, clock: HandClock, until: Date): Promise<void> {
  for (let at = await nextLookOf(house); at && at < until; at = await nextLookOf(house)) {
    clock.now = new Date(Math.max(at.getTime(), clock.now.getTime()));
    if ((await sweep(house)).length === 0) return;
  }
}

function deedsOf(repair: SeedRepair, planted: Planted, until: Date, held: SeedRepair | undefined): Deed[] {
  const [letters, label] = repair.home;
  const received = new Date(until.getTime() - repair.receivedMinutesAgo * MINUTE);
  const at = (minutes: number) => new Date(received.getTime() + minutes * MINUTE);
  const urgent = urgencyOf(categoryOf(repair.category)!, repair.place, repair.worse, false).urgency === 'urgent';
  const technicianId = planted.people.get(repair.technician)!;
  let ticket = '';
  const deeds: Deed[] = [];
  const then = (minutes: number, name: string, does: Deed['does']) => deeds.push({ at: at(minutes), name, does });
  const homeId = planted.homes.get(`${letters} ${label}`)!;

  then(0, repair.reporter, async (api) => {
    const { place, where, category, worse, words } = repair;
    ticket = (await api.report({ place, homeId, where, category, worse, words })).id;
  });
  if (repair === held)
    deeds.push({ at: at(5), name: repair.reporter, does: async (api) => void (await api.say({ id: ticket, words: HELD_WORDS })), isHeld: true });
  // A message is answered within the time of I15, whether or not neighbours may read it yet.
  if (repair === held) then(9, AGENT.WT, async (api) => void (await api.say({ id: ticket, words: '看到了，正在给您安排' })));
  if (repair.fate === 'received') return deeds;

  const content = `${categoryOf(repair.category)?.label}：${repair.words}`;
  const sendOut = (minute: number) => {
    if (letters === 'HT') {
      then(minute, AGENT.HT, async (api) => void (await api.handOver({ id: ticket, content })));
      then(
        minute + 4,
        HEAD.HT,
        async (api) =>
          void (await api.takeOn({ id: ticket, completeBy: new Date(at(minute + 4).getTime() + (urgent ? 20 : 60) * 60 * MINUTE).toISOString() })),
      );
    } else then(minute, AGENT.WT, async (api) => void (await api.say({ id: ticket, words: `收到，${repair.technician}师傅会联系您` })));
    then(minute + 6, letters === 'HT' ? HEAD.HT : AGENT.WT, async (api) => void (await api.dispatch({ id: ticket, technicianId, content })));
    then(minute + 9, repair.technician, async (api) => void (await api.accept({ id: ticket })));
  };
  const mend = (arrives: number, finishes: number) => {
    then(arrives, repair.technician, async (api) => void (await api.arrive({ id: ticket })));
    then(finishes, repair.technician, async (api, house) => {
      const photoId = await upload(api, house, ticket);
      await api.finish({ id: ticket, result: '换了坏的配件，试过没问题', photoIds: [photoId] });
    });
  };

  sendOut(3);
  if (repair.fate === 'dispatched') return deeds;
  const slow = repair.late ? (urgent ? 3 * 60 : 80 * 60) : urgent ? 45 : 6 * 60;
  const finished = slow + (urgent ? 60 : 90);
  if (repair.fate === 'on_site') {
    then(15, repair.technician, async (api) => void (await api.arrive({ id: ticket })));
    return deeds;
  }
  if (repair.fate === 'waiting') {
    mend(15, 40);
    return deeds;
  }
  mend(slow, finished);
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
  then(
    end + 45,
    repair.reporter,
    async (api) => void (await api.confirm({ id: ticket, score: repair.late ? 3 : 5, tags: repair.late ? ['slow'] : ['fast'], words: '' })),
  );
  return deeds;
}

async function upload(api: Client<Api>, house: House, ticket: string): Promise<string> {
  const { photoId, upload: form } = await api.addPhoto({ id: ticket, purpose: 'result', type: 'image/png', bytes: RESULT_PICTURE.length });
  await (house.storage as FolderStorage).receive(form.fields, RESULT_PICTURE, house.clock());
  await api.finalisePhoto({ id: photoId });
  return photoId;
}
