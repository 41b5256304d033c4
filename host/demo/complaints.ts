import type { Planted } from '../../db/seeds/plant.ts';
import type { Against, Door } from '../../shared/complaints/complaint.ts';
import { DAY } from '../../shared/kernel/time.ts';
import { AGENT, type Deed, DIRECTOR } from './deeds.ts';
import { Saying } from './remarks.ts';

const DAY_MINUTES = DAY / 60_000;
const OFFICER = '袁媛';
const QUALITY = '吴桐';
const LEADER = '曾勇';

interface About {
  door?: Door;
  against?: Against[];
  compensation?: true;
  danger?: true;
}

/** One complaint, told in minutes before now. */
class Grievance extends Saying {
  /** Made by whoever lives there; whoever handles it writes back two minutes later (C10). */
  made(minutesAgo: number, name: string, home: string, words: string, by: string, about: About = {}): this {
    const homeId = this.planted.homes.get(`WT ${home}`)!;
    return this.at(minutesAgo, name, async (api) => {
      this.ticket = (await api.complain({ homeId, words, ...about })).id;
    }).at(minutesAgo - 2, by, async (api) => void (await api.say({ id: this.ticket, words: '收到了，对不起，我来查清楚再答复您' })));
  }

  replied(minutesAgo: number, by: string, words: string): this {
    return this.at(minutesAgo, by, async (api) => void (await api.formalReply({ id: this.ticket, words })));
  }

  explained(minutesAgo: number, by: string, cause: string, prevention: string): this {
    return this.at(minutesAgo, by, async (api) => void (await api.recordCause({ id: this.ticket, cause, prevention })));
  }

  content(minutesAgo: number, name: string): this {
    return this.at(minutesAgo, name, async (api) => void (await api.confirm({ id: this.ticket, score: 4, tags: [], words: '' })));
  }

  concluded(minutesAgo: number, by: string): this {
    return this.at(minutesAgo, by, async (api) => void (await api.conclude({ id: this.ticket })));
  }
}

/** C2: solved where it was made. */
const solvedAtOffice = (one: Grievance): Grievance =>
  one
    .made(16 * DAY_MINUTES, '马建军', '1栋2单元702', '楼道里的垃圾堆了三天没人收，味道很大', AGENT.WT)
    .replied(15 * DAY_MINUTES, AGENT.WT, '查明：保洁员请假，没有安排人顶班。当天下午已经收走、冲洗干净。以后请假必须先排好顶班的人。')
    .explained(15 * DAY_MINUTES - 20, AGENT.WT, '保洁员请假，没有人顶班', '请假先排顶班，每天下午看一遍楼道')
    .content(14 * DAY_MINUTES, '马建军')
    .concluded(13 * DAY_MINUTES, AGENT.WT);

/** C2, C4: the office did not answer in its three days; the quality department made a plan, saw it through and asked the household itself. */
const takenFromOffice = (one: Grievance): Grievance =>
  one
    .made(12 * DAY_MINUTES, '周文静', '4栋3单元602', '装修从早上六点敲到晚上，说了两次都没人管', AGENT.WT)
    .at(7 * DAY_MINUTES, OFFICER, async (api) => void (await api.explainMiss({ id: one.ticket, what: 'formal_reply', round: 1, cause: 'hands' })))
    .at(7 * DAY_MINUTES - 30, QUALITY, async (api) => {
      const steps = [
        { words: '和装修的住户当面谈，写下施工的钟点', dueBy: one.inDays(-5) },
        { words: '大堂贴出施工时间，巡逻每天看两次', dueBy: one.inDays(-3) },
      ];
      await api.setPlan({ id: one.ticket, steps });
    })
    .replied(6 * DAY_MINUTES, OFFICER, '查明：小区接到两次电话，没有去看。已经和装修的住户说好早八点到晚六点，周末不敲。小区没有及时处理，向您道歉。')
    .explained(6 * DAY_MINUTES - 20, OFFICER, '接电话的人没有交给巡逻', '噪音的电话当场交给巡逻，半小时内去看')
    .at(5.5 * DAY_MINUTES, DIRECTOR.WT, async (api) => void (await api.stepDone({ id: one.ticket, words: '谈好了，签了字' })))
    .at(4 * DAY_MINUTES, DIRECTOR.WT, async (api) => void (await api.stepDone({ id: one.ticket, words: '贴了，巡逻有记录' })))
    .at(3 * DAY_MINUTES, QUALITY, async (api) => {
      const answers = { quality: 'satisfied', attitude: 'satisfied', result: 'satisfied' } as const;
      await api.qualityVisit({ id: one.ticket, ...answers, words: '住户说这几天早上安静了', channel: 'phone' });
    })
    .concluded(2 * DAY_MINUTES, OFFICER);

