import { sql } from 'drizzle-orm';
import { lookAfterDuties } from '../../api/duties/opening.ts';
import { workOutbox } from '../../api/outbox/worker.ts';
import { keepTheBox } from '../access/cast-duties.ts';
import { noteExchanges } from '../access/cast-exchanges.ts';
import type { AboutComplaint } from '../support/complaint-deeds.ts';
import { type HttpStory, httpStory } from '../support/http-story.ts';
import { A_VOICE } from '../support/media.ts';
import { allows, approvesAll, binds, withWeChat } from '../support/messages.ts';
import type { Told } from '../support/story.ts';
import type { StandIn } from '../support/wechat.ts';
import { NOBODYS } from './asking.ts';

/** Who is complained about, and when that is said. */
export interface Naming {
  accused: string;
  when: 'at once' | 'later';
  about?: AboutComplaint;
  /** Corrective measures are given for what it counts in, before it is named and after. */
  measured?: boolean;
}

/** What changes among the staff, in both worlds: who holds which post from the second day on, and who no more. */
export interface Change {
  who: string;
  office: 'WT' | 'ZB';
  role: string;
  department: string;
  /** Whose post ends. */
  leaves?: string;
}

export interface Tale {
  story: HttpStory;
  standIn: StandIn;
  /** The complaint; nobody's id where there is none. */
  apart: Told;
  /** What stood before anything happened. */
  standing: ReadonlySet<string>;
  close(): Promise<void>;
}

/** Moments at which the two worlds are held against each other, after whoever it is was named. */
export type Moment = 'open' | 'over';

const WATCHED = ['林晓芸', '何静', '周敏', '赵建国', '陈立', '郑涛', '吴桐', '程颖', '曾勇', '蒋文', '王秀兰'];
const HANDLERS = ['林晓芸', '郑涛', '袁媛', '吴桐', '程颖', '彭浩', '曾勇', '蒋文'];
const WORDS = '可疑：收钱不办事';

async function standingIn(story: HttpStory): Promise<ReadonlySet<string>> {
  const rows = await story.world.house.db.execute<{ id: string }>(
    sql`select id from people union all select id from offices union all select id from homes union all select id from appointments`,
  );
  return new Set(rows.map((row) => row.id));
}

/** What only the complaint's own people do; whoever may not is refused, and nothing happens. */
async function byAny(names: readonly string[], deed: (name: string) => Promise<unknown>): Promise<void> {
  for (const name of names)
    await deed(name).catch((error) => {
      if (typeof (error as { code?: unknown }).code !== 'string') throw error;
    });
}

async function appoints(story: HttpStory, { who, office, role, department, leaves }: Change): Promise<void> {
  const { house } = story.world;
  const from = house.clock().toISOString();
  if (leaves) await house.db.execute(sql`update appointments set until_at = ${from} where person_id = ${await story.personId(leaves)}`);
  await house.db.execute(sql`insert into appointments (id, office_id, person_id, role, department, from_at)
    select ${house.newId()}, id, ${await story.personId(who)}, ${role}, ${department}, ${from} from offices where letters = ${office}`);
}

/** A mended household and a neighbour, somebody who asks, and an estate next door: what the offices do that day. */
async function morning(story: HttpStory): Promise<Record<'door' | 'pump' | 'asked', Told>> {
  story.at('2026-03-02 09:00');
  const door = await story.resident('周文静').reports({ category: 'doors', words: '门合页松了' });
  const pump = await story.resident('王秀兰').reports({ category: 'burst_pipe', words: '厨房水管爆了' });
  await story.resident('何静').reports({ category: 'lift', place: 'public', where: '2栋3单元电梯' });
  await story.resident('许若琳').reports({ category: 'burst_pipe', words: '爆了' });
  await story.agent('林晓芸').dispatches(door, '赵建国');
  await story.agent('林晓芸').dispatches(pump, '孙磊');
  for (const [technician, ticket] of [
    ['赵建国', door],
    ['孙磊', pump],
  ] as const) {
    await story.technician(technician).arrives(ticket);
    await story.technician(technician).finishes(ticket);
  }
  const asked = await story.resident('王秀兰').speaks('enquiry', '物业费怎么交');
  return { door, pump, asked };
}

