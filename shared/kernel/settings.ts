import { Problem } from './problem.ts';

/** The figures and switches a company may set, each with its clause, unit, limits and direction. */
// biome-ignore format: a table reads best as one
export const SETTINGS = {
  urgentDispatchMinutes:       { clause: 'Z18', unit: '分钟', kind: 'number',  fallback: 15,     min: 1,     max: 60,      stricter: 'lower',  label: '急修派人时限' },
  warnAtPercent:               { clause: 'Z18', unit: '%',    kind: 'number',  fallback: 75,     min: 10,    max: 95,      stricter: 'lower',  label: '用掉多少时间时提醒' },
  directorAfterPercent:        { clause: 'Z18', unit: '%',    kind: 'number',  fallback: 25,     min: 5,     max: 100,     stricter: 'lower',  label: '超时后再过多少报主任' },
  qualityAfterPercent:         { clause: 'Z18', unit: '%',    kind: 'number',  fallback: 100,    min: 5,     max: 300,     stricter: 'lower',  label: '超时后再过多少报品质管理部' },
  retentionYears:              { clause: 'A2',  unit: '年',   kind: 'number',  fallback: 3,      min: 3,     max: 30,      stricter: null,     label: '记录保存几年' },
  familyPeople:               { clause: 'A1',  unit: '位',   kind: 'number',  fallback: 8,      min: 1,     max: 20,      stricter: 'lower',  label: '一户最多请进来几位家人，没用的邀请码也算' },
  exportRows:                  { clause: 'A1',  unit: '行',   kind: 'number',  fallback: 5_000,  min: 100,   max: 20_000,  stricter: 'lower',  label: '一次最多导出几行' },
  quietFromHour:               { clause: 'P3',  unit: '点',   kind: 'number',  fallback: 21,     min: 0,     max: 23,      stricter: null,     label: '不急的微信消息，几点以后不发' },
  quietUntilHour:              { clause: 'P3',  unit: '点',   kind: 'number',  fallback: 8,      min: 0,     max: 23,      stricter: null,     label: '不急的微信消息，早上几点再发' },
  messagesADay:                { clause: 'P3',  unit: '条',   kind: 'number',  fallback: 10,     min: 1,     max: 100,     stricter: 'lower',  label: '不急的微信消息，一人一天最多' },
  unreachedAfterMinutes:       { clause: 'R8',  unit: '分钟', kind: 'number',  fallback: 120,    min: 15,    max: 1_440,   stricter: 'lower',  label: '住户要知道的事多久没看到，就打电话' },
  claimWithinHours:            { clause: 'R3',  unit: '小时', kind: 'number',  fallback: 12,     min: 1,     max: 48,      stricter: 'lower',  label: '没有信号时师傅自己记的时间，多久以内直接算' },
  supervisorDispatches:        { clause: 'D2',  unit: '',     kind: 'boolean', fallback: false,                            stricter: null,     label: '由工程主管派人' },
  handoverAnswerMinutes:       { clause: 'D1',  unit: '分钟', kind: 'number',  fallback: 120,    min: 5,     max: 1_440,   stricter: 'lower',  label: '传递单要求答复的时间' },
  urgentHandoverAnswerMinutes: { clause: 'D1',  unit: '分钟', kind: 'number',  fallback: 15,     min: 5,     max: 120,     stricter: 'lower',  label: '急修传递单要求答复的时间' },
  slipProgressDays:            { clause: 'D3',  unit: '天',   kind: 'number',  fallback: 3,      min: 1,     max: 14,      stricter: 'lower',  label: '转给部门的事办得久，多少天说一次进展' },
  slipReceiveDays:             { clause: 'D4',  unit: '天',   kind: 'number',  fallback: 2,      min: 1,     max: 7,       stricter: 'lower',  label: '部门交回的结果多少天内收下' },
  slipVerifyDays:              { clause: 'D5',  unit: '天',   kind: 'number',  fallback: 3,      min: 1,     max: 14,      stricter: 'lower',  label: '转呈的事办好以后多少天内验证' },
  slipTellDays:                { clause: 'D7',  unit: '天',   kind: 'number',  fallback: 1,      min: 0,     max: 7,       stricter: 'lower',  label: '部门交回结果以后多少天内告诉住户' },
  slipTellProgressDays:        { clause: 'D3',  unit: '天',   kind: 'number',  fallback: 1,      min: 0,     max: 3,       stricter: 'lower',  label: '部门说了进展、改了时间，多少天内告诉住户' },
  urgentReachMinutes:          { clause: 'I8',  unit: '分钟', kind: 'number',  fallback: 15,     min: 5,     max: 60,      stricter: 'lower',  label: '紧急的事多久联系上相关的人' },
  urgentRegisterMinutes:       { clause: 'I8',  unit: '分钟', kind: 'number',  fallback: 60,     min: 5,     max: 720,     stricter: 'lower',  label: '紧急的事品质管理部多久登记' },
  urgentReportDays:            { clause: 'I8',  unit: '天',   kind: 'number',  fallback: 1,      min: 0,     max: 3,       stricter: 'lower',  label: '紧急的事多少天内报给管理者代表' },
  correctiveReportDays:        { clause: 'I8',  unit: '天',   kind: 'number',  fallback: 7,      min: 1,     max: 30,      stricter: 'lower',  label: '紧急的事办好以后多少天内写纠正和预防措施报告' },
  holdUnchecked:               { clause: 'I2',  unit: '',     kind: 'boolean', fallback: true,                             stricter: null,     label: '微信没有回话的原话，同事看过再给别的住户看' },
  pictureVerdictMinutes:       { clause: 'I2',  unit: '分钟', kind: 'number',  fallback: 30,     min: 5,     max: 1_440,   stricter: 'lower',  label: '照片等微信多久，再请同事看' },
  alikeWithinHours:            { clause: 'I5',  unit: '小时', kind: 'number',  fallback: 72,     min: 1,     max: 168,     stricter: null,     label: '公共地方同一处同一类，几小时内有人报过就先告诉住户' },
  duplicateWithinHours:        { clause: 'Z3',  unit: '小时', kind: 'number',  fallback: 72,     min: 1,     max: 720,     stricter: null,     label: '办这一件时，几小时内的报修拿来看是不是同一件' },
  mergeAnswerMinutes:          { clause: 'Z3',  unit: '分钟', kind: 'number',  fallback: 120,    min: 10,    max: 1_440,   stricter: 'lower',  label: '住户说并错了，多久内拆开或者说明为什么是同一件' },
  wishWithinDays:              { clause: 'I9',  unit: '天',   kind: 'number',  fallback: 14,     min: 1,     max: 30,      stricter: null,     label: '住户可以希望几天内的哪个时间上门' },
  firstReplyMinutes:           { clause: 'I15', unit: '分钟', kind: 'number',  fallback: 15,     min: 1,     max: 120,     stricter: 'lower',  label: '留言的首次回复' },
  returnVisitDays:             { clause: 'V8',  unit: '天',   kind: 'number',  fallback: 3,      min: 1,     max: 6,       stricter: 'lower',  label: '住户几天没确认就打电话回访' },
  lowScoreAtMost:              { clause: 'S9',  unit: '分',   kind: 'number',  fallback: 2,      min: 2,     max: 4,       stricter: null,     label: '几分和以下算低分' },
  followUpMinutes:             { clause: 'S9',  unit: '分钟', kind: 'number',  fallback: 1_440,  min: 60,    max: 4_320,   stricter: 'lower',  label: '低分以后多久联系住户' },
  intakeBackHours:             { clause: 'I2',  unit: '小时', kind: 'number',  fallback: 24,     min: 1,     max: 72,      stricter: 'lower',  label: '来电、到访最多补记多久以前的' },
  directorContactDays:         { clause: 'I4',  unit: '天',   kind: 'number',  fallback: 3,      min: 1,     max: 14,      stricter: 'lower',  label: '重要客户的事办完，主任几天内再联系' },
  dispatchesItself:            { clause: 'I16', unit: '',     kind: 'boolean', fallback: false,                            stricter: null,     label: '收到就按规则派人' },
  visitTries:                  { clause: 'Z13', unit: '次',   kind: 'number',  fallback: 3,      min: 2,     max: 10,      stricter: 'higher', label: '回访打几次没打通，才算联系不上' },
  visitTryDays:                { clause: 'Z13', unit: '天',   kind: 'number',  fallback: 2,      min: 1,     max: 7,       stricter: 'higher', label: '没打通的几次，至少分在几天' },
  visitTryHoursApart:          { clause: 'Z13', unit: '小时', kind: 'number',  fallback: 2,      min: 1,     max: 8,       stricter: 'higher', label: '没打通的几次，钟点至少错开多久' },
  defectFirstCheckDays:        { clause: 'R10', unit: '天',   kind: 'number',  fallback: 7,      min: 1,     max: 20,      stricter: 'lower',  label: '大缺陷修好后几天第一次检查' },
  defectSecondCheckDays:       { clause: 'R10', unit: '天',   kind: 'number',  fallback: 30,     min: 21,    max: 60,      stricter: 'lower',  label: '大缺陷修好后几天第二次检查' },
  defectThirdCheckDays:        { clause: 'R10', unit: '天',   kind: 'number',  fallback: 90,     min: 61,    max: 180,     stricter: 'lower',  label: '大缺陷修好后几天第三次检查' },
  priceMaxYuan:                { clause: 'P1',  unit: '元',   kind: 'number',  fallback: 50_000, min: 1_000, max: 200_000, stricter: 'lower',  label: '一项价格、一份报价最多' },
  quotePriceMinutes:           { clause: 'R5',  unit: '分钟', kind: 'number',  fallback: 120,    min: 10,    max: 1_440,   stricter: 'lower',  label: '价目表上没有的，主管多久定价' },
  supervisorQuoteAboveManDays: { clause: 'R5',  unit: '个工', kind: 'number',  fallback: 2,      min: 1,     max: 10,      stricter: 'lower',  label: '超过几个工，由主管报价' },
  publicCostDays:              { clause: 'R7',  unit: '天',   kind: 'number',  fallback: 3,      min: 1,     max: 30,      stricter: 'lower',  label: '公共维修修好以后几天内记下用工用料，没有花费也记一笔' },
  serviceArrangeMinutes:       { clause: 'R12', unit: '分钟', kind: 'number',  fallback: 240,    min: 30,    max: 1_440,   stricter: 'lower',  label: '特约服务多久安排好人和时间' },
  serviceDoneMinutes:          { clause: 'R13', unit: '分钟', kind: 'number',  fallback: 1_440,  min: 60,    max: 10_080,  stricter: 'lower',  label: '特约服务上门以后多久做完' },
  serviceUnheardDays:          { clause: 'C8',  unit: '天',   kind: 'number',  fallback: 30,     min: 7,     max: 90,      stricter: 'higher', label: '特约服务做好以后没有验收，等几天先归档（不算验收）；住户来过话、或者记为联系不上，从那天重新算' },
  enquiryAnswerDays:           { clause: 'I12', unit: '天',   kind: 'number',  fallback: 1,      min: 1,     max: 7,       stricter: 'lower',  label: '咨询几天内答复，或者约好什么时候答复' },
  roundEveryDays:              { clause: 'I13', unit: '天',   kind: 'number',  fallback: 7,      min: 1,     max: 7,       stricter: 'lower',  label: '意见箱、公告栏、邮箱、公众号、微信群几天看一轮' },
  distributeDays:              { clause: 'D8',  unit: '天',   kind: 'number',  fallback: 3,      min: 1,     max: 14,      stricter: 'lower',  label: '品质管理部收到外来信息几天内传达给各部门' },
  dutyGraceDays:               { clause: 'D10', unit: '天',   kind: 'number',  fallback: 3,      min: 0,     max: 7,       stricter: 'lower',  label: '每月的征求意见、汇总、分析、例会评审，月底过后几天内还算按时' },
  suggestionAnswerDays:        { clause: 'I10', unit: '天',   kind: 'number',  fallback: 7,      min: 1,     max: 30,      stricter: 'lower',  label: '建议几天内答复采不采纳' },
  objectionAnswerDays:         { clause: 'I11', unit: '天',   kind: 'number',  fallback: 3,      min: 1,     max: 10,      stricter: 'lower',  label: '住户不认同不采纳的理由，品质管理部几天内答复' },
  providerVisitDays:           { clause: 'V5',  unit: '天',   kind: 'number',  fallback: 2,      min: 1,     max: 7,       stricter: 'lower',  label: '特约服务做完几天内服务方回访' },
  qualityVisitDays:            { clause: 'V5',  unit: '天',   kind: 'number',  fallback: 10,     min: 1,     max: 30,      stricter: 'lower',  label: '特约服务做完几天内品质管理部回访' },
  weeklyVisitPercent:          { clause: 'V1',  unit: '%',   kind: 'number',  fallback: 20,     min: 20,    max: 100,     stricter: 'higher', label: '每周从修好的报修里抽多少回访' },
  weeklyVisitDays:             { clause: 'V1',  unit: '天',   kind: 'number',  fallback: 14,     min: 8,     max: 21,      stricter: 'lower',  label: '抽到以后几天内打回访电话' },
  monthlyVisitPercent:         { clause: 'V2',  unit: '%',   kind: 'number',  fallback: 10,     min: 1,     max: 100,     stricter: 'higher', label: '品质管理部每月从修好的报修里抽多少回访' },
  monthlyVisitDays:            { clause: 'V2',  unit: '天',   kind: 'number',  fallback: 20,     min: 8,     max: 31,      stricter: 'lower',  label: '品质管理部抽到以后几天内打回访电话' },
  settleDays:                  { clause: 'R14', unit: '天',   kind: 'number',  fallback: 7,      min: 1,     max: 60,      stricter: 'lower',  label: '确认以后几天内结算' },
  doorTries:                   { clause: 'Z14', unit: '次',   kind: 'number',  fallback: 3,      min: 1,     max: 10,      stricter: null,     label: '没留卡片的，试几次才定新的时间' },
  newDateHours:                { clause: 'Z14', unit: '小时', kind: 'number',  fallback: 72,     min: 12,    max: 168,     stricter: 'lower',  label: '家里没人，新的时间定在多久以内' },
  anotherDateMinutes:          { clause: 'Z14', unit: '分钟', kind: 'number',  fallback: 120,    min: 10,    max: 1_440,   stricter: 'lower',  label: '新的时间过了没有回话，多久内另约' },
  reopenDays:                  { clause: 'Z1',  unit: '天',   kind: 'number',  fallback: 7,      min: 7,     max: 30,      stricter: 'higher', label: '修好以后几天内还能说没修好' },
  silenceDays:                 { clause: 'Z1',  unit: '天',   kind: 'number',  fallback: 7,      min: 7,     max: 30,      stricter: 'higher', label: '住户几天没有回话就视为修好' },
  warrantyMonths:              { clause: 'R6',  unit: '个月', kind: 'number',  fallback: 3,      min: 3,     max: 60,      stricter: 'higher', label: '修好以后保修几个月' },
  officeComplaintDays:         { clause: 'C2',  unit: '天',   kind: 'number',  fallback: 3,      min: 1,     max: 7,       stricter: 'lower',  label: '小区几天没解决投诉就转品质管理部' },
  formalReplyDays:             { clause: 'C5',  unit: '天',   kind: 'number',  fallback: 3,      min: 1,     max: 7,       stricter: 'lower',  label: '收到投诉几天内书面答复' },
  complaintCauseDays:          { clause: 'C6',  unit: '天',   kind: 'number',  fallback: 3,      min: 1,     max: 14,      stricter: 'lower',  label: '答复以后几天内记下原因和预防措施' },
  majorReportDays:             { clause: 'C7',  unit: '天',   kind: 'number',  fallback: 7,      min: 1,     max: 30,      stricter: 'lower',  label: '重大投诉几天内写报告、发通报' },
  actionCheckDays:             { clause: 'C9',  unit: '天',   kind: 'number',  fallback: 30,     min: 7,     max: 90,      stricter: 'lower',  label: '纠正措施做好以后多少天内看有没有用' },
  majorHouseholds:             { clause: 'C7',  unit: '户',   kind: 'number',  fallback: 3,      min: 2,     max: 20,      stricter: 'lower',  label: '几户投诉同一栋楼、同一块，提示可能是重大投诉' },
  majorWithinDays:             { clause: 'C7',  unit: '天',   kind: 'number',  fallback: 30,     min: 1,     max: 180,     stricter: 'higher', label: '几天内的投诉算在一起' },
  concludeDays:                { clause: 'C8',  unit: '天',   kind: 'number',  fallback: 7,      min: 1,     max: 30,      stricter: 'lower',  label: '住户满意以后几天内结案' },
  committeeToldDays:           { clause: 'Z9',  unit: '天',   kind: 'number',  fallback: 3,      min: 1,     max: 7,       stricter: 'lower',  label: '投诉公司领导，几天内告诉业委会有这件投诉' },
  letterAnswerDays:            { clause: 'I14', unit: '天',   kind: 'number',  fallback: 7,      min: 1,     max: 30,      stricter: 'lower',  label: '来信登记以后几天内答复，没有另定日子的' },
  surveyIssueDays:             { clause: 'S2',  unit: '天',   kind: 'number',  fallback: 3,      min: 1,     max: 3,       stricter: 'lower',  label: '收到意见表几天内发给住户' },
  surveySamplePercent:         { clause: 'S2',  unit: '%',    kind: 'number',  fallback: 30,     min: 30,    max: 100,     stricter: 'higher', label: '满意率调查抽样，至少抽多少户' },
  surveyOldPercent:            { clause: 'S2',  unit: '%',    kind: 'number',  fallback: 15,     min: 15,    max: 100,     stricter: 'higher', label: '入住年头久的小区，至少抽多少户' },
  surveyOldYears:              { clause: 'S2',  unit: '年',   kind: 'number',  fallback: 5,      min: 5,     max: 50,      stricter: 'higher', label: '入住几年算年头久' },
  surveyCollectDays:           { clause: 'S3',  unit: '天',   kind: 'number',  fallback: 10,     min: 1,     max: 10,      stricter: 'lower',  label: '意见表发出几天内收回' },
  surveyReturnPercent:         { clause: 'S3',  unit: '%',    kind: 'number',  fallback: 75,     min: 75,    max: 100,     stricter: 'higher', label: '意见表至少收回多少' },
  surveyExtendDays:            { clause: 'S3',  unit: '天',   kind: 'number',  fallback: 5,      min: 1,     max: 10,      stricter: 'lower',  label: '收回的不够，延长几天' },
  surveyCountDays:             { clause: 'S4',  unit: '天',   kind: 'number',  fallback: 3,      min: 1,     max: 3,       stricter: 'lower',  label: '意见表收回几天内统计分析' },
  surveySendUpDays:            { clause: 'S6',  unit: '天',   kind: 'number',  fallback: 5,      min: 1,     max: 5,       stricter: 'lower',  label: '统计分析以后几天内交品质管理部' },
  surveyReviewDays:            { clause: 'S6',  unit: '天',   kind: 'number',  fallback: 5,      min: 1,     max: 14,      stricter: 'lower',  label: '管理者代表几天内评审' },
  letterHouseholds:            { clause: 'S5',  unit: '户',   kind: 'number',  fallback: 3,      min: 2,     max: 20,      stricter: 'lower',  label: '几户说到同一样不满意，就要写公开信' },
  letterDays:                  { clause: 'S5',  unit: '天',   kind: 'number',  fallback: 14,     min: 1,     max: 14,      stricter: 'lower',  label: '意见表收回几天内贴出公开信' },
  deedVerifyDays:              { clause: 'S7',  unit: '天',   kind: 'number',  fallback: 14,     min: 1,     max: 60,      stricter: 'lower',  label: '公开信里答应的做好以后，品质管理部几天内问住户满不满意' },
  surveyRemindDays:            { clause: 'S3',  unit: '天',   kind: 'number',  fallback: 3,      min: 1,     max: 5,       stricter: 'higher', label: '满意率调查截止前几天提醒还没答的住户' },
  surveyVisitDays:             { clause: 'V6',  unit: '天',   kind: 'number',  fallback: 7,      min: 1,     max: 7,       stricter: 'lower',  label: '答完调查请我们联系的，几天内回访' },
  spotHomes:                   { clause: 'S12', unit: '户',   kind: 'number',  fallback: 10,     min: 5,     max: 100,     stricter: 'higher', label: '每月每个小区抽几户，问日常管理满意不满意' },
  serviceHomes:                { clause: 'S10', unit: '户',   kind: 'number',  fallback: 10,     min: 5,     max: 100,     stricter: 'higher', label: '每季从每个小区用过特约服务的住户里抽几户来问' },
  providerToldDays:            { clause: 'S10', unit: '天',   kind: 'number',  fallback: 7,      min: 1,     max: 30,      stricter: 'lower',  label: '特约服务调查公布以后几天内把结果告诉服务方' },
  staffNeedPeople:             { clause: 'S11', unit: '人',   kind: 'number',  fallback: 5,      min: 5,     max: 50,      stricter: 'lower',  label: '员工需求普查里几个人说到同一样，公司就用文件答复' },
  staffNeedsDays:              { clause: 'S11', unit: '天',   kind: 'number',  fallback: 30,     min: 1,     max: 60,      stricter: 'lower',  label: '员工需求普查公布以后几天内用公司文件答复' },
  mailboxDays:                 { clause: 'S11', unit: '天',   kind: 'number',  fallback: 7,      min: 1,     max: 30,      stricter: 'lower',  label: '总裁信箱收到以后几天内答复，或者约好当面谈' },
  mailboxSilenceDays:          { clause: 'S11', unit: '天',   kind: 'number',  fallback: 7,      min: 7,     max: 30,      stricter: 'higher', label: '总经理记下谈过了，写信的人几天没有回话就办完' },
  urgesADay:                   { clause: 'I7',  unit: '次',   kind: 'number',  fallback: 3,      min: 1,     max: 20,      stricter: 'higher', label: '一件事一天最多催几次' },
  urgeMinutesBetween:          { clause: 'I7',  unit: '分钟', kind: 'number',  fallback: 60,     min: 10,    max: 720,     stricter: 'lower',  label: '催过以后多久可以再催' },
} as const;

