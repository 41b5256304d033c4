import type { Settings } from '../kernel/settings.ts';
import { catalogueSettings, reworkVows, sayReportVows } from '../repairs/vows.ts';

/** The manual's clauses this product runs so far, in plain words of our own; figures come from the rows and settings in force on the day. */
const WORDS: Readonly<Record<string, (now: Date, figures: Settings) => string>> = {
  I2: () => '不管从哪里来的话，当时就登记：什么时候、哪里、谁、说了什么、结果怎样。',
  I5: () => '一个地方说清楚：收到、派人、办好、您确认，都在这一件里。',
  I7: () => '来不及时先和您商量，约好新的时间；原来的时间照样留着。',
  I9: () => '动手之前，把要做的事和您核对一遍。',
  I15: (_, figures) => `在小程序里留言，服务时间内 ${figures.firstReplyMinutes} 分钟内先回您一句；服务时间以外，从下次开门算起。`,
  I16: () => '客服可以直接调派本小区的人和材料，不用再请示。',
  R1: () => '急修：伤人或有危险的公共设施，室内停电漏电，爆管停水，管道堵塞漏水，电梯，楼板踏步栏杆，以及别的危险。',
  R2: () => '一般维修：门窗，水卫配件，屋面渗水，其他小修。',
  R3: (now, figures) =>
    `急修：${sayReportVows('urgent', now, figures)}。一般维修：${sayReportVows('general', now, figures)}。都从收到报修算起，迟了会留下记录和原因。`,
  R8: () => '客服登记后马上安排，跟到修好；着急的住户要告诉谁来、几点来，当天再打一次电话。',
  R9: () => '修好后请您确认，并写下意见。',
  R11: (now, figures) =>
    `说没修好的，马上返工：${reworkVows('general', now, figures)
      .map((vow) => `${vow.allowance}内${vow.label}`)
      .join('，')}。`,
  D1: () => '转给部门的单子写明：什么事、给哪个部门、什么时候转的、什么时候要答复。',
  D2: () => '部门负责人看过后，在要求的时间里给出确定的完成时间。',
  P3: (_, figures) =>
    `发给住户的微信消息，先由主任把模板审一遍，一个模板审一次；只写编号、固定的几个字和时间，不写名字、房号和内容。您同意一次收一条，不同意也不影响办事。不急的，${figures.quietFromHour} 点到第二天早上 ${figures.quietUntilHour} 点不发。`,
  A1: () => '您的号码平时只显示后四位。同事要看，得先写原因；谁、什么时候、为什么看过，都记下来，您随时查得到。',
  A2: () => '记录都在，按时间、类别、人和房号都找得到；保存够了年限，就按规矩清掉姓名、号码和原话，事情本身留着。',
  A3: () => '谁也不能改过去的记录；说错了、弄错了，就补一条新的。',
  Z7: () => '写的人不能自己审；这个岗位只有他一个人，就交给上一级。退回的要写明原因，改了重新审，每一步都有最晚的时间。',
  V8: (_, figures) => `办完的每一件，服务中心都要回访：先在小程序里问您，${figures.returnVisitDays} 天没有回音才打电话，打电话的不是动手的人。`,
  S9: (_, figures) =>
    `结果告诉您以后、关单以前，请您打分，只问一次；${figures.lowScoreAtMost} 分和以下，服务中心负责人 ${figures.followUpMinutes / 60} 小时内联系您。`,
  Z12: () => '同一户七天内不打两次回访电话；不打的那一次记下来。没修好的特殊回访和答应过您的电话，照样打。',
  Z18: (_, figures) =>
    `用掉 ${figures.warnAtPercent}% 的时间提醒一次；到点没做到报主管，再过 ${figures.directorAfterPercent}% 报主任，再过 ${figures.qualityAfterPercent}% 报品质管理部。没派人的算客服的。急修 ${figures.urgentDispatchMinutes} 分钟内派人。`,
};

/** Every clause that can be read in the app, in no order. */
export const CLAUSES_TOLD: readonly string[] = Object.keys(WORDS);

/**
 * What a clause says, shown where it is linked; null for one nobody runs.
 * @param figures an estate's own, where one is known
 */
export function clauseWords(clause: string, now: Date, figures: Settings = catalogueSettings): string | null {
  return CLAUSES_TOLD.includes(clause) ? WORDS[clause]!(now, figures) : null;
}
