import { expect, test } from '@jest/globals';
import { PEOPLE } from '../../db/seeds/company.ts';
import { AGAINST_NAMES } from '../../shared/complaints/complaint.ts';
import type { Action } from '../../shared/tickets/actions.ts';
import type { Actor, Told } from '../support/deeds.ts';
import { pureStory } from '../support/pure-story.ts';
import { refusal, SATISFIED, type Story } from '../support/story.ts';
import { wallClock } from '../support/wall-clock.ts';
import { type Chance, chance } from '../year/chance.ts';

const NAMES = PEOPLE.map((person) => person.name);
const STAFF = PEOPLE.filter((person) => person.roles?.some(([letters]) => letters !== 'HT')).map((person) => person.name);

/** Those of whom somebody can always go on with it, whoever it is against. */
const AT_WORK = ['王秀兰', '林晓芸', '何静', '郑涛', '袁媛', '吴桐', '程颖', '彭浩', '曾勇', '蒋文', '蔡建华', '周敏'];

/** One town, one clock, one complaint. */
interface Course {
  story: Story;
  /** Everybody, once. */
  people: Map<string, Actor>;
  ticket: Told;
  by: Chance;
  now: Date;
}

const later = (from: Date, hours: number) => wallClock(new Date(from.getTime() + hours * 3_600_000));

type Deed = (actor: Actor, one: Course) => Promise<unknown>;

/** What somebody does where it is offered, with whatever comes to mind. */
const DEEDS: Partial<Record<Action, Deed>> = {
  point: (actor, { ticket, by }) =>
    actor.points(ticket, {
      against: AGAINST_NAMES.filter(() => by.happens(0.15)),
      accused: by.happens(0.5) ? [by.pick(STAFF)] : [],
      compensation: by.happens(0.1),
      danger: by.happens(0.2),
    }),
  escalate: (actor, { ticket }) => actor.escalates(ticket),
  letIn: (actor, { ticket, by }) => actor.letsIn(ticket, by.pick(STAFF)),
  interim: (actor, { ticket, by, now }) => actor.interims(ticket, later(now, 1 + by.roll() * 200)),
  formalReply: (actor, { ticket }) => actor.formallyReplies(ticket),
  setPlan: (actor, { ticket, now }) => actor.plans(ticket, [later(now, 24), later(now, 72)]),
  stepDone: (actor, { ticket }) => actor.doesStep(ticket),
  recordCause: (actor, { ticket }) => actor.recordsCause(ticket),
  review: (actor, { ticket }) => actor.reviews(ticket),
  callMajor: (actor, { ticket }) => actor.callsMajor(ticket),
  reportMajor: (actor, { ticket }) => actor.reportsMajor(ticket),
  issueBulletin: (actor, { ticket }) => actor.issuesBulletin(ticket),
  conclude: (actor, { ticket }) => actor.concludes(ticket),
  fileUnheard: (actor, { ticket }) => actor.filesUnheard(ticket),
  confirm: (actor, { ticket }) => actor.confirms(ticket),
  reopen: (actor, { ticket }) => actor.saysNotFixed(ticket),
  say: (actor, { ticket }) => actor.says(ticket, '说一句'),
  note: (actor, { ticket }) => actor.notes(ticket, '记一句'),
  call: (actor, { ticket }) => actor.calls(ticket, '打过电话'),
  returnVisit: (actor, { ticket, by }) => actor.returns(ticket, '问过了', '', by.happens(0.7) ? SATISFIED : { ...SATISFIED, result: 'dissatisfied' }),
  qualityVisit: (actor, { ticket, by }) =>
    actor.asksAsQuality(ticket, '问过了', by.happens(0.7) ? SATISFIED : { ...SATISFIED, result: 'dissatisfied' }),
};

function actor({ story, people }: Course, name: string): Actor {
  const found = people.get(name) ?? story.person(name);
  people.set(name, found);
  return found;
}

const may = async (one: Course, name: string) => {
  try {
    return await actor(one, name).may(one.ticket);
  } catch {
    return [];
  }
};

async function wander(one: Course, steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    one.now = new Date(one.now.getTime() + one.by.roll() ** 3 * 100 * 3_600_000);
    one.story.at(wallClock(one.now));
    if (one.by.happens(0.5)) await one.story.looksAfter();
    const name = one.by.pick(one.by.happens(0.3) ? ['王秀兰'] : NAMES);
    const deeds = (await may(one, name)).filter((action) => DEEDS[action]);
    if (deeds.length === 0) continue;
    // What is refused for what was filled in changes nothing, and the next tries something else.
    await refusal(DEEDS[one.by.pick(deeds)]!(actor(one, name), one).then(() => Promise.reject({ code: 'done' }))).catch(() => undefined);
  }
}

/** What brings it nearer to its end, in this order, by whoever may. */
const TOWARDS_THE_END: readonly Action[] = ['conclude', 'formalReply', 'recordCause', 'stepDone', 'reportMajor', 'qualityVisit', 'confirm'];

/** Everybody does their duty; how many steps it took. */
async function bringToAnEnd(one: Course): Promise<number> {
  const still: Course = { ...one, by: { ...one.by, happens: () => true } };
  for (let step = 0; step < 60; step += 1) {
    const status = await one.story.status(one.ticket);
    if (status === 'closed' || status === 'cancelled') return step;
    const offered = await Promise.all(AT_WORK.map(async (name) => ({ name, actions: await may(one, name) })));
    const next = TOWARDS_THE_END.flatMap((action) => offered.filter(({ actions }) => actions.includes(action)).map(({ name }) => ({ name, action })));
    // A cause once on record in this round need not be there twice.
    const history = await one.story.history(one.ticket);
    const done = history.slice(history.lastIndexOf('reopened') + 1);
    const [chosen] = next.filter(({ action }) => action !== 'recordCause' || !done.includes('cause_recorded'));
    if (!chosen)
      throw new Error(`stuck: ${(await one.story.history(one.ticket)).join(' ')}; ${await one.story.person('王秀兰').handledBy(one.ticket)}`);
    await DEEDS[chosen.action]!(actor(one, chosen.name), still);
  }
  throw new Error(`no end: ${(await one.story.history(one.ticket)).join(' ')}`);
}

test('手册 C10 每一件都有回音：after a thousand random histories nothing is stuck', async () => {
  const ends: Record<string, number> = {};
  for (let seed = 1; seed <= 1_000; seed += 1) {
    const by = chance(seed);
    const story = pureStory();
    const now = new Date('2026-03-02T01:00:00Z');
    story.at(wallClock(now));
    const ticket = await story.resident('王秀兰').complains({
      door: by.happens(0.3) ? 'company' : 'office',
      against: AGAINST_NAMES.filter(() => by.happens(0.12)),
      compensation: by.happens(0.1),
    });
    const one: Course = { story, people: new Map(), ticket, by, now };
    await wander(one, 20);
    const steps = await bringToAnEnd(one);
    ends[await story.status(ticket)] = (ends[await story.status(ticket)] ?? 0) + 1;
    expect(steps).toBeLessThan(60);
  }
  expect(ends.closed).toBeGreaterThan(900);
}, 300_000);
