import type { Planted } from '../../db/seeds/plant.ts';
import { atHour, DAY, minutesAfter } from '../../shared/kernel/time.ts';
import { AGENT, type Deed, DIRECTOR, HEAD, linesOf, upload } from './deeds.ts';

const HELD_WORDS = '合页是楼上那家的车撞的，就是车牌尾号 6 的那辆';
const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

/** One matter that is going on now, told in minutes before now. */
class Tale {
  readonly deeds: Deed[] = [];
  /** The ticket's id, once it is received. */
  ticket = '';

  constructor(
    readonly planted: Planted,
    readonly until: Date,
  ) {}

  at(minutesAgo: number, name: string, does: Deed['does']): this {
    this.deeds.push({ at: minutesAfter(this.until, -minutesAgo), name, does });
    return this;
  }

  id = (name: string): string => this.planted.people.get(name)!;

  tomorrowAt = (hour: number): string => atHour(new Date(this.until.getTime() + DAY), hour).toISOString();

  reported(minutesAgo: number, name: string, home: string, given: { category: string; words: string; where?: string }): this {
    const homeId = this.planted.homes.get(home)!;
    const { where = '', ...report } = given;
    const place = where === '' ? 'home' : 'public';
    return this.at(minutesAgo, name, async (api) => {
      this.ticket = (await api.report({ place, homeId, where, ...report })).id;
    });
  }

  /** 梧桐里: the agent answers and sends somebody, who takes it. */
  sent(minutesAgo: number, technician: string, content: string): this {
    return this.at(minutesAgo, AGENT.WT, async (api) => void (await api.say({ id: this.ticket, words: `收到，${technician}师傅会联系您` })))
      .at(minutesAgo - 3, AGENT.WT, async (api) => void (await api.dispatch({ id: this.ticket, technicianId: this.id(technician), content })))
      .at(minutesAgo - 6, technician, async (api) => void (await api.accept({ id: this.ticket })));
  }

  /** 海棠湾: the agent hands it over. */
  handedOver(minutesAgo: number, content: string): this {
    return this.at(minutesAgo, AGENT.HT, async (api) => void (await api.handOver({ id: this.ticket, content })));
  }

  /** 海棠湾: the supervisor promises a time and sends somebody, who takes it. */
  takenOn(minutesAgo: number, technician: string, content: string, hours: number): this {
    return this.at(minutesAgo, HEAD.HT, async (api) => {
      const completeBy = minutesAfter(this.until, hours * HOUR_MINUTES - minutesAgo).toISOString();
      await api.takeOn({ id: this.ticket, completeBy });
      await api.dispatch({ id: this.ticket, technicianId: this.id(technician), content });
    }).at(minutesAgo - 3, technician, async (api) => void (await api.accept({ id: this.ticket })));
  }

  arrived(minutesAgo: number, technician: string): this {
    return this.at(minutesAgo, technician, async (api) => void (await api.arrive({ id: this.ticket })));
  }

  quoted(minutesAgo: number, technician: string, items: readonly [item: string, quantity: number][]): this {
    return this.at(minutesAgo, technician, async (api) => {
      const lines = await linesOf(
        api,
        items.map(([item, quantity]) => ({ item, quantity })),
      );
      await api.quote({ id: this.ticket, lines, halfDays: 1 });
    });
  }

  finished(minutesAgo: number, technician: string, result: string): this {
    return this.at(minutesAgo, technician, async (api, house) => {
      const photoId = await upload(api, house, this.ticket);
      await api.finish({ id: this.ticket, result, photoIds: [photoId] });
    });
  }
}

/** R3, Z18: an urgent one whose two hours are over; the director knows by now. */
const overdue = (tale: Tale): Tale =>
  tale
    .reported(200, '周文静', 'WT 4栋3单元602', { category: 'drain', words: '厨房下水倒灌，水漫到客厅了' })
    .sent(197, '赵建国', '厨房下水倒灌，水漫到客厅了，带疏通机和吸水机')
    .at(
      74,
      AGENT.WT,
      async (api) => void (await api.say({ id: tale.ticket, words: '对不起，师傅前一家还没修完，我在催；家里先别用水，把地上的插线板拿高' })),
    )
    .at(70, AGENT.WT, async (api) => void (await api.explainMiss({ id: tale.ticket, what: 'on_site', round: 1, cause: 'hands' })))
    .at(45, '周文静', async (api) => void (await api.urge({ id: tale.ticket })));

