/** What became of one seeded repair. */
export type Fate = 'closed' | 'waiting' | 'on_site' | 'dispatched' | 'received';

/** One repair of the demo's month, told in minutes since it was received. */
export interface SeedRepair {
  reporter: string;
  home: [letters: 'WT' | 'HT', label: string];
  place: 'home' | 'public';
  where: string;
  category: string;
  worse: boolean;
  words: string;
  /** Minutes before now at which it was received. */
  receivedMinutesAgo: number;
  late: boolean;
  reopened: boolean;
  fate: Fate;
  technician: string;
}

const WORDS: Record<string, readonly string[]> = {
  burst_pipe: ['厨房水槽下面的软管裂了，一直喷水', '卫生间角阀断了，水关不住', '阳台洗衣机龙头接口爆了'],
  power: ['客厅跳闸，推上去又跳', '厨房插座没电，有焦味', '整户停电，隔壁有电'],
  drain: ['厨房下水倒灌', '卫生间地漏堵了，水排不走', '阳台落水管堵了，积水'],
  tap: ['水龙头一直滴水', '洗手池龙头关不紧'],
  sanitary: ['马桶水箱一直流水', '淋浴花洒接头松了'],
  doors: ['阳台移门轨道坏了，推不动', '入户门锁舌卡住', '厨房窗户关不严，漏风'],
  roof: ['顶楼卧室天花板渗水', '飘窗上沿渗水，墙皮起泡'],
  rail: ['楼道扶手松了', '阳台栏杆焊点开裂'],
  lighting: ['楼道灯不亮，晚上看不见', '地下车库 B 区一排灯不亮'],
  lift: ['电梯按了不动，门打不开', '电梯到三楼会抖'],
  other: ['晾衣架的绳子断了', '信报箱锁坏了'],
};

const HOME_KINDS = ['burst_pipe', 'power', 'drain', 'tap', 'sanitary', 'doors', 'doors', 'roof', 'other', 'tap'] as const;
const PUBLIC_KINDS = ['lift', 'lighting', 'lighting', 'rail'] as const;
const PLACES = ['2栋1单元电梯', '4栋2单元三楼楼道', '地下车库 B 区', '1栋门口', '儿童乐园旁'];
const DAY = 24 * 60;

/** A small generator with a fixed seed: the same month every time. */
function rolls(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Who lives where, and who mends there. */
export interface MonthPeople {
  residents: readonly { name: string; home: ['WT' | 'HT', string] }[];
  technicians: Record<'WT' | 'HT', readonly string[]>;
}

/** A hundred and twenty repairs of the last month: eight late, three reopened, the last few still open. Deterministic. */
export function monthOfRepairs(people: MonthPeople): SeedRepair[] {
  const roll = rolls(20_260_321);
  const pick = <T>(from: readonly T[]): T => from[roll(from.length)]!;
  const total = 120;
  const open: Fate[] = ['received', 'received', 'dispatched', 'on_site', 'waiting', 'waiting', 'received', 'dispatched'];
  const lateOnes = new Set([7, 21, 34, 48, 59, 73, 88, 101]);
  const reopenedOnes = new Set([15, 52, 95]);
  return Array.from({ length: total }, (_, index) => {
    const resident = pick(people.residents);
    const isPublic = roll(6) === 0;
    const category = isPublic ? pick(PUBLIC_KINDS) : pick(HOME_KINDS);
    const stillOpen = index >= total - open.length;
    const fate = stillOpen ? open[index - (total - open.length)]! : 'closed';
    // The closed ones are spread from 30 days ago to 4 days ago, the open ones over the last hours.
    const receivedMinutesAgo = stillOpen
      ? 20 + (total - index) * 25
      : 4 * DAY + Math.floor(((total - open.length - index) * 26 * DAY) / (total - open.length)) + roll(120);
    return {
      reporter: resident.name,
      home: resident.home,
      place: isPublic ? ('public' as const) : ('home' as const),
      where: isPublic ? pick(PLACES) : '',
      category: stillOpen && fate === 'received' ? 'doors' : category,
      worse: false,
      words: stillOpen && fate === 'received' ? '阳台门合页松了，关不上' : pick(WORDS[category] ?? ['坏了']),
      receivedMinutesAgo,
      late: lateOnes.has(index),
      reopened: reopenedOnes.has(index),
      fate,
      technician: pick(people.technicians[resident.home[0]]),
    };
  }).map((one) => (one.fate === 'received' && one.place === 'public' ? { ...one, place: 'home' as const, where: '' } : one));
}
