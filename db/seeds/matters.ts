/** What breaks in a home, in the words of whoever lives there, and what was done about it. */
export interface HomeMatter {
  category: string;
  words: string;
  result: string;
  /** Happens under the roof only. */
  topFloor?: true;
}

// biome-ignore format: a table reads best as one
export const HOME_MATTERS: readonly HomeMatter[] = [
  { category: 'burst_pipe', words: '厨房水槽下面的软管裂了，一直喷水',   result: '换了不锈钢软管，开总阀试了不漏' },
  { category: 'burst_pipe', words: '卫生间角阀断了，水关不住',           result: '换了铜角阀，开关几次都关得住' },
  { category: 'burst_pipe', words: '阳台洗衣机龙头接口爆了',             result: '换了接口和生料带，通水看了十分钟不渗' },
  { category: 'power',      words: '客厅跳闸，推上去又跳',               result: '查到一个插座受潮，换了，推上去不再跳' },
  { category: 'power',      words: '厨房插座没电，有焦味',               result: '换了烧焦的插座，接头重新压过，带电饭煲试过' },
  { category: 'power',      words: '整户停电，隔壁有电',                 result: '换了总空气开关，全屋送电正常' },
  { category: 'drain',      words: '厨房下水倒灌',                       result: '疏通了厨房下水，放了两池水都走得快' },
  { category: 'drain',      words: '卫生间地漏堵了，水排不走',           result: '清出头发和水垢，水排得走了' },
  { category: 'drain',      words: '阳台落水管堵了，积水',               result: '从检查口疏通了落水管，积水退了' },
  { category: 'tap',        words: '水龙头一直滴水',                     result: '换了阀芯，关上不再滴' },
  { category: 'tap',        words: '洗手池龙头关不紧',                   result: '换了阀芯和垫圈，一只手就关得紧' },
  { category: 'sanitary',   words: '马桶水箱一直流水',                   result: '换了水箱的进水阀，冲了几次都停得住' },
  { category: 'sanitary',   words: '淋浴花洒接头松了',                   result: '换了接头垫圈，拧紧试过不漏' },
  { category: 'doors',      words: '阳台移门轨道坏了，推不动',           result: '换了两只滑轮，轨道清过，推拉都轻' },
  { category: 'doors',      words: '入户门锁舌卡住',                     result: '锁舌上了油，门扣调过，关门一推就上' },
  { category: 'doors',      words: '厨房窗户关不严，漏风',               result: '换了密封条，窗扇调平，关得严了' },
  { category: 'roof',       words: '顶楼卧室天花板渗水',                 result: '屋面裂缝补了防水，泼水看了半小时不渗', topFloor: true },
  { category: 'rail',       words: '阳台栏杆焊点开裂',                   result: '重新焊过，用力推不晃' },
  { category: 'other',      words: '晾衣架的绳子断了',                   result: '换了新绳子，升降都顺' },
  { category: 'other',      words: '信报箱锁坏了',                       result: '换了锁，两把新钥匙交给住户' },
];

/** One line of what a public repair used: of the estate's price list by its name, or something else by what one of it cost. */
export type SeedSpent = { item: string; quantity: number } | { label: string; unit: string; quantity: number; priceFen: number };

/** What breaks in a public place: where, which facility, and what it took. */
export interface PublicMatter {
  letters: 'WT' | 'HT';
  category: string;
  where: string;
  facility: string;
  words: string;
  result: string;
  spent: readonly SeedSpent[];
}

const POWER_HANDS = '水电人工';
const WOOD_HANDS = '木工、泥水人工';

// biome-ignore format: a table reads best as one
export const PUBLIC_MATTERS: readonly PublicMatter[] = [
  { letters: 'WT', category: 'lift',     where: '2栋1单元电梯',   facility: '2栋1单元电梯',       words: '电梯按了不动，门打不开',       result: '换了门机皮带，空跑二十趟没有卡',       spent: [{ item: POWER_HANDS, quantity: 4 }, { label: '门机皮带', unit: '根', quantity: 1, priceFen: 4_500 }] },
  { letters: 'WT', category: 'lift',     where: '5栋2单元电梯',   facility: '5栋2单元电梯',       words: '电梯到三楼会抖',               result: '维保单位来调了导靴，在保养合同里，没有花费', spent: [] },
  { letters: 'WT', category: 'lighting', where: '4栋2单元三楼楼道', facility: '4栋2单元楼道灯',   words: '楼道灯不亮，晚上看不见',       result: '换了感应灯，跺一脚就亮',               spent: [{ item: POWER_HANDS, quantity: 1 }, { label: '感应灯', unit: '个', quantity: 1, priceFen: 3_200 }] },
  { letters: 'WT', category: 'lighting', where: '地下车库 B 区',  facility: '地下车库 B 区照明',  words: '一排灯不亮，倒车看不清',       result: '换了四根灯管和一个镇流器，都亮了',     spent: [{ item: POWER_HANDS, quantity: 3 }, { label: 'LED 灯管', unit: '根', quantity: 4, priceFen: 2_600 }] },
  { letters: 'WT', category: 'lighting', where: '儿童乐园旁',     facility: '儿童乐园路灯',       words: '儿童乐园旁边的路灯不亮，孩子晚上不敢玩', result: '换了灯头，天黑以后看过，亮了',   spent: [{ item: POWER_HANDS, quantity: 2 }, { label: '路灯灯头', unit: '个', quantity: 1, priceFen: 12_000 }] },
  { letters: 'WT', category: 'rail',     where: '1栋2单元四楼楼梯', facility: '1栋2单元楼梯扶手', words: '楼梯扶手松了，一扶就晃',       result: '换了六套膨胀螺栓，用力推不晃',         spent: [{ item: WOOD_HANDS, quantity: 2 }, { label: '膨胀螺栓', unit: '套', quantity: 6, priceFen: 600 }] },
  { letters: 'HT', category: 'lift',     where: '6栋1单元电梯',   facility: '6栋1单元电梯',       words: '电梯按了不动，门打不开',       result: '清了门槛里的石子，门开关正常，没有花费', spent: [] },
  { letters: 'HT', category: 'lighting', where: '3栋1单元十楼楼道', facility: '3栋1单元楼道灯',   words: '楼道灯不亮，晚上看不见',       result: '换了感应灯，跺一脚就亮',               spent: [{ item: POWER_HANDS, quantity: 1 }, { label: '感应灯', unit: '个', quantity: 1, priceFen: 3_200 }] },
  { letters: 'HT', category: 'lighting', where: '地下车库 A 区',  facility: '地下车库 A 区照明',  words: '入口的一排灯不亮',             result: '换了三根灯管，都亮了',                 spent: [{ item: POWER_HANDS, quantity: 2 }, { label: 'LED 灯管', unit: '根', quantity: 3, priceFen: 2_600 }] },
  { letters: 'HT', category: 'rail',     where: '9栋门口台阶',    facility: '9栋门口栏杆',        words: '台阶边的栏杆焊点开裂',         result: '重新焊过，刷了防锈漆，用力推不晃',     spent: [{ item: WOOD_HANDS, quantity: 3 }, { label: '防锈漆', unit: '罐', quantity: 1, priceFen: 3_800 }] },
];
