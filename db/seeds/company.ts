import type { Department, Role } from '../../shared/kernel/people.ts';
import type { Trade } from '../../shared/repairs/dispatching.ts';

export type OfficeLetters = 'ZB' | 'WT' | 'HT';

export interface SeedOffice {
  letters: OfficeLetters;
  kind: 'head_office' | 'estate';
  name: string;
  hotline: string;
  yearsOccupied: number | null;
  buildings: number;
  units: number;
  floors: number;
  roomsAFloor: number;
}

/** One company: its head office and two estates, occupied six years and two; three hundred homes each. Numbers that cannot be dialled. */
// biome-ignore format: a table reads best as one
export const OFFICES: readonly SeedOffice[] = [
  { letters: 'ZB', kind: 'head_office', name: '回音物业总部', hotline: '0571-0000 0100', yearsOccupied: null, buildings: 0,  units: 0, floors: 0,  roomsAFloor: 0 },
  { letters: 'WT', kind: 'estate',      name: '梧桐里',       hotline: '0571-0000 0110', yearsOccupied: 6,    buildings: 5,  units: 3, floors: 10, roomsAFloor: 2 },
  { letters: 'HT', kind: 'estate',      name: '海棠湾',       hotline: '0571-0000 0120', yearsOccupied: 2,    buildings: 10, units: 1, floors: 15, roomsAFloor: 2 },
];

export interface SeedPerson {
  name: string;
  /** What the demo says of this person. */
  what: string;
  roles?: readonly [OfficeLetters, Role, Department?][];
  homes?: readonly [OfficeLetters, label: string, as: 'owner' | 'occupant', sinceYears: number][];
  keyCustomer?: boolean;
  /** What a technician can do. */
  trades?: readonly Trade[];
}

/** Named staff in every role of the glossary, and residents of every sort. All invented. */
// biome-ignore format: a table reads best as one
export const PEOPLE: readonly SeedPerson[] = [
  { name: '王秀兰', what: '业主，七十岁，和老伴同住',     homes: [['WT', '3栋2单元502', 'owner', 6]] },
  { name: '李德明', what: '王秀兰的老伴',                 homes: [['WT', '3栋2单元502', 'owner', 6]] },
  { name: '陈一鸣', what: '两套房的业主',                 homes: [['WT', '1栋1单元301', 'owner', 5], ['HT', '2栋1单元1201', 'owner', 2]] },
  { name: '吴晓雯', what: '租户',                         homes: [['WT', '5栋1单元1002', 'occupant', 1]] },
  { name: '方国栋', what: '重要客户，业委会主任',         homes: [['WT', '2栋1单元801', 'owner', 6]], keyCustomer: true },
  { name: '周文静', what: '业主',                         homes: [['WT', '4栋3单元602', 'owner', 4]] },
  { name: '马建军', what: '业主',                         homes: [['WT', '1栋2单元702', 'owner', 6]] },
  { name: '许若琳', what: '业主，脾气急',                 homes: [['HT', '6栋1单元902', 'owner', 2]] },
  { name: '高志远', what: '业主',                         homes: [['HT', '9栋1单元1501', 'owner', 2]] },
  { name: '沈佳怡', what: '租户',                         homes: [['HT', '3栋1单元401', 'occupant', 1]] },
  { name: '林晓芸', what: '梧桐里客服',                   roles: [['WT', 'agent', 'serviceCentre']] },
  { name: '何静',   what: '梧桐里客服，也住在梧桐里',     roles: [['WT', 'agent', 'serviceCentre']], homes: [['WT', '2栋3单元402', 'owner', 3]] },
  { name: '周敏',   what: '梧桐里服务中心负责人',         roles: [['WT', 'departmentHead', 'serviceCentre']] },
  { name: '赵建国', what: '梧桐里水电师傅',               roles: [['WT', 'technician', 'engineering']], trades: ['water_power'] },
  { name: '孙磊',   what: '梧桐里水电师傅',               roles: [['WT', 'technician', 'engineering']], trades: ['water_power'] },
  { name: '钱大勇', what: '梧桐里木工泥水师傅',           roles: [['WT', 'technician', 'engineering']], trades: ['wood_masonry'] },
  { name: '陈立',   what: '梧桐里工程主管',               roles: [['WT', 'engineeringSupervisor', 'engineering']] },
  { name: '丁强',   what: '梧桐里水电专业主管',           roles: [['WT', 'fieldSupervisor', 'engineering']] },
  { name: '郭卫东', what: '梧桐里秩序维护部负责人',       roles: [['WT', 'departmentHead', 'security']] },
  { name: '罗芳',   what: '梧桐里环境部负责人',           roles: [['WT', 'departmentHead', 'environment']] },
  { name: '郑涛',   what: '梧桐里主任',                   roles: [['WT', 'director']] },
  { name: '宋雨',   what: '海棠湾客服',                   roles: [['HT', 'agent', 'serviceCentre']] },
  { name: '唐慧',   what: '海棠湾服务中心负责人',         roles: [['HT', 'departmentHead', 'serviceCentre']] },
  { name: '冯刚',   what: '海棠湾水电师傅',               roles: [['HT', 'technician', 'engineering']], trades: ['water_power'] },
  { name: '董平',   what: '海棠湾综合维修师傅',           roles: [['HT', 'technician', 'engineering']], trades: ['general'] },
  { name: '梁宏',   what: '海棠湾工程主管（由他派人）',   roles: [['HT', 'engineeringSupervisor', 'engineering']] },
  { name: '谢军',   what: '海棠湾主任',                   roles: [['HT', 'director']] },
  { name: '吴桐',   what: '品质管理部',                   roles: [['ZB', 'quality', 'quality']] },
  { name: '程颖',   what: '品质管理部',                   roles: [['ZB', 'quality', 'quality']] },
  { name: '袁媛',   what: '客诉专员',                     roles: [['ZB', 'complaintsOfficer', 'quality']] },
  { name: '邓丽',   what: '回访专人',                     roles: [['ZB', 'returnVisitCaller', 'quality']] },
  { name: '韩梅',   what: '人事行政部',                   roles: [['ZB', 'hr', 'hr']] },
  { name: '曹阳',   what: '财务核算中心',                 roles: [['ZB', 'finance', 'finance']] },
  { name: '彭浩',   what: '管理者代表',                   roles: [['ZB', 'managementRepresentative', 'office']] },
  { name: '曾勇',   what: '公司领导',                     roles: [['ZB', 'leadership', 'office']] },
  { name: '蒋文',   what: '公司领导',                     roles: [['ZB', 'leadership', 'office']] },
  { name: '蔡建华', what: '总经理',                       roles: [['ZB', 'generalManager', 'office']] },
];

/** Every home's place in an estate: 3栋2单元502. */
export function homesOf(office: SeedOffice): { building: number; unit: number; room: string; label: string }[] {
  const homes = [];
  for (let building = 1; building <= office.buildings; building += 1)
    for (let unit = 1; unit <= office.units; unit += 1)
      for (let floor = 1; floor <= office.floors; floor += 1)
        for (let door = 1; door <= office.roomsAFloor; door += 1) {
          const room = `${floor}${String(door).padStart(2, '0')}`;
          homes.push({ building, unit, room, label: `${building}栋${unit}单元${room}` });
        }
  return homes;
}
