import { GUIDE_SECTION_NAMES } from '../guide/sections.ts';
import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { optionalWords } from './command.ts';
import { id, idParams, instant, page, pageQuery, route } from './route.ts';

const section = z.enum(GUIDE_SECTION_NAMES, { error: '请选一栏' });
const version = z.int().min(1).max(100_000).describe('看到的是第几版');
export const MAX_GUIDE_TITLE = 40;
export const MAX_GUIDE_WORDS = 500;
export const MAX_GUIDE_QUERY = 40;

const text = {
  section,
  title: words(MAX_GUIDE_TITLE),
  words: words(MAX_GUIDE_WORDS),
  phone: optionalWords(20).describe('公共的电话'),
};

/** What stands of an entry now. */
export const GuideEntry = z
  .object({
    id,
    officeId: id,
    section,
    title: z.string(),
    words: z.string(),
    phone: z.string(),
    version: z.int(),
    at: instant,
    byName: z.string().nullable().describe('只给同事'),
    withdrawn: z.boolean(),
  })
  .meta({ id: 'GuideEntry' });
export type GuideEntry = z.infer<typeof GuideEntry>;

const Kept = z.object({ id, version: z.int() });

/** What a service centre keeps for whoever asks (I12). */
export const guideRoutes = {
  guide: route({
    method: 'GET',
    path: '/guide',
    summary: '办事指南，一次一个小区，可以边打字边找（I12）',
    query: pageQuery.extend({
      officeId: id.optional(),
      q: words(MAX_GUIDE_QUERY).optional(),
      section: section.optional(),
      show: z.enum(['current', 'withdrawn']).default('current').describe('撤下的只给同事'),
    }),
    response: page(GuideEntry).extend({
      now: instant,
      officeId: id.nullable(),
      offices: z.array(z.object({ id, name: z.string(), isStaff: z.boolean(), mayWrite: z.boolean() })),
    }),
  }),
  nearGuide: route({
    method: 'POST',
    path: '/guide/near',
    summary: '像正在写的话的几条；什么也不存（I12）',
    body: z.strictObject({ officeId: id, words: words(MAX_GUIDE_WORDS) }),
    response: z.object({ items: z.array(GuideEntry) }),
  }),
  guideEntry: route({
    method: 'GET',
    path: '/guide/{id}',
    summary: '一条办事指南；每一版只给同事',
    params: idParams,
    response: z.object({ now: instant, entry: GuideEntry, versions: z.array(GuideEntry).describe('旧的在前'), mayWrite: z.boolean() }),
  }),
  addGuide: route({
    method: 'POST',
    path: '/guide',
    summary: '写一条办事指南（I12）',
    key: true,
    body: z.strictObject({ officeId: id, ...text }),
    response: Kept,
  }),
  changeGuide: route({
    method: 'POST',
    path: '/guide/{id}/change',
    summary: '另写一版，写过的都留着（I12）',
    params: idParams,
    body: z.strictObject({ version, ...text }),
    response: Kept,
  }),
  withdrawGuide: route({
    method: 'POST',
    path: '/guide/{id}/withdraw',
    summary: '撤下一条办事指南',
    params: idParams,
    body: z.strictObject({ version }),
    response: Kept,
  }),
};
