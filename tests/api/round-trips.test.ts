import { beforeAll, expect, test } from '@jest/globals';
import { storyOfAll } from '../support/api-story.ts';
import type { Told } from '../support/story.ts';

const s = storyOfAll();
let ticket: Told;
beforeAll(async () => {
  ticket = await s.resident('王秀兰').reports({ category: 'burst_pipe', words: '水管爆了' });
});

/** Statements one request sends, the viewer's included, BEGIN and COMMIT and what follows the answer not counted. */
async function sent(name: string, path: string, body?: object): Promise<number> {
  const token = await s.world.house.tokens.sign(await s.personId(name));
  s.world.statements();
  const headers: Record<string, string> = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': `tap-${path.length}-${name.length}-once`,
  };
  let counted = 0;
  const later: (() => Promise<void>)[] = [];
  const { createApp } = await import('../../api/app.ts');
  const app = createApp({ ...s.world.house, later: (work) => later.push(work) });
  const answer = await app.fetch(
    new Request(`http://house/api${path}`, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers }),
  );
  expect([path, answer.status]).toEqual([path, 200]);
  counted = s.world.statements().length;
  for (const work of later) await work();
  return counted;
}

test('a list takes two statements at most, a detail five', async () => {
  expect(await sent('王秀兰', '/tickets')).toBeLessThanOrEqual(2);
  expect(await sent('林晓芸', '/workbench')).toBeLessThanOrEqual(2);
  expect(await sent('林晓芸', '/contacts')).toBeLessThanOrEqual(2);
  expect(await sent('林晓芸', '/inbox')).toBeLessThanOrEqual(2);
  for (const path of ['/visits', '/visits/tries', '/visits/records', `/tickets/${ticket.id}/visits`])
    expect(await sent('林晓芸', path)).toBeLessThanOrEqual(3);
  expect(await sent('林晓芸', '/visits')).toBeLessThanOrEqual(2);
  expect(await sent('王秀兰', `/tickets/${ticket.id}`)).toBeLessThanOrEqual(5);
  expect(await sent('王秀兰', `/tickets/${ticket.id}`)).toBeGreaterThan(1);
});

test('a command takes ten statements at most', async () => {
  const homeId = await s.homeId('3栋2单元502');
  const technicianId = await s.personId('赵建国');
  expect(await sent('王秀兰', '/tickets', { place: 'home', homeId, category: 'doors' })).toBeLessThanOrEqual(10);
  expect(await sent('林晓芸', `/tickets/${ticket.id}/say`, { words: '收到' })).toBeLessThanOrEqual(10);
  expect(await sent('林晓芸', `/tickets/${ticket.id}/dispatch`, { technicianId, content: '换软管' })).toBeLessThanOrEqual(10);
  expect(await sent('赵建国', `/tickets/${ticket.id}/accept`, {})).toBeLessThanOrEqual(10);
  expect(await sent('赵建国', `/tickets/${ticket.id}/arrive`, {})).toBeLessThanOrEqual(10);
  const photoId = await s.photo('赵建国', ticket, 'result');
  expect(await sent('赵建国', `/tickets/${ticket.id}/finish`, { result: '换好了', photoIds: [photoId] })).toBeLessThanOrEqual(10);
  expect(await sent('王秀兰', `/tickets/${ticket.id}/reopen`, { words: '还漏' })).toBeLessThanOrEqual(10);
});
