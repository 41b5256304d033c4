import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import type { Actor, Stage } from './stage.ts';

/** One flow a person can walk, in a real browser at 390 × 844. */
export interface Flow {
  title: string;
  walk(stage: Stage): Promise<void>;
}

/** Minutes of a day. */
export const DAY = 24 * 60;

export const TICKET = '/tickets/detail/index?id=';
export const STAFF_TICKET = '/staff/ticket/index?id=';

export async function newestTicket(stage: Stage): Promise<{ id: string; number: string; status: string; round: number }> {
  const [row] = await stage.house.db.execute<{ id: string; number: string; status: string; round: number }>(
    sql`select id, number, status, round from tickets order by id desc limit 1`,
  );
  assert(row, 'nothing was reported');
  return row;
}

export const personId = async (stage: Stage, name: string) =>
  (await stage.house.db.execute<{ id: string }>(sql`select id from people where name = ${name}`))[0]!.id;

export async function report(resident: Actor, category: string, words: string): Promise<void> {
  await resident.tap('go-report');
  await resident.tap(`category-${category}`);
  await resident.write('words', words);
}

export async function untilStatus(stage: Stage, status: string, looks = 150): Promise<void> {
  for (let left = looks; left > 0; left -= 1) {
    if ((await newestTicket(stage)).status === status) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.equal((await newestTicket(stage)).status, status);
}

/** Opens the page of what is finished by its address, on a phone that holds a token and has not asked yet whose it is. */
async function opensFinishAnew(technician: Actor, id: string): Promise<void> {
  await technician.page.evaluate("localStorage.removeItem('huiyin.session')");
  await technician.opens(`/staff/finish/index?id=${id}`);
  await technician.page.reload();
  await technician.at('submit').waitFor();
  assert.equal(await technician.page.evaluate("localStorage.getItem('huiyin.session')"), null, 'the page knows who is here: nothing is tried');
}

/** 我到了, while the answer that would know of it is held back: what was done stays done, and its button does not come back under a finger. */
async function arrives(technician: Actor, id: string): Promise<void> {
  const { page } = technician;
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const address = `**/tickets/${id}`;
  await page.route(address, async (route) => {
    await held;
    await route.continue();
  });
  const told = page.waitForResponse((answer) => answer.url().endsWith(`/${id}/arrive`));
  const asked = page.waitForRequest((one) => one.method() === 'GET' && one.url().endsWith(`/tickets/${id}`));
  await technician.tap('do-arrive');
  await Promise.all([told, asked]);
  await technician.at('do-finish').waitFor();
  assert.equal(await technician.at('do-arrive').isVisible(), false, 'what arrived is to do once more');
  letGo();
  await page.unrouteAll({ behavior: 'wait' });
}

export async function mend(stage: Stage, technician: Actor, id: string, shots: string | null, opensAnew = false): Promise<void> {
  await technician.opens('/pages/home/index');
  await technician.page.reload();
  await technician.at(`ticket-${id}`).waitFor();
  if (shots) await technician.shot(`${shots}-jobs`);
  await technician.opens(`${STAFF_TICKET}${id}`);
  await technician.tap('do-accept');
  await technician.at('do-accept').waitFor({ state: 'hidden' });
  await arrives(technician, id);
  await untilStatus(stage, 'on_site');
  if (opensAnew) await opensFinishAnew(technician, id);
  else await technician.tap('do-finish');
  await technician.photo('add-photo');
  await technician.write('result', '换了一根不锈钢软管，试水 20 分钟不漏。');
  await technician.page.waitForTimeout(500);
  if (shots) await technician.shot(`${shots}-finish`);
  await technician.tap('submit');
  await untilStatus(stage, 'finished');
}

/** Looks through a list, part by part, until the row of this ticket is there: other flows leave theirs before it. */
export async function findsRow(one: Actor, id: string): Promise<void> {
  const row = one.at(`ticket-${id}`);
  const rest = one.at('more-rows');
  for (let left = 10; left > 0; left -= 1) {
    await row.or(rest).first().waitFor();
    if (await row.isVisible()) return;
    const answered = one.page.waitForResponse((answer) => answer.url().includes('after='), { timeout: 3_000 }).catch(() => undefined);
    // With the last part it goes, maybe this very moment.
    await rest.click({ timeout: 2_000 }).catch(() => undefined);
    await answered;
  }
  await row.waitFor();
}

export async function dispatch(stage: Stage, agent: Actor, id: string, technician: string, shot: string | null): Promise<void> {
  await agent.opens('/pages/home/index');
  await agent.page.reload();
  await findsRow(agent, id);
  if (shot) await agent.shot(`${shot}-workbench`);
  await agent.tap(`ticket-${id}`);
  await agent.tap(`technician-${await personId(stage, technician)}`);
  if (shot) await agent.shot(`${shot}-dispatch`);
  await agent.tap('do-dispatch');
  await untilStatus(stage, 'dispatched');
}

/** Nobody opened: the technician leaves a card. @param photographs taken of it, and what is looked at before it is put on record */
export async function leavesCard(stage: Stage, technician: Actor, words = '', photographs: () => Promise<void> = async () => {}): Promise<void> {
  await technician.tap('more');
  await technician.tap('choose-nobodyHome');
  if (words) await technician.write('nobody-words', words);
  await photographs();
  await technician.tap('do-nobodyHome');
  await untilStatus(stage, 'dispatched');
}

/** One new date, by tomorrow noon, that waits for the household. */
export async function proposesDate(agent: Actor, id: string, words: string, shot: string | null = null): Promise<void> {
  await agent.opens(`${STAFF_TICKET}${id}`);
  await agent.page.reload();
  await agent.tap('more');
  await agent.tap('choose-proposeDate');
  await agent.tap('moment-1');
  await agent.write('propose-words', words);
  if (shot) await agent.shot(shot);
  await agent.tap('do-proposeDate');
  await agent.sees('等住户回话');
}

/** Somebody sends what a page would send, and needs no page for it; what came of it. */
export async function sends(stage: Stage, name: string, path: string, body: object): Promise<{ id: string }> {
  const token = await stage.house.tokens.sign(await personId(stage, name));
  const answer = await fetch(`${stage.address}/api${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': stage.house.newId() },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  assert.equal(answer.status, 200, text);
  return JSON.parse(text) as { id: string };
}

export const sendsOn = (stage: Stage, name: string, id: string, path: string, body: object) => sends(stage, name, `/tickets/${id}/${path}`, body);

export async function homeOf(stage: Stage, name: string): Promise<string> {
  const token = await stage.house.tokens.sign(await personId(stage, name));
  const answer = await fetch(`${stage.address}/api/session`, { headers: { authorization: `Bearer ${token}` } });
  return ((await answer.json()) as { homes: { id: string }[] }).homes[0]!.id;
}
