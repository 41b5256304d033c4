import type { Planted } from '../../db/seeds/plant.ts';
import { DAY, minutesAfter } from '../../shared/kernel/time.ts';
import type { RemarkKind } from '../../shared/remarks/decide.ts';
import { AGENT, type Deed, DIRECTOR } from './deeds.ts';

const DAY_MINUTES = DAY / 60_000;

/** One thing that was said, told in minutes before now. */
export class Saying {
  readonly deeds: Deed[] = [];
  ticket = '';

  constructor(
    readonly planted: Planted,
    readonly until: Date,
  ) {}

  at(minutesAgo: number, name: string, does: Deed['does']): this {
    this.deeds.push({ at: minutesAfter(this.until, -minutesAgo), name, does });
    return this;
  }

  /** Said by whoever lives there, and a first word back two minutes later (I15). */
  said(minutesAgo: number, name: string, home: string, kind: RemarkKind, words: string): this {
    const homeId = this.planted.homes.get(`WT ${home}`)!;
    return this.at(minutesAgo, name, async (api) => {
      this.ticket = (await api.speak({ kind, homeId, words })).id;
    }).at(minutesAgo - 2, AGENT.WT, async (api) => void (await api.say({ id: this.ticket, words: '收到，我们看看，会答复您' })));
  }

  inDays = (days: number): string => new Date(this.until.getTime() + days * DAY).toISOString();
}

const enquiryAnswered = (one: Saying): Saying =>
  one
    .said(18 * DAY_MINUTES, '陈一鸣', '1栋1单元301', 'enquiry', '装修垃圾放在哪里，几点可以运')
    .at(18 * DAY_MINUTES - 40, AGENT.WT, async (api) => {
      await api.reply({ id: one.ticket, words: '装袋放到北门的临时堆放点，上午八点到晚上六点都可以运；先到前台登记，不收费。' });
    })
    .at(17 * DAY_MINUTES, '陈一鸣', async (api) => void (await api.confirm({ id: one.ticket, score: 5, tags: [], words: '' })));

const enquiryPromised = (one: Saying): Saying =>
  one
    .said(70, '周文静', '4栋3单元602', 'enquiry', '地库还有没有空的车位可以租')
    .at(50, AGENT.WT, async (api) => void (await api.sort({ id: one.ticket, kind: 'enquiry', field: 'vehicles' })))
    .at(48, AGENT.WT, async (api) => {
      await api.promiseAnswer({ id: one.ticket, dueBy: one.inDays(2), words: '要和车场核对一下，后天这个时候前答复您。' });
    });

const suggestionAdopted = (one: Saying): Saying =>
  one
    .said(9 * DAY_MINUTES, '马建军', '1栋2单元702', 'suggestion', '单元门口晚上太暗，希望加一盏感应灯')
    .at(9 * DAY_MINUTES - 60, AGENT.WT, async (api) => void (await api.sort({ id: one.ticket, kind: 'suggestion', field: 'equipment' })))
    .at(7 * DAY_MINUTES, DIRECTOR.WT, async (api) => {
      await api.adopt({ id: one.ticket, dueBy: one.inDays(12), words: '说得对，1 栋两个单元门口各加一盏。' });
    });

const suggestionDeclined = (one: Saying): Saying =>
  one
    .said(6 * DAY_MINUTES, '李德明', '3栋2单元502', 'suggestion', '楼道里应该让放婴儿车，拿上拿下不方便')
    .at(6 * DAY_MINUTES - 50, AGENT.WT, async (api) => void (await api.sort({ id: one.ticket, kind: 'suggestion', field: 'fire' })))
    .at(4 * DAY_MINUTES, AGENT.WT, async (api) => {
      await api.decline({
        id: one.ticket,
        words: '谢谢您的建议。楼道是消防通道，堵了出事大家都走不掉。',
        rule: '客户公约第 12 条',
        instead: '一层设备间旁边腾出了一块地方，可以上锁。',
      });
    })
    .at(1 * DAY_MINUTES, '李德明', async (api) => void (await api.object({ id: one.ticket, words: '一层太远了，早晚高峰电梯又挤，请再看看。' })));

const praised = (one: Saying): Saying =>
  one
    .said(3 * DAY_MINUTES, '吴晓雯', '5栋1单元1002', 'praise', '赵师傅下雨天还跑了两趟，把渗水修好了，谢谢')
    .at(3 * DAY_MINUTES - 30, AGENT.WT, async (api) => {
      await api.thank({ id: one.ticket, words: '谢谢您，已经转告赵师傅和主任。', praised: [one.planted.people.get('赵建国')!] });
    });

const praiseWaiting = (one: Saying): Saying => one.said(25, '陈一鸣', '1栋1单元301', 'praise', '前台小林说话耐心，帮我找到了快递');

/** What residents of the demo had to say: one of each kind, one declined and objected to, one for a colleague by name. */
export const remarkDeeds = (planted: Planted, until: Date): Deed[] =>
  [enquiryAnswered, enquiryPromised, suggestionAdopted, suggestionDeclined, praised, praiseWaiting].flatMap(
    (tell) => tell(new Saying(planted, until)).deeds,
  );