export type SettingKey = keyof typeof SETTINGS;
export type NumberKey = { [K in SettingKey]: (typeof SETTINGS)[K]['kind'] extends 'number' ? K : never }[SettingKey];
export type SettingValue<K extends SettingKey> = (typeof SETTINGS)[K]['kind'] extends 'number' ? number : boolean;

/** Every setting as it holds for one office at one instant. */
export type Settings = { [K in SettingKey]: SettingValue<K> };

/** One line of the append-only table: an office's own figure from an instant on; without a value, as it would be without this office's word (A3). */
export interface SettingEntry {
  key: SettingKey;
  value: number | boolean | null;
  office: 'estate' | 'headOffice';
  from: Date;
}

/** A line that names a figure. */
export type FigureEntry<Entry extends SettingEntry = SettingEntry> = Entry & { value: number | boolean };

/**
 * The line that holds one figure at `at`: the estate's latest, else the head office's; undefined where the catalogue's own holds.
 * @param entries in the order in which they were written: of two that begin together, the later one holds
 */
export function entryAt<Entry extends SettingEntry>(entries: readonly Entry[], key: SettingKey, at: Date): FigureEntry<Entry> | undefined {
  const latest = (office: SettingEntry['office']) => {
    const found = entries
      .filter((entry) => entry.key === key && entry.office === office && entry.from <= at)
      .reduce<Entry | undefined>((best, entry) => (!best || entry.from >= best.from ? entry : best), undefined);
    return found && found.value !== null ? (found as FigureEntry<Entry>) : undefined;
  };
  return latest('estate') ?? latest('headOffice');
}

/** The figures in force at `at`: the estate's latest, else the head office's, else the catalogue's. */
export function settingsAt(entries: readonly SettingEntry[], at: Date): Settings {
  const keys = Object.keys(SETTINGS) as SettingKey[];
  return Object.fromEntries(keys.map((key) => [key, entryAt(entries, key, at)?.value ?? SETTINGS[key].fallback])) as unknown as Settings;
}

const refuseValue = (message: string) => new Problem('setting/refused', message, [{ field: 'value', message }]);

/** @throws Problem `setting/refused`, naming the field, for the wrong kind of value or one outside its limits */
export function checkSetting(key: SettingKey, value: unknown): number | boolean {
  const row = SETTINGS[key];
  if (row.kind === 'boolean') {
    if (typeof value !== 'boolean') throw refuseValue(`“${row.label}”只能开或关`);
    return value;
  }
  if (typeof value !== 'number' || !Number.isInteger(value) || value < row.min || value > row.max)
    throw refuseValue(`“${row.label}”要在 ${row.min} 到 ${row.max} ${row.unit}之间`);
  return value;
}