/** R9: mended at the price she agreed to, and waiting for 王秀兰. */
const waitingForConfirmation = (tale: Tale): Tale =>
  tale
    .reported(26 * HOUR_MINUTES, '王秀兰', 'WT 3栋2单元502', { category: 'tap', words: '厨房水龙头一直滴水，拧到底也没用' })
    .sent(26 * HOUR_MINUTES - 4, '孙磊', '厨房水龙头滴水，带一只单冷龙头去')
    .arrived(130, '孙磊')
    .quoted(125, '孙磊', [
      ['换水龙头', 1],
      ['单冷水龙头', 1],
    ])
    .at(118, '王秀兰', async (api) => {
      const { items } = await api.inbox({});
      await api.readInbox({ upTo: items[0]!.id });
      const { quote } = await api.ticket({ id: tale.ticket });
      await api.acceptQuote({ id: tale.ticket, quoteId: quote!.id });
    })
    .finished(70, '孙磊', '换了新的单冷水龙头，开关十次都不滴');

/** I7: the price was told, and nothing is begun before the yes. */
const quoteWaiting = (tale: Tale): Tale =>
  tale
    .reported(170, '马建军', 'WT 1栋2单元702', { category: 'power', words: '厨房插座没电，有焦味' })
    .sent(167, '赵建国', '厨房插座没电有焦味，请住户先拉下那一路空气开关')
    .arrived(100, '赵建国')
    .quoted(40, '赵建国', [
      ['查跳闸、查漏电', 1],
      ['换插座、开关', 2],
      ['五孔插座', 2],
    ]);

/** One more in the same technician's hands. */
const nextJob = (tale: Tale): Tale =>
  tale
    .reported(90, '陈一鸣', 'WT 1栋1单元301', { category: 'sanitary', words: '马桶水箱一直流水，晚上听得见' })
    .sent(87, '赵建国', '马桶水箱流水，可能要换进水阀');

/** R12, R13: ordered yesterday, a firm from outside comes tomorrow. */
const serviceTomorrow = (tale: Tale): Tale =>
  tale
    .at(20 * HOUR_MINUTES, '李德明', async (api) => {
      const service = (await api.services({})).items.find((one) => one.name === '空调清洗')!;
      const homeId = tale.planted.homes.get('WT 3栋2单元502')!;
      tale.ticket = (await api.order({ homeId, itemId: service.id, lineId: service.lineId, quantity: 2, words: '客厅一台，卧室一台' })).id;
    })
    .at(19 * HOUR_MINUTES, AGENT.WT, async (api) => {
      const content = '两台挂机，客厅和卧室各一台，和住户核对过';
      await api.arrange({ id: tale.ticket, provider: '洁亮家电清洗', visitBy: tale.tomorrowAt(10), content });
    });

/** Z3: two neighbours, one row of lamps; the agent puts the second to the first, given as `other`. */
const merged = (tale: Tale, other: Tale): Tale => {
  const where = '地下车库 B 区';
  other.reported(300, '陈一鸣', 'WT 1栋1单元301', { category: 'lighting', where, words: '进口这一排灯都不亮，倒车看不清' });
  tale
    .reported(250, '马建军', 'WT 1栋2单元702', { category: 'lighting', where, words: 'B 区一片黑，地上有没有水都看不见' })
    .at(240, AGENT.WT, async (api) => void (await api.merge({ id: tale.ticket, withId: other.ticket })));
  other.sent(235, '孙磊', 'B 区进口一排灯不亮，先看镇流器');
  other.at(228, AGENT.WT, async (api) => void (await api.nameFacility({ id: other.ticket, name: '地下车库 B 区照明' })));
  tale.deeds.push(...other.deeds);
  return tale;
};

/** R10: a roof mended six days ago; somebody has to look at it by tomorrow. */
const checkDueSoon = (tale: Tale): Tale =>
  tale
    .reported(8 * DAY_MINUTES, '吴晓雯', 'WT 5栋1单元1002', { category: 'roof', words: '顶楼卧室天花板渗水，下雨就滴' })
    .sent(8 * DAY_MINUTES - 4, '钱大勇', '屋面可能有裂缝，带防水料上去看')
    .arrived(6 * DAY_MINUTES + 5 * HOUR_MINUTES, '钱大勇')
    .finished(6 * DAY_MINUTES + HOUR_MINUTES, '钱大勇', '屋面裂缝补了防水，泼水看了半小时不渗')
    .at(6 * DAY_MINUTES, '吴晓雯', async (api) => {
      await api.confirm({ id: tale.ticket, score: 4, tags: [], words: '师傅上屋顶补的，等下雨再看看' });
    });

