import type { Planted } from '../../db/seeds/plant.ts';
import { monthOf } from '../../shared/analysis/months.ts';
import { DAY, HOUR, isoDay, minutesAfter } from '../../shared/kernel/time.ts';
import { AGENT, type Deed, DIRECTOR } from './deeds.ts';
import { Saying } from './remarks.ts';

const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;
const ENVIRONMENT = '罗芳';
const SECURITY = '郭卫东';
const FINANCE = '曹阳';
const QUALITY = '吴桐';
const SUPERVISOR = '陈立';

/** One slip between departments, told in minutes before now. */
class Slip extends Saying {
  slip = '';

  /** The instant so many minutes before now; after it where they are negative. */
  ago = (minutes: number): string => minutesAfter(this.until, -minutes).toISOString();

  /** About what was said before, to be answered within so many days. */
  given(minutesAgo: number, kind: 'handover' | 'referral', department: 'environment' | 'finance', content: string, days: number): this {
    return this.at(minutesAgo, AGENT.WT, async (api) => {
      const answerBy = this.ago(minutesAgo - days * DAY_MINUTES);
      this.slip = (await api.giveErrand({ kind, ticketId: this.ticket, department, content, answerBy, lead: false })).id;
    });
  }
}

/** D1–D3: on its way: the environment department took it and said how far it is. */
const handover = (one: Slip): Slip =>
  one
    .said(2 * DAY_MINUTES, '马建军', '1栋2单元702', 'suggestion', '1 栋路口的绿篱太高，倒车看不见小孩，希望修矮一点')
    .at(2 * DAY_MINUTES - 40, AGENT.WT, async (api) => void (await api.sort({ id: one.ticket, kind: 'suggestion', field: 'greening' })))
    .given(2 * DAY_MINUTES - 45, 'handover', 'environment', '1 栋路口的绿篱修到六十公分以下，请定一个时间', 2)
    .at(2 * DAY_MINUTES - 120, ENVIRONMENT, async (api) => {
      await api.takeErrand({ id: one.slip, promisedBy: one.inDays(1.5), words: '园林公司要排一天，比要求的晚一点' });
    })
    .at(20 * HOUR_MINUTES, ENVIRONMENT, async (api) => {
      await api.progressErrand({ id: one.slip, words: '园林公司明天上午来两个人，先修路口这一段', expectedBy: one.inDays(1) });
    })
    .at(18 * HOUR_MINUTES, AGENT.WT, async (api) => {
      await api.tellResident({ id: one.slip, words: '园林公司明天上午来两个人，先修路口这一段', how: 'message' });
    });

/** D5: back from the finance centre, and waiting for whoever asked to see that it is so. */
const referral = (one: Slip): Slip =>
  one
    .said(3 * DAY_MINUTES, '吴晓雯', '5栋1单元1002', 'enquiry', '上个月的水费单子比平时多了一倍，是不是算错了')
    .at(3 * DAY_MINUTES - 30, AGENT.WT, async (api) => void (await api.sort({ id: one.ticket, kind: 'enquiry', field: 'on_request' })))
    .at(3 * DAY_MINUTES - 32, AGENT.WT, async (api) => {
      await api.promiseAnswer({ id: one.ticket, dueBy: one.inDays(1), words: '已经请财务核对两个月的读数，核对好就答复您。' });
    })
    .given(3 * DAY_MINUTES - 40, 'referral', 'finance', '请核对 5 栋 1 单元 1002 两个月的水表读数和单价，多收的请写明怎么退', 4)
    .at(3 * DAY_MINUTES - 180, FINANCE, async (api) => void (await api.takeErrand({ id: one.slip, promisedBy: one.inDays(0.5), words: '' })))
    .at(3 * HOUR_MINUTES, FINANCE, async (api) => {
      await api.giveBackErrand({ id: one.slip, words: '读数抄错了一位，多收的已经冲回，下个月的单子上会写明' });
    });

/** I8: last week's lift, called in first, then written; over, with its report. */
const urgent = (one: Slip): Slip => {
  const began = 7 * DAY_MINUTES;
  return one
    .at(began, '赵建国', async (api) => {
      const content = '2 栋 1 单元电梯停在四楼和五楼之间，里面一位老人，已经和他说上话';
      const called = { calledPerson: one.planted.people.get(SECURITY)!, calledAt: one.ago(began + 3) };
      const officeId = one.planted.offices.get('WT')!;
      const slip = {
        kind: 'urgent' as const,
        officeId,
        department: 'security' as const,
        content,
        answerBy: one.ago(began - 60),
        lead: false,
        ...called,
      };
      one.slip = (await api.giveErrand(slip)).id;
    })
    .at(began - 9, '赵建国', async (api) => void (await api.reachErrand({ id: one.slip, words: '维保二十分钟到，秩序部一人在门口陪着说话' })))
    .at(began - 20, QUALITY, async (api) => void (await api.registerErrand({ id: one.slip })))
    .at(began - 35, SECURITY, async (api) => {
      await api.giveBackErrand({ id: one.slip, words: '维保用了十五分钟，老人走出来了，没有受伤，送回了家' });
    })
    .at(began - 90, QUALITY, async (api) => void (await api.reportErrand({ id: one.slip, words: '困人三十分钟，没有人受伤，电梯停下来检查' })))
    .at(began - DAY_MINUTES, SECURITY, async (api) => {
      const cause = '门锁的触点松了，关门时断了一下，电梯就停了';
      await api.writeReport({
        id: one.slip,
        cause,
        correction: '当天换了触点，试了二十次',
        prevention: '维保每月把所有门锁触点都紧一遍，记在保养单上',
      });
    })
    .at(began - DAY_MINUTES - 60, AGENT.WT, async (api) => void (await api.receiveErrand({ id: one.slip, words: '报告看过了' })));
};