/** A slip to the department, as far as somebody may write one. */
const hands = async (story: HttpStory, name: string, { id }: Pick<Told, 'id'>, department: 'environment' | 'quality') =>
  void (await (
    await story.client(name)
  ).giveErrand(
    { kind: 'handover', ticketId: id, department, content: '请查一查', answerBy: '2026-03-05T02:00:00.000Z', lead: false },
    { key: crypto.randomUUID() },
  ));

/** Corrective measures for its household's figure, and for the complaints of the month, by and for whoever may (C9); whoever it is shut to gives none for what they cannot count. */
async function measured(story: HttpStory, givers: readonly string[]): Promise<void> {
  const [officeId, homeId] = [await story.officeId('WT'), await story.homeId('3栋2单元502')];
  for (const name of givers)
    for (const holder of ['林晓芸', '赵建国', '周敏', '郑涛', '程颖'])
      for (const about of [{ homeId }, { kind: 'complaint' as const }]) {
        const given = {
          month: '2026-03',
          officeId,
          about,
          holder: await story.personId(holder),
          content: `请${holder}去谈`,
          dueBy: '2026-03-05T02:00:00.000Z',
        };
        await byAny([name], async () => (await story.client(name)).giveAction(given, { key: crypto.randomUUID() }));
      }
}

/** What is taken out, by whoever may. */
async function exportsOf(story: HttpStory): Promise<void> {
  const officeId = await story.officeId('WT');
  const span = { officeId, from: '2026-02-28T16:00:00.000Z', until: '2026-03-31T16:00:00.000Z' };
  for (const [name, register] of [
    ['吴桐', 'contacts'],
    ['林晓芸', 'contacts'],
    ['何静', 'contacts'],
    ['郑涛', 'return_visits'],
    ['郑涛', 'contacts'],
    ['曾勇', 'contacts'],
    ['郑涛', 'exchanges'],
    ['郑涛', 'corrective_actions'],
  ] as const)
    await byAny([name], async () => (await story.client(name)).exportRegister({ register, ...span }));
}

async function complained(story: HttpStory, { accused, when, about }: Naming): Promise<Told> {
  story.at('2026-03-02 09:30');
  if (about) return story.resident('王秀兰').complains(about, WORDS);
  if (when === 'later') return story.resident('王秀兰').complains({}, WORDS);
  return story.person('袁媛').takesComplaint({ home: '3栋2单元502', who: '王秀兰', accused: [accused] });
}

/** What was photographed and spoken with it, and the letter it came in where a colleague took it down. */
async function shown(story: HttpStory, apart: Told, { when, about }: Naming): Promise<void> {
  await story.photo('王秀兰', apart, 'report');
  const api = await story.client('王秀兰');
  const { voiceId, upload } = await api.addVoice({ id: apart.id, with: 'report', type: 'audio/mpeg', bytes: A_VOICE.length, seconds: 9 });
  await story.sends(upload, A_VOICE);
  await api.finaliseVoice({ id: voiceId });
  if (when === 'at once' && !about) await story.photo('袁媛', apart, 'report');
}

/** What somebody who may still see it does with it before they are named. */
async function meddled(story: HttpStory, name: string, { id }: Told): Promise<void> {
  const api = await story.client(name);
  const open = async () => {
    const { thread } = await api.ticket({ id });
    await api.look({ id, readTo: thread.at(-1)!.id });
  };
  await byAny([name], open);
  await byAny([name], () => api.reveal({ id, reason: 'details', words: '' }));
}

