import { expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { lookAfterSurveys } from '../../api/surveys/caretaking.ts';
import { storyOfEach } from '../support/api-story.ts';
import { addHouseholds } from '../support/households.ts';
import { parts } from '../support/sheets.ts';

const s = storyOfEach({ at: '2026-05-04 10:00' });

/** A sheet's cells, line by line. */
function cellsOf(bytes: Uint8Array): string[][] {
  const { 'xl/worksheets/sheet1.xml': sheet = '', 'xl/sharedStrings.xml': strings = '' } = parts(bytes);
  const shared = [...strings.matchAll(/<si>.*?<t[^>]*>([^<]*)<\/t>.*?<\/si>/gs)].map(([, text]) => text!);
  return [...sheet.matchAll(/<row[^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, how = '', cell = '']) => {
      const value = /<v>([^<]*)<\/v>/.exec(cell)?.[1] ?? /<t[^>]*>([^<]*)<\/t>/.exec(cell)?.[1] ?? '';
      return how.includes('t="s"') ? shared[Number(value)]! : value;
    }),
  );
}

test('手册 S4、S6 客户满意率统计表：一项一行、每一档几户，和屏幕上藏的一样；住户拿不到，没截止没有', async () => {
  const { house } = s.world;
  const [office] = await house.db.execute<{ id: string }>(sql`select id from offices where letters = 'WT'`);
  await (await s.client('周敏')).nameKeeper({ officeId: office!.id, channel: 'suggestion_box', keeperId: await s.personId('何静') });
  const names = await addHouseholds(s.world, 'WT', 40);
  s.at('2026-06-01 08:00');
  await lookAfterSurveys(house);
  const [{ id } = { id: '' }] = await house.db.execute<{ id: string }>(
    sql`select id from errands where kind = 'survey' and office_id = ${office!.id}`,
  );
  await (await s.client('周敏')).issueSurvey({ id, coverage: 'census' });
  for (const [nth, name] of names.entries()) {
    const client = await s.client(name);
    const asked = await client.survey({ id });
    const answers = { buildings: nth < 20 ? 5 : nth < 30 ? 4 : nth < 37 ? 3 : 2, ...(nth < 3 ? { greening: 1 } : { equipment: 4 }) };
    await client.answerSurvey({ id, homeId: asked.homes[0]!.id, edition: asked.edition, answers });
  }
  expect((await s.fetch('周敏', `/surveys/${id}/table`)).status).toBe(409);
  s.at('2026-06-12 00:01');
  await lookAfterSurveys(house);
  const file = await s.fetch('周敏', `/surveys/${id}/table`);
  expect(file.status).toBe(200);
  expect(decodeURIComponent(file.headers.get('content-disposition')!)).toContain('客户满意率统计表_梧桐里_2026 年上半年满意率调查.xlsx');
  const lines = cellsOf(new Uint8Array(await file.arrayBuffer()));
  const line = (first: string) => lines.find(([one]) => one === first);
  expect(line('项目')).toEqual(['项目', '很满意', '满意', '一般', '不满意', '很不满意', '答了的', '满意的', '满意率', '误差', '上一次', '比上一次']);
  const issued = Number(line('发放（户）')![1]);
  expect(line('收回（户）')![1]).toBe('40');
  expect(line('回收率')!.slice(0, 2)).toEqual(['回收率', `${Math.round((40 / issued) * 1000) / 10}%`]);
  // Three were not satisfied, seven so-so: neither is told.
  const results = await (await s.client('周敏')).surveyResults({ id });
  const labelOf = (asked: string) => results.fields.find(({ code }) => code === asked)!.label;
  expect(line(labelOf('buildings'))!.slice(1, 9)).toEqual(['20', '10', '—', '—', '—', '40', '30', '75%']);
  const greening = line(labelOf('greening'))!;
  expect(greening.slice(1, 9)).toEqual(['—', '—', '—', '—', '—', '—', '—', '—']);
  expect(line('总体')!.slice(8, 9)).toEqual([`${results.whole.percent}%`]);
  for (const { name } of results.buildings) expect(line(name)).toBeDefined();
  expect((await s.fetch('住户1', `/surveys/${id}/table`)).status).toBe(409);
  await (await s.client('周敏')).analyseSurvey({ id, words: '先换灯' });
  expect((await s.fetch('住户1', `/surveys/${id}/table`)).status).toBe(403);
  expect((await s.fetch('许若琳', `/surveys/${id}/table`)).status).toBe(404);
  expect((await s.fetch('周敏', '/surveys/nothing/table')).status).toBe(404);
}, 60_000);
