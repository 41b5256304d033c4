import { SETTINGS, type SettingKey } from '../kernel/settings.ts';
import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { id, instant, page, pageQuery, route } from './route.ts';

const KEYS = Object.keys(SETTINGS) as [SettingKey, ...SettingKey[]];
const key = z.enum(KEYS, { error: '没有这一项' });
const given = z.union([z.int(), z.boolean()], { error: '请写一个整数，或者选开、关' }).nullable();
const day = z.iso.date({ error: '请选从哪天起' }).refine((text) => text >= '2000-01-01' && text <= '2100-12-31', '日期不在合理范围');
const reason = words(200);
const whose = z.enum(['estate', 'company', 'manual']);

/** A figure as it was set once, or will hold. */
const Turn = z.object({
  said: z.string().nullable().describe('空着：照公司的，或者照手册'),
  whose: whose.describe('谁定的：小区、公司'),
  from: z.string().describe('从哪天起'),
});

/** One figure as it holds for an office today. */
export const Figure = z
  .object({
    key,
    label: z.string(),
    unit: z.string(),
    kind: z.enum(['number', 'boolean']),
    least: z.int().nullable(),
    most: z.int().nullable(),
    stricter: z.enum(['lower', 'higher']).nullable().describe('哪一边更严'),
    value: z.union([z.int(), z.boolean()]),
    said: z.string(),
    whose,
    since: z.string().nullable().describe('从哪天起；手册的没有'),
    byName: z.string().nullable(),
    above: z.string().describe('不另定的话，是多少'),
    own: z.boolean().describe('小区能不能有自己的'),
    coming: z.array(Turn),
    seen: id.nullable().describe('这里最后一次定的那一条；改的时候带上，别人刚改过就退回'),
    waiting: z.boolean().describe('有一份等品质管理部记'),
  })
  .meta({ id: 'Figure' });
export type Figure = z.infer<typeof Figure>;

/** One time a figure was set. */
export const SettingChange = z
  .object({
    id,
    key,
    label: z.string(),
    officeName: z.string(),
    said: z.string().nullable(),
    whose,
    from: z.string(),
    at: instant,
    byName: z.string().nullable(),
    reason: z.string(),
    recordedBy: z.string().nullable().describe('小区自己的：品质管理部谁记的'),
    record: z.string().nullable().describe('记的时候怎么写的'),
  })
  .meta({ id: 'SettingChange' });
export type SettingChange = z.infer<typeof SettingChange>;

/** What a director proposed for an estate, and where it stands. */
export const SettingProposal = z
  .object({
    approvalId: id,
    key,
    label: z.string(),
    officeName: z.string(),
    said: z.string().nullable(),
    now: z.string().describe('现在是多少'),
    from: z.string(),
    reason: z.string(),
    status: z.enum(['waiting', 'approved', 'returned']),
    round: z.int(),
    step: z.int(),
    authorName: z.string(),
    at: instant,
    dueBy: instant.nullable(),
    decidedByName: z.string().nullable(),
    words: z.string().nullable(),
    mayDecide: z.boolean(),
  })
  .meta({ id: 'SettingProposal' });
export type SettingProposal = z.infer<typeof SettingProposal>;

const office = z.object({ id, name: z.string() });

export const settingRoutes = {
  settings: route({
    method: 'GET',
    path: '/settings',
    summary: '一个小区、或者公司的规矩：每一项现在是多少、谁定的、从哪天起（A4），同事可看',
    query: z.strictObject({ officeId: id.optional() }),
    response: z.object({
      now: instant,
      firstDay: z.string(),
      office: office.extend({ isCompany: z.boolean(), singleClient: z.boolean() }),
      offices: z.array(office),
      maySet: z.boolean(),
      mayPropose: z.boolean(),
      clauses: z.array(z.object({ clause: z.string(), words: z.string(), figures: z.array(Figure) })),
      proposals: z.array(SettingProposal).describe('等品质管理部记的，和退回来的'),
    }),
  }),
  settingHistory: route({
    method: 'GET',
    path: '/settings/history',
    summary: '一项规矩以前每一次怎么定的、为什么，新的在前（A3、A4）',
    query: z.strictObject({ officeId: id, key }),
    response: z.object({ items: z.array(SettingChange) }),
  }),
  settingChanges: route({
    method: 'GET',
    path: '/settings/changes',
    summary: '谁改过哪些规矩，新的在前（A4）',
    query: pageQuery,
    response: page(SettingChange),
  }),
  setSetting: route({
    method: 'POST',
    path: '/settings',
    summary: '公司领导、管理者代表定公司的一项，从明天或以后的一天起；空着是照手册（A4）',
    body: z.strictObject({ key, value: given, from: day, reason, seen: id.nullable() }),
    response: z.object({ id }),
  }),
  proposeSetting: route({
    method: 'POST',
    path: '/settings/propose',
    summary: '主任提小区自己的一项，品质管理部记下才算；空着是照公司的（A4）',
    body: z.strictObject({ officeId: id, key, value: given, from: day, reason }),
    response: z.object({ id, status: z.enum(['waiting', 'approved', 'returned']), round: z.int() }),
  }),
};