/** C9: what the month's seepages were answered with: carried out, and not yet looked at. */
const action = (one: Slip): Slip =>
  one
    .at(16 * DAY_MINUTES, DIRECTOR.WT, async (api) => {
      const given = {
        month: monthOf(new Date(one.ago(16 * DAY_MINUTES))),
        officeId: one.planted.offices.get('WT')!,
        about: { kind: 'repair', field: 'buildings' },
      } as const;
      const content = '雨天渗水的都在顶层分缝：三栋楼的屋面分缝清一遍，重打密封胶';
      one.slip = (await api.giveAction({ ...given, holder: one.planted.people.get(SUPERVISOR)!, content, dueBy: one.ago(4 * DAY_MINUTES) })).id;
    })
    .at(5 * DAY_MINUTES, SUPERVISOR, async (api) => {
      await api.giveBackErrand({ id: one.slip, words: '三栋楼的分缝都清过、打过胶，淋水试了半小时没有渗' });
    });

/** I14: from the street office, copied to leadership, and answered. */
const letterAnswered = (one: Slip): Slip =>
  one
    .at(10 * DAY_MINUTES, AGENT.WT, async (api) => {
      const from = { from: 'authority', sender: '梧桐街道办事处', receivedOn: isoDay(new Date(one.ago(10 * DAY_MINUTES))) } as const;
      const subject = '十五日内自查消防通道和楼道堆物，书面答复';
      const goes = {
        holder: one.planted.people.get(SECURITY)!,
        important: true,
        copies: ['leadership', 'engineering'] as ('leadership' | 'engineering')[],
      };
      one.slip = (await api.registerLetter({ officeId: one.planted.offices.get('WT')!, ...from, subject, ...goes })).id;
    })
    .at(6 * DAY_MINUTES, SECURITY, async (api) => {
      await api.answerLetter({ id: one.slip, words: '五栋楼都查了，清走七处堆物，照片和清单交到街道安监办，对方签收' });
    });

/** I14: from the owners' committee, on the director's desk. */
const letterOpen = (one: Slip): Slip =>
  one.at(2 * DAY_MINUTES, AGENT.WT, async (api) => {
    const from = { from: 'committee', sender: '梧桐里业主委员会', receivedOn: isoDay(new Date(one.ago(2 * DAY_MINUTES))) } as const;
    const holder = one.planted.people.get(DIRECTOR.WT)!;
    const given = { officeId: one.planted.offices.get('WT')!, ...from, subject: '请提供上半年公共收益的账目', holder, important: false, copies: [] };
    one.slip = (await api.registerLetter(given)).id;
  });

/** D8: a standard that holds from next month, given out to both engineering departments; one has answered. */
const standard = (one: Slip): Slip => {
  let entry = '';
  return one
    .at(9 * DAY_MINUTES, QUALITY, async (api) => {
      const words = '地库充电车位每十个至少一个灭火器、一个烟感；已有的三个月内补齐。';
      const text = { source: '市住建局', title: '地下车库充电设施消防要求', words, holdsFrom: isoDay(new Date(one.inDays(20))) };
      entry = (await api.noteExchange({ kind: 'standard', receivedAt: one.ago(9 * DAY_MINUTES + 30), ...text })).id;
    })
    .at(8 * DAY_MINUTES, QUALITY, async (api) => {
      const units = (['WT', 'HT'] as const).map((letters) => ({ officeId: one.planted.offices.get(letters)!, department: 'engineering' as const }));
      await api.distributeExchange({ id: entry, units, answerBy: one.inDays(2), words: '数一数还差几个，报给品质管理部' });
    })
    .at(5 * DAY_MINUTES, SUPERVISOR, async (api) => {
      const [notice] = (await api.errands({ kind: 'notice' })).items;
      await api.answerNotice({ id: notice!.id, how: 'acted', words: '差四个灭火器、两个烟感，已经请购，下月十号前装好' });
    });
};

