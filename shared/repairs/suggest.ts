import { inForce } from '../kernel/rules.ts';
import type { RepairPlace } from '../tickets/ticket.ts';
import { categoriesFor } from './categories.ts';

/** What people say when they mean a category: one word of each group, in whatever order. */
export interface SuggestionRow {
  name: string;
  category: string;
  /** A sentence fits where it has a word of every group. */
  says: readonly (readonly string[])[];
  /** Where it is meant there and nowhere else. */
  place?: RepairPlace;
  clause: 'R1' | 'R2';
  since: string;
}

const LAMP = ['灯', '照明'] as const;
const OUTSIDE = [
  '楼道',
  '走廊',
  '过道',
  '楼梯',
  '电梯口',
  '电梯厅',
  '大堂',
  '门厅',
  '车库',
  '地库',
  '路灯',
  '小区',
  '花园',
  '院子',
  '声控',
  '感应',
  '门口的灯',
] as const;
const DARK = ['不亮', '坏', '闪', '黑', '灭', '不工作', '没亮', '暗', '不着'] as const;
const BLOCKED = [
  '堵',
  '不下水',
  '下不去',
  '下水慢',
  '返水',
  '返味',
  '反水',
  '倒灌',
  '往上冒',
  '漫出来',
  '溢出来',
  '通一通',
  '通一下',
  '疏通',
  '排不出',
] as const;
const LEAKS = ['漏', '渗', '滴', '喷', '冒水', '流水', '关不住', '关不紧', '关不死', '出水', '淌'] as const;
const STUCK = [
  '坏',
  '关不',
  '打不开',
  '开不',
  '推不',
  '拉不',
  '卡',
  '掉',
  '松',
  '歪',
  '漏风',
  '响',
  '碎',
  '裂',
  '合页',
  '锁',
  '把手',
  '钥匙',
] as const;

// R1 and R2 as people say them. The first row that fits wins, so that the particular stands above the general; none fits: nothing is suggested.
// biome-ignore format: a table reads best as one
export const SUGGESTIONS: readonly SuggestionRow[] = [
  { name: 'lamp outside', category: 'lighting',   says: [LAMP, OUTSIDE, DARK],                                                                    place: 'public', clause: 'R2', since: '2026-01-01' },
  { name: 'lift',         category: 'lift',       says: [['电梯', '升降机', '轿厢'], ['坏', '停', '不动', '不走', '不来', '卡', '困', '响', '抖', '晃', '按不', '不亮', '关不', '开不', '不开', '不关', '没反应', '夹', '不平', '不能用', '用不', '上不', '下不', '故障', '掉']], place: 'public', clause: 'R1', since: '2026-01-01' },
  { name: 'rail',         category: 'rail',       says: [['栏杆', '扶手', '护栏', '踏步', '台阶', '楼梯板', '楼板', '地板']],                                          clause: 'R1', since: '2026-01-01' },
  { name: 'drain',        category: 'drain',      says: [BLOCKED, ['下水', '马桶', '坐便', '厕所', '卫生间', '洗手间', '地漏', '水池', '水槽', '洗菜', '洗碗', '洗脸', '面盆', '台盆', '管', '厨房', '阳台', '排水', '污水', '雨水', '返', '反水', '倒灌']], clause: 'R1', since: '2026-01-01' },
  { name: 'drain alone',  category: 'drain',      says: [['下水道堵', '下水堵', '管道堵', '下不去水', '水下不去', '下水不通', '污水冒', '冒污水']],                       clause: 'R1', since: '2026-01-01' },
  { name: 'roof',         category: 'roof',       says: [['屋顶', '楼顶', '天花板', '房顶', '屋面', '顶棚', '吊顶', '顶上', '墙'], ['漏', '渗', '滴', '洇', '湿', '发霉', '水印', '掉皮', '返潮']], clause: 'R2', since: '2026-01-01' },
  { name: 'sanitary',     category: 'sanitary',   says: [['马桶', '坐便', '抽水', '冲水', '水箱', '花洒', '淋浴', '浴缸', '面盆', '台盆', '洗脸盆', '洁具', '蹲便'], ['坏', '漏', '滴', '不出', '冲不', '一直', '不停', '响', '松', '裂', '按', '换', '掉', '渗', '流', '不上水']], place: 'home', clause: 'R2', since: '2026-01-01' },
  { name: 'burst pipe',   category: 'burst_pipe', says: [['爆管', '水管爆', '管子爆', '管爆', '水管裂', '管子裂', '喷水', '水管漏', '管子漏', '水管坏', '水管破', '管子破', '软管', '角阀', '水表']], clause: 'R1', since: '2026-01-01' },
  { name: 'tap',          category: 'tap',        says: [['龙头', '水嘴', '水喉'], [...LEAKS, '坏', '松', '拧', '换', '锈', '断', '小']],                  place: 'home', clause: 'R2', since: '2026-01-01' },
  { name: 'no water',     category: 'burst_pipe', says: [['停水', '没水', '没有水', '不来水', '断水']],                                                             clause: 'R1', since: '2026-01-01' },
  { name: 'power',        category: 'power',      says: [['停电', '跳闸', '没电', '断电', '没有电', '漏电', '冒火花', '打火花', '电线', '短路', '空气开关', '空开', '插座', '插头', '电闸', '电表', '推不上去', '保险丝', '麻手', '触电', '焦味', '糊味']], clause: 'R1', since: '2026-01-01' },
  { name: 'doors',        category: 'doors',      says: [['门', '窗', '纱窗', '玻璃', '单元门', '门禁', '移门', '推拉'], STUCK],                                     clause: 'R2', since: '2026-01-01' },
  { name: 'leak',         category: 'burst_pipe', says: [['漏水', '跑水', '一直冒水', '淹', '水漫', '滋水', '全是水', '到处是水']],                                      clause: 'R1', since: '2026-01-01' },
];

// “不是龙头漏，是…” names what it is not.
const DENIED = /(?:不是|并非|没坏的是)[^，。,；;！!？?\s]*?(?=[，。,；;！!？?\s]|而?是|$)/g;
const FINE = /[^，。,；;！!？?\s]*(?:没坏|没问题|好好的|是好的|正常)(?=[，。,；;！!？?\s]|$)/g;

/** The sentence without what it says is not the matter. */
const whatIsMeant = (words: string): string => words.replace(DENIED, '').replace(FINE, '');

export interface Suggestion {
  category: string;
  place: RepairPlace;
}

/**
 * The category the words sound like: the first row that fits, offered at this place or, where it is only meant elsewhere, there.
 * @param day the day whose rows hold
 * @returns null where nothing fits: then nothing is suggested
 */
export function suggestCategory(words: string, place: RepairPlace, day = '9999-12-31'): Suggestion | null {
  const meant = whatIsMeant(words);
  const fits = inForce(SUGGESTIONS, day, (row) => row.name).find((row) => row.says.every((group) => group.some((word) => meant.includes(word))));
  if (!fits) return null;
  const where = fits.place ?? place;
  const places: RepairPlace[] = [where, where === 'home' ? 'public' : 'home'];
  const offered = places.find((one) => categoriesFor(one, day).some((category) => category.code === fits.category));
  return offered ? { category: fits.category, place: offered } : null;
}