/** R7, P2: a public repair with a works notice, written by the supervisor and approved by the director. */
const worksNotice = (tale: Tale): Tale => {
  let notice = '';
  return tale
    .reported(30 * HOUR_MINUTES, '马建军', 'WT 1栋2单元702', { category: 'other', where: '2栋地下水泵房', words: '水泵夜里响得厉害，走过去都听得见' })
    .sent(30 * HOUR_MINUTES - 4, '孙磊', '2栋水泵响，听一下是不是轴承')
    .at(29 * HOUR_MINUTES, AGENT.WT, async (api) => void (await api.nameFacility({ id: tale.ticket, name: '2栋水泵房' })))
    .arrived(28 * HOUR_MINUTES, '孙磊')
    .at(22 * HOUR_MINUTES, HEAD.WT, async (api) => {
      const { id } = await api.submitNotice({
        officeId: tale.planted.offices.get('WT')!,
        ticketId: tale.ticket,
        work: '更换生活水泵的轴承',
        place: '2栋地下水泵房',
        from: tale.tomorrowAt(14),
        until: tale.tomorrowAt(16),
        doneBy: '工程部孙磊和水泵厂家',
        effect: '2栋、3栋停水，请提前存一些水',
        areas: [{ building: 2 }, { building: 3 }],
      });
      notice = id;
    })
    .at(21 * HOUR_MINUTES, DIRECTOR.WT, async (api) => {
      const { pending } = await api.publication({ id: notice });
      await api.decideApproval({ id: pending!.approvalId, round: pending!.round, step: pending!.step, verdict: 'approved', words: '' });
    });
};

/** I2: words WeChat said nothing about wait for a colleague; the message is answered within the time of I15 whether or not neighbours may read it yet. */
const heldWords = (tale: Tale): Tale => {
  tale.reported(55, '方国栋', 'WT 2栋1单元801', { category: 'doors', where: '2栋1单元门口', words: '单元门的合页松了，关不上' });
  tale.at(50, '方国栋', async (api) => void (await api.say({ id: tale.ticket, words: HELD_WORDS })));
  tale.deeds.push({ ...tale.deeds.pop()!, isHeld: true });
  return tale.at(46, AGENT.WT, async (api) => void (await api.say({ id: tale.ticket, words: '看到了，正在给您安排' })));
};

const received = (tale: Tale): Tale => tale.reported(35, '何静', 'WT 2栋3单元402', { category: 'other', words: '信报箱的锁坏了，钥匙转不动' });

const waitingForHead = (tale: Tale): Tale =>
  tale
    .reported(50, '许若琳', 'HT 6栋1单元902', { category: 'doors', words: '厨房窗户关不严，漏风，说过一次了' })
    .handedOver(44, '厨房窗户漏风，住户着急，请定个时间');

const headsOnSite = (tale: Tale): Tale =>
  tale
    .reported(95, '高志远', 'HT 9栋1单元1501', { category: 'drain', words: '卫生间地漏堵了，水排不走' })
    .handedOver(92, '卫生间地漏堵了')
    .takenOn(88, '冯刚', '卫生间地漏堵了，带疏通机', 20)
    .arrived(40, '冯刚');

const headsFinished = (tale: Tale): Tale =>
  tale
    .reported(25 * HOUR_MINUTES, '沈佳怡', 'HT 3栋1单元401', { category: 'tap', words: '洗手池龙头关不紧' })
    .handedOver(25 * HOUR_MINUTES - 4, '洗手池龙头关不紧')
    .takenOn(25 * HOUR_MINUTES - 9, '冯刚', '洗手池龙头关不紧，带阀芯', 60)
    .arrived(130, '冯刚')
    .finished(80, '冯刚', '换了阀芯和垫圈，一只手就关得紧');

/** What is going on at the demo's present moment, whatever hour that is: one of each thing a page of somebody's would otherwise show nothing of. */
export function presentDeeds(planted: Planted, until: Date): Deed[] {
  const tale = () => new Tale(planted, until);
  return [
    overdue(tale()),
    waitingForConfirmation(tale()),
    quoteWaiting(tale()),
    nextJob(tale()),
    serviceTomorrow(tale()),
    merged(tale(), tale()),
    checkDueSoon(tale()),
    worksNotice(tale()),
    heldWords(tale()),
    received(tale()),
    waitingForHead(tale()),
    headsOnSite(tale()),
    headsFinished(tale()),
  ].flatMap(({ deeds }) => deeds);
}
