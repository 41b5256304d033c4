import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type HttpStory, httpStory } from '../support/http-story.ts';

let s: HttpStory;

beforeAll(async () => {
  s = await httpStory();
});
afterAll(() => s.close());

test('an order done by an outside provider waits for the resident when the price changes and when it is done', async () => {
  s.at('2026-03-02 09:00');
  const ticket = await s.resident('周文静').orders('空调清洗');
  await s.agent('林晓芸').arranges(ticket, { provider: '洁亮家电清洗' }, '2026-03-03 14:00', { labourFen: 7_000, costFen: 2_000 });
  const api = await s.client('周文静');
  const yours = async () => (await api.tickets({ show: 'your_turn', as: 'resident' })).items.map((one) => one.id);
  expect(await yours()).toEqual([ticket.id]);
  await s.resident('周文静').acceptsQuote(ticket);
  expect(await yours()).toEqual([]);
  await s.agent('林晓芸').arrives(ticket);
  await s.agent('林晓芸').completes(ticket);
  expect(await yours()).toEqual([ticket.id]);
  const found = await api.ticket({ id: ticket.id });
  expect(found).toMatchObject({ kind: 'special_service', title: '空调清洗', service: { provider: '洁亮家电清洗', quantity: 1 } });
});

test('who comes from outside is read by colleagues of the estate, and by nobody else', async () => {
  expect((await (await s.client('周文静')).services({})).providers).toEqual([]);
  expect((await (await s.client('林晓芸')).services({})).providers.map((one) => one.name)).toContain('邻家保洁');
});
