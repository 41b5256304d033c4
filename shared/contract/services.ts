import { CHANNELS, type Channel } from '../intake/channels.ts';
import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { SERVICE_KIND_NAMES } from '../services/services.ts';
import { channel, command, optionalWords } from './command.ts';
import { MAX_NAME } from './intake.ts';
import { MAX_PHOTOS } from './photos.ts';
import { fen } from './prices.ts';
import { MAX_QUANTITY, used } from './quotes.ts';
import { id, idParams, instant, route } from './route.ts';
import { Done } from './tickets.ts';
import { answers } from './visits.ts';

const kind = z.enum(SERVICE_KIND_NAMES, { error: '请选有偿服务还是便民服务' });
const day = z.iso.date({ error: '日期格式不对' }).refine((text) => text >= '2000-01-01' && text <= '2100-12-31', '日期不在合理范围');
const channelCodes = [...new Set(CHANNELS.map((row) => row.code))] as [Channel, ...Channel[]];
export const MAX_PROVIDER = 30;

export const Service = z
  .object({
    id: id.describe('项目；价格改了也不变'),
    lineId: id.describe('看到的这一版，订的时候带上'),
    officeId: id,
    name: z.string(),
    unit: z.string(),
    kind,
    costFen: z.int(),
    labourFen: z.int(),
    priceFen: z.int().describe('成本加人工'),
    about: z.string(),
    provider: z.string().describe('谁来做；空着是本小区的师傅'),
    from: z.string().describe('从哪天起'),
    byName: z.string(),
    next: z.object({ from: z.string(), priceFen: z.int().nullable().describe('空着：到那天取消') }).nullable(),
  })
  .meta({ id: 'Service' });
export type Service = z.infer<typeof Service>;

const order = {
  itemId: id.describe('订哪一项'),
  lineId: id.describe('看到的那一版；价格改过就不收，请看新的'),
  quantity: z.int({ error: '请写数量' }).min(1, '数量至少 1').max(MAX_QUANTITY, `数量最多 ${MAX_QUANTITY}`).default(1),
  words: optionalWords(500),
  wishFrom: instant.optional().describe('希望上门的时间，从（I9）'),
  wishUntil: instant.optional().describe('到'),
};

export const Order = z.strictObject({ homeId: id.describe('哪一户'), ...order });
export const OralOrder = z
  .strictObject({
    homeId: id,
    ...order,
    personId: id.optional().describe('这一户的哪一位；别的人就写名字'),
    name: optionalWords(MAX_NAME).describe('别的人怎么称呼；号码不记'),
    channel: z.enum(channelCodes, { error: '请点一下从哪里来的' }),
    saidAt: instant.optional().describe('什么时候说的；空着就是现在'),
  })
  .refine((given) => given.personId !== undefined || given.name !== '', { path: ['name'], message: '请点一位住户，或者写下怎么称呼' });

const who = {
  technicianId: id.nullable().default(null).describe('本小区的师傅；外面来做的空着'),
  provider: optionalWords(MAX_PROVIDER).describe('外面来做的，写单位的名字'),
};
const isSomebody: [(given: { technicianId: string | null; provider: string }) => boolean, { path: string[]; message: string }] = [
  (given) => (given.technicianId === null) !== (given.provider === ''),
  { path: ['technicianId'], message: '请选一位师傅，或者写外面来做的单位' },
];
const offer = { labourFen: fen.describe('人工，总价'), costFen: fen.describe('成本，总价'), why: words(200).describe('为什么改') };
const visited = { ...answers, words: optionalWords(500), outcome: optionalWords(60), channel };

/** Special services: published, ordered, arranged, done, accepted, visited twice (R12, R13, V5, V8). */
export const serviceRoutes = {
  services: route({
    method: 'GET',
    path: '/services',
    summary: '特约服务：住的、上班的小区公布的有偿服务和便民服务（R12）',
    response: z.object({
      today: z.string(),
      offices: z.array(z.object({ id, name: z.string(), mayWrite: z.boolean() })),
      items: z.array(Service),
      providers: z.array(z.object({ officeId: id, name: z.string() })).describe('外面来做的单位；只给同事'),
    }),
  }),
  saveService: route({
    method: 'POST',
    path: '/services',
    summary: '加一项特约服务，或从某一天起改；改过的都留着（R12）',
    body: z.strictObject({
      officeId: id,
      itemId: id.nullable().default(null),
      name: words(30),
      unit: words(10),
      kind,
      costFen: fen,
      labourFen: fen,
      about: optionalWords(200),
      provider: optionalWords(MAX_PROVIDER).describe('谁来做；空着是本小区的师傅'),
      from: day,
    }),
    response: z.object({ id }),
  }),
  withdrawService: route({
    method: 'POST',
    path: '/services/{id}/withdraw',
    summary: '从某一天起不再提供一项特约服务',
    params: idParams,
    body: z.strictObject({ from: day }),
    response: z.object({ id }),
  }),
  order: route({
    method: 'POST',
    path: '/service-orders',
    summary: '订一项特约服务，按看到的价格（R12）',
    key: true,
    limit: 'report',
    body: Order,
    response: Done,
  }),
  oralOrder: route({
    method: 'POST',
    path: '/service-orders/oral',
    summary: '替来电、到访的住户记一份口头定单（R12、I4）',
    key: true,
    limit: 'intake',
    body: OralOrder,
    response: Done,
  }),
  arrange: command(
    'arrange',
    '安排人和时间（R12、R13）；价格和订的时候不一样，先等住户同意（I7）',
    z
      .strictObject({
        ...who,
        visitBy: instant.describe('和住户说好的时间，记一条承诺'),
        content: words(500).describe('和住户核对的内容（I9）'),
        offer: z.strictObject(offer).optional(),
      })
      .refine(...isSomebody),
  ),
  rearrange: command('rearrange', '换一位师傅，或换外面的单位', z.strictObject({ ...who, content: words(500) }).refine(...isSomebody)),
  offerPrice: command('offer-price', '改价格，住户同意了才照办（I7、R12）', z.strictObject(offer)),
  complete: command(
    'complete',
    '做好了；外面来做的由服务中心登记（R13）',
    z.strictObject({
      result: words(500),
      photoIds: z.array(id).max(MAX_PHOTOS, `最多 ${MAX_PHOTOS} 张照片`).default([]),
      used: used.describe('同意的每一项用了多少；不写就是全用了'),
      claimedAt: instant.optional().describe('没有信号时，手机上点的时间（R3）'),
    }),
  ),
  providerVisit: command('provider-visit', '服务方回访；不满意就接着办（V5）', z.strictObject(visited)),
  qualityVisit: command('quality-visit', '品质管理部回访；不满意就接着办（V5）', z.strictObject(visited)),
};