/** C3, C5: about compensation, with leadership; a first letter is out. */
const forCompensation = (one: Grievance): Grievance =>
  one
    .made(2 * DAY_MINUTES, '方国栋', '2栋1单元801', '地库漏水，泡坏了车位上的两箱书，要求赔偿', LEADER, { door: 'company', compensation: true })
    .at(1 * DAY_MINUTES, LEADER, async (api) => {
      const words = '已经到地库看过，漏水是排水沟堵了。赔偿的数目要和保险公司核对，四天内正式答复您。';
      await api.interim({ id: one.ticket, dueBy: one.inDays(4), words });
    });

/** C3: against the director; nobody of the office sees it. */
const againstDirector = (one: Grievance): Grievance =>
  one.made(0.8 * DAY_MINUTES, '陈一鸣', '1栋1单元301', '公共收益的账问了主任三次，主任当面发火，不给看', LEADER, { against: ['director'] });

/** I3: came as a suggestion. */
const cameAsSuggestion = (one: Grievance): Grievance =>
  one
    .said(5 * 60, '李德明', '3栋2单元502', 'suggestion', '门岗晚上总是没人，应该管一管')
    .at(4.5 * 60, AGENT.WT, async (api) => void (await api.becomeComplaint({ id: one.ticket })));

/** C10, readings 21: a slip out of the suggestion box without a name, answered beside the box. */
const unnamed = (one: Grievance): Grievance =>
  one
    .at(8 * DAY_MINUTES, '何静', async (api) => {
      const words = '地下车库的灯晚上关掉一半，一个人走很怕';
      const taken = await api.takeComplaint({
        unnamed: true,
        officeId: one.planted.offices.get('WT')!,
        channel: 'suggestion_box',
        words,
        door: 'office',
      });
      one.ticket = taken.id;
    })
    .at(7 * DAY_MINUTES, AGENT.WT, async (api) => {
      const words = '答复贴在意见箱旁边：两条主通道的灯改成整夜亮，其他的人走过就亮';
      await api.answerUnnamed({ id: one.ticket, how: 'public', words });
    })
    .explained(7 * DAY_MINUTES - 20, AGENT.WT, '省电的定时从十点起关掉一半，没有想到晚归的人', '定时改动以前先走一遍夜班的路线')
    .concluded(6 * DAY_MINUTES, AGENT.WT);

/** Z9: against leadership; the quality department has it, and the owners' committee knows that it exists. */
const againstLeadership = (one: Grievance): Grievance =>
  one
    .made(1.5 * DAY_MINUTES, '吴晓雯', '5栋1单元1002', '开会时公司领导当众答应了减物业费，现在不认', QUALITY, { against: ['leadership'] })
    .at(1 * DAY_MINUTES, QUALITY, async (api) => {
      await api.tellCommittee({ id: one.ticket, channel: 'hotline_duty', whom: 'chair' });
    });

/** C7, C11: somebody might have been hurt; reviewed, reported, and every colleague told. */
const majorOne = (one: Grievance): Grievance =>
  one
    .made(14 * DAY_MINUTES, '吴晓雯', '5栋1单元1002', '电梯突然往下掉了半层，孩子吓哭了，按铃也没人应', AGENT.WT, { danger: true })
    .at(13.5 * DAY_MINUTES, QUALITY, async (api) => {
      await api.review({ id: one.ticket, took: '品质管理部、工程部、电梯维保单位', words: '停梯检查；值班室的铃当场修好' });
    })
    .replied(
      13 * DAY_MINUTES,
      AGENT.WT,
      '查明：平层感应器松了，电梯自己找平，没有坠落。当晚停梯换好，值班室的铃也修好了，一起试过。让孩子受惊，对不起。',
    )
    .explained(13 * DAY_MINUTES - 20, AGENT.WT, '感应器松动，值班室的铃坏了没有发现', '每周试一次铃，维保每次查感应器')
    .content(12 * DAY_MINUTES, '吴晓雯')
    .at(11 * DAY_MINUTES, QUALITY, async (api) => {
      const bulletin = '一部电梯不平层，值班室的铃坏了没人知道。各小区本周内把每部电梯的铃都试一遍，记在本子上。';
      await api.reportMajor({ id: one.ticket, report: '感应器已换，铃已修，维保单位写了保证；本月再查两次。', bulletin });
      await api.issueBulletin({ id: one.ticket, bulletin });
    })
    .concluded(10 * DAY_MINUTES, AGENT.WT);

/** Complaints of the demo: at every level, one taken from the office by the clock, one against the director, one against leadership, one nobody put a name to, one major. */
export const complaintDeeds = (planted: Planted, until: Date): Deed[] =>
  [solvedAtOffice, takenFromOffice, forCompensation, againstDirector, cameAsSuggestion, unnamed, againstLeadership, majorOne].flatMap(
    (tell) => tell(new Grievance(planted, until)).deeds,
  );