/** What whoever handles it does with it, day by day, as far as they may. */
const HANDLED: Record<string, (story: HttpStory, apart: Told) => Promise<void>> = {
  '2026-03-03 09:40': async (story, apart) => {
    await byAny(HANDLERS, (name) => story.person(name).says(apart, '收到，我们来查'));
    await byAny(HANDLERS, (name) => hands(story, name, apart, 'environment'));
    await byAny(HANDLERS, (name) => hands(story, name, apart, 'quality'));
    await byAny(['袁媛', '曾勇', '蒋文'], (name) => story.person(name).calls(apart, '问过了'));
    await byAny(['王秀兰'], (name) => story.person(name).urges(apart));
  },
  '2026-03-05 09:40': async (story, apart) => {
    await byAny(HANDLERS, (name) => story.person(name).formallyReplies(apart));
    await byAny(HANDLERS, (name) => story.person(name).recordsCause(apart));
  },
  '2026-03-06 09:40': async (story, apart) => {
    await byAny(['林晓芸', '周敏', '郑涛'], (name) => story.person(name).tries(apart, 'return_visit'));
    await byAny(['程颖', '吴桐'], (name) => story.person(name).tries(apart, 'quality_visit'));
    await byAny(['程颖', '吴桐'], (name) => story.person(name).asksAsQuality(apart));
  },
  '2026-03-09 09:40': async (story, apart) => {
    await byAny(['王秀兰'], (name) => story.person(name).confirms(apart));
    await byAny(HANDLERS, (name) => story.person(name).concludes(apart));
  },
};

/** The ordinary life around it. */
async function lived(story: HttpStory, day: string, told: Awaited<ReturnType<typeof morning>>): Promise<void> {
  if (day === '2026-03-03') {
    await byAny(['林晓芸', '周敏', '郑涛'], (name) => story.person(name).returns(told.door, '问过修得怎么样', '满意'));
    await byAny(['周敏'], (name) => hands(story, name, told.asked, 'environment'));
    await exportsOf(story);
  }
  if (day === '2026-03-04') await byAny(['林晓芸', '郑涛'], (name) => story.person(name).replies(told.asked));
  if (day === '2026-03-05') await byAny(['林晓芸', '郑涛'], (name) => story.person(name).tries(told.pump, 'return_visit'));
}

/** Sweeps, opens what comes round, and works what waits to be told. */
async function looks(story: HttpStory): Promise<void> {
  await story.looksAfter();
  await lookAfterDuties(story.world.house);
  await workOutbox(story.world.house);
}

/**
 * The same days, with a complaint or without.
 * @param at told at each moment the worlds are to be compared
 */
export async function tell(naming: Naming | null, change: Change | null, at: (moment: Moment, tale: Tale) => Promise<void>): Promise<void> {
  const story = await httpStory();
  const standIn = await withWeChat(story);
  const close = async () => {
    await standIn.close();
    await story.close();
  };
  try {
    const standing = await standingIn(story);
    story.at('2026-03-01 09:00');
    await binds(story, ...WATCHED);
    await approvesAll(story);
    for (const name of WATCHED) await allows(story, standIn, name, name === '王秀兰' ? 'progress' : 'colleagues', 9);
    // What is to be told waits until whoever it is was named.
    story.world.house.later = () => {};
    const told = await morning(story);
    await keepTheBox(story, await story.officeId('WT'));
    await noteExchanges(story, await story.officeId('WT'));
    const apart = naming ? await complained(story, naming) : { id: NOBODYS, number: '' };
    if (naming) await shown(story, apart, naming);
    story.at('2026-03-02 10:00');
    if (naming?.measured && naming.when === 'later') await measured(story, ['郑涛', '曾勇']);
    await exportsOf(story);
    if (naming?.when === 'later') await meddled(story, naming.accused, apart);
    story.at('2026-03-03 09:00');
    if (change) await appoints(story, change);
    if (naming?.when === 'later') await story.resident('王秀兰').points(apart, { accused: [naming.accused] });
    const tale: Tale = { story, standIn, apart, standing, close };
    for (const day of ['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-09', '2026-03-11']) {
      story.at(`${day} 09:20`);
      await looks(story);
      await lived(story, day, told);
      story.at(`${day} 09:40`);
      if (naming) await HANDLED[`${day} 09:40`]?.(story, apart);
      if (naming?.measured && day === '2026-03-03') await measured(story, naming.accused === '郑涛' ? ['曾勇'] : ['郑涛', '曾勇']);
      story.at(`${day} 10:00`);
      await looks(story);
      if (day === '2026-03-04') await at('open', tale);
    }
    await at('over', tale);
  } finally {
    await close();
  }
}
