import type { ServiceKind } from '../../shared/services/services.ts';

/** What an estate offers beside its duty to begin with: cost and labour of one unit in fen, and who comes from outside. All invented. */
export interface ServiceSeed {
  name: string;
  unit: string;
  kind: ServiceKind;
  costFen: number;
  labourFen: number;
  about: string;
  provider: string | null;
}

// biome-ignore format: a table reads best as one
export const SERVICES: readonly ServiceSeed[] = [
  { name: '空调清洗',     unit: '台',   kind: 'paid',        costFen: 2_000, labourFen: 6_000,  about: '拆洗滤网和面板，蒸汽洗内机，约一个小时。',     provider: '洁亮家电清洗' },
  { name: '钟点保洁',     unit: '小时', kind: 'paid',        costFen: 500,   labourFen: 4_000,  about: '自带工具和清洁剂，两小时起更划算。',           provider: '邻家保洁' },
  { name: '擦玻璃',       unit: '次',   kind: 'paid',        costFen: 1_000, labourFen: 9_000,  about: '两室以内，室内外都擦，不擦高空外墙。',         provider: '邻家保洁' },
  { name: '安装灯具',     unit: '盏',   kind: 'paid',        costFen: 500,   labourFen: 3_500,  about: '您自备灯具，师傅来装。',                       provider: null },
  { name: '搬家具上楼',   unit: '件',   kind: 'paid',        costFen: 0,     labourFen: 5_000,  about: '三楼以上没有电梯的另外商量。',                 provider: null },
  { name: '代收快递',     unit: '件',   kind: 'convenience', costFen: 0,     labourFen: 0,      about: '放在服务中心，三天内来取。',                   provider: null },
  { name: '量血压',       unit: '次',   kind: 'convenience', costFen: 0,     labourFen: 0,      about: '服务中心上午都有人；行动不便的上门。',         provider: null },
  { name: '借手推车',     unit: '次',   kind: 'convenience', costFen: 0,     labourFen: 0,      about: '用完还到服务中心。',                           provider: null },
];