/** D6, D8: what the estate noted for itself, and what a technician heard from a supplier and nobody has given out yet. */
const heardOf = (one: Slip): Slip =>
  one
    .at(4 * DAY_MINUTES, AGENT.WT, async (api) => {
      const text = {
        source: '夜班郭师傅',
        title: '几位住户嫌 4 栋路灯暗',
        words: '巡逻时两位住户说的，没有要求答复',
        department: 'security' as const,
      };
      await api.noteExchange({ kind: 'forwarded', officeId: one.planted.offices.get('WT')!, receivedAt: one.ago(4 * DAY_MINUTES + 60), ...text });
    })
    .at(1 * DAY_MINUTES, '赵建国', async (api) => {
      const text = { source: '门禁厂家', title: '门禁主机明年停产', words: '配件还供五年，要换新机的提前一个月订。' };
      await api.noteExchange({ kind: 'supplier', receivedAt: one.ago(1 * DAY_MINUTES + 30), ...text });
    });

const KEEPERS = {
  suggestion_box: '何静',
  notice_board: '何静',
  email: AGENT.WT,
  official_account: AGENT.WT,
  chat_group: '周敏',
  website: null,
  forum: null,
} as const;

/** What each channel had, week by week; null: nobody looked (Z8). */
const WEEKS: readonly { title: string; by: string; found: readonly (readonly [items: number, words: string] | null)[] }[] = [
  {
    title: '开意见箱',
    by: '何静',
    found: [[2, '一张嫌快递柜太小，一张表扬保洁，都回了电话'], null, [1, '一张广告，扔了'], [0, '没有']],
  },
  {
    title: '收公告栏留言',
    by: '何静',
    found: [
      [0, '没有'],
      [1, '问停水的时间，已经在旁边贴了'],
      [0, '没有'],
      [0, '没有'],
    ],
  },
  {
    title: '看邮箱',
    by: AGENT.WT,
    found: [
      [0, '没有'],
      [1, '业主在外地，问怎么交物业费，回了邮件'],
      [0, '没有'],
      [1, '装修公司问进场的手续，回了邮件'],
    ],
  },
  {
    title: '看公众号留言',
    by: AGENT.WT,
    found: [
      [3, '都是问地库洗车，统一回了一条'],
      [0, '没有'],
      [1, '问装修押金，回了'],
      [2, '谢谢上次的通知，两条'],
    ],
  },
  {
    title: '看微信群',
    by: '周敏',
    found: [
      [4, '三条说路灯，已经在修，一条团购'],
      [1, '有人问门禁卡在哪里办，当场回了'],
      [0, '没有'],
      [2, '两条说垃圾桶满了，当天加收了一次'],
    ],
  },
];

const DAYS_NAMED = 30;
const DAYS_OF_A_WEEK = 7;
/** The first Monday of the calendar, 1970-01-05, in Shanghai; weeks are counted from it. */
const FIRST_MONDAY = Date.UTC(1970, 0, 5) - 8 * HOUR;

/** I13: who looks through which channel, and what they found in the weeks since; one round was missed. */
function rounds(planted: Planted, until: Date): Deed[] {
  const named = new Date(until.getTime() - DAYS_NAMED * DAY);
  const week = DAYS_OF_A_WEEK * DAY;
  const monday = FIRST_MONDAY + Math.ceil((named.getTime() - FIRST_MONDAY) / week) * week;
  const naming = Object.entries(KEEPERS).map(
    ([channel, keeper]): Deed => ({
      at: named,
      name: DIRECTOR.WT,
      does: async (api) => {
        const officeId = planted.offices.get('WT')!;
        await api.nameKeeper({ officeId, channel: channel as keyof typeof KEEPERS, keeperId: keeper && planted.people.get(keeper)! });
      },
    }),
  );
  const looking = WEEKS.flatMap(({ title, by, found }, row) =>
    found.flatMap((one, index): Deed[] => {
      // The week that goes on now still owes its rounds.
      const at = new Date(monday + index * week + 2 * DAY + 10 * HOUR + row * 20 * 60_000);
      if (!one || monday + (index + 1) * week > until.getTime()) return [];
      const [items, words] = one;
      const does: Deed['does'] = async (api) => {
        const { id } = (await api.duties({})).items.find((line) => line.title === title)!;
        await api.openRound({ id });
        await api.recordRound({ id, items, words });
      };
      return [{ at, name: by, does }];
    }),
  );
  return [...naming, ...looking];
}

/** What colleagues of the demo owe each other: rounds of channels, a slip on its way, one to be verified, an emergency that is over, a corrective action to be looked at, letters, and what is worth knowing. */
export const errandDeeds = (planted: Planted, until: Date): Deed[] => [
  ...[handover, referral, urgent, action, letterAnswered, letterOpen, standard, heardOf].flatMap((tell) => tell(new Slip(planted, until)).deeds),
  ...rounds(planted, until),
];
