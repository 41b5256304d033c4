import { DAY } from '../kernel/time.ts';

/** A column of a register: which field of its query, its heading, and how wide it is printed, in characters. */
export interface Column {
  field: string;
  title: string;
  width: number;
}

/** A register of the company as a table: its form's name, what is in it, its columns. Another register is a row here and a query of the same name. */
export interface Register {
  label: string;
  note: string;
  clause: string;
  since: string;
  /** Of the company and not of an estate, and only its general manager's (S11). */
  ofCompany?: true;
  columns: readonly Column[];
}

const column = (field: string, title: string, width = 16): Column => ({ field, title, width });
const at = (field: string, title: string) => column(field, title, 17);
const long = (field: string, title: string) => column(field, title, 40);
const NUMBER = column('number', '编号', 20);
const HOME = column('home', '房号', 16);
const PHONE = column('phone', '电话（打码）', 14);
const COST = [column('labour', '人工（元）', 12), column('parts', '材料（元）', 12), column('sum', '合计（元）', 12)];
const ASKED = [column('quality', '修得怎么样', 12), column('attitude', '师傅态度', 12), column('satisfied', '现在满意吗', 12)];

// biome-ignore format: a table reads best as one
export const REGISTERS = {
  household_repairs: { label: '住户报修记录表',         note: '住户家里报的修：什么时候、哪一户、什么事、交给谁、什么时候修好', clause: 'R7', since: '2026-01-01',
    columns: [at('received_at', '报修时间'), NUMBER, HOME, column('reporter', '报修人', 10), PHONE, column('category', '类别'), long('content', '报修内容'), column('urgency', '急修或一般', 12), column('passed_to', '交给', 10), at('finished_at', '修好时间'), column('standing', '现在', 10)] },
  contacts:          { label: '与客户沟通登记表',       note: '来往的每一句话：时间、地点、方式、谁和谁、内容、结果', clause: 'I2', since: '2026-01-01',
    columns: [at('at', '时间'), column('place', '地点', 20), column('channel', '方式', 10), column('kind', '种类', 10), column('author', '登记人', 10), column('participants', '参加的人', 16), long('content', '内容'), long('outcome', '结果'), NUMBER, column('department', '转给部门', 12), column('forwarder', '由哪个部门转来', 16)] },
  public_repairs:    { label: '公共设施设备报修记录表', note: '公共地方报的修：谁报的、哪一处、什么毛病、什么时候', clause: 'R7', since: '2026-01-01',
    columns: [at('received_at', '报修时间'), NUMBER, column('reporter', '报修人', 10), column('facility', '设施设备', 20), column('place', '位置', 20), column('category', '类别'), long('content', '毛病'), column('urgency', '急修或一般', 12), column('passed_to', '交给', 10), at('finished_at', '修好时间'), column('standing', '现在', 10)] },
  work_orders:       { label: '维修派工单',             note: '派出去的每一件：派给谁、做什么、几点到、几点修好、结果', clause: 'R8', since: '2026-01-01',
    columns: [NUMBER, column('home', '房号或位置', 20), long('content', '和住户核对的内容'), column('technician', '师傅', 10), at('dispatched_at', '派出时间'), at('arrived_at', '到场时间'), at('finished_at', '修好时间'), long('result', '结果')] },
  return_visits:     { label: '回访记录',               note: '修好以后的每一次回访：哪一件、谁打的、什么时候、质量、态度、结果、住户怎么说；打不通的也在', clause: 'V8', since: '2026-01-01',
    columns: [at('at', '回访时间'), NUMBER, column('home', '房号或位置', 20), column('caller', '回访人', 10), column('visit', '哪一种', 12), column('channel', '方式', 10), ...ASKED, long('content', '住户怎么说'), long('outcome', '结果'), column('score', '住户打分', 10)] },
  special_visits:    { label: '特殊回访记录',           note: '说没修好以后的专门回访：什么时候说的、谁去问的、质量、态度、结果、住户怎么说', clause: 'R11', since: '2026-01-01',
    columns: [at('said_at', '住户说没修好'), at('at', '回访时间'), NUMBER, column('home', '房号或位置', 20), column('caller', '回访人', 10), column('visit', '哪一种', 12), column('channel', '方式', 10), ...ASKED, long('content', '住户怎么说'), long('outcome', '结果')] },
  large_defects:     { label: '大缺陷专项记录',         note: '大缺陷修好以后按日子到现场检查：什么缺陷、怎么修的、哪天查的、修得牢不牢', clause: 'R10', since: '2026-01-01',
    columns: [NUMBER, column('home', '房号或位置', 20), column('category', '类别'), long('content', '什么缺陷'), at('finished_at', '修好时间'), long('result', '怎么修的'), at('checked_at', '检查时间'), column('checker', '检查人', 10), column('finding', '效果', 16), long('seen', '看到什么')] },
  handovers:         { label: '信息传递单',             note: '转给部门的每一件：什么事、给哪个部门、什么时候转的、要求什么时候答复、什么时候答复的', clause: 'D1', since: '2026-01-01',
    columns: [at('given_at', '转出时间'), NUMBER, column('home', '房号或位置', 20), column('giver', '转出人', 10), long('content', '内容'), column('department', '转给部门', 12), at('answer_by', '要求答复'), at('answered_at', '答复时间'), column('answerer', '答复人', 10), at('complete_by', '答应修好')] },
  urgent_slips:      { label: '紧急信息处理单',         note: '紧急的事：几点打的电话、打给谁、给哪个部门、什么时候办好、怎么处理的', clause: 'I8', since: '2026-01-01',
    columns: [at('given_at', '写单时间'), at('called_at', '打电话时间'), column('called', '打给谁', 10), NUMBER, column('giver', '写单人', 10), long('content', '什么事'), column('department', '交给部门', 12), at('answer_by', '要求答复'), at('answered_at', '接下时间'), at('returned_at', '办好时间'), long('result', '怎么处理的'), at('verified_at', '收下时间')] },
  referrals:         { label: '故障转呈单',             note: '小区解决不了、转呈公司部门的：什么事、哪个部门、怎么处理的、谁验证的', clause: 'D5', since: '2026-01-01',
    columns: [at('given_at', '转呈时间'), NUMBER, column('giver', '转呈人', 10), long('content', '什么问题'), column('department', '公司部门', 12), at('answer_by', '要求答复'), at('complete_by', '答应办好'), at('returned_at', '办好时间'), long('result', '怎么处理的'), at('verified_at', '验证时间'), column('verifier', '验证人', 10), long('verified', '验证结果')] },
  work_letters:      { label: '工作联系函',             note: '书面请公司部门答复的：什么事、给谁、怎么回的', clause: 'D5', since: '2026-01-01',
    columns: [at('given_at', '发函时间'), NUMBER, column('giver', '发函人', 10), long('content', '什么事'), column('department', '公司部门', 12), at('answer_by', '要求答复'), at('returned_at', '回复时间'), column('answerer', '接下的人', 10), long('result', '怎么回复的')] },
  corrective_actions: { label: '纠正措施登记表',        note: '针对每月分析定的措施：针对哪个月、谁做、什么时候做好、做了什么、谁看的、有没有用', clause: 'C9', since: '2026-01-01',
    columns: [at('given_at', '定的时间'), column('month', '针对哪个月', 12), column('giver', '定的人', 10), long('content', '怎么做'), column('holder', '谁做', 10), at('answer_by', '要求做好'), at('returned_at', '做好时间'), long('result', '做了什么'), at('verified_at', '看的时间'), column('verifier', '看的人', 10), long('verified', '有没有用')] },
  household_orders:  { label: '住户家庭安装/维修单',     note: '家里修完的每一次：核对的内容、做了什么、人工、材料、合计、住户确认和意见、什么时候结算的', clause: 'R9', since: '2026-01-01',
    columns: [NUMBER, HOME, column('reporter', '住户', 10), long('content', '核对过的内容'), long('result', '做了什么'), column('technician', '师傅', 10), at('finished_at', '修好时间'), ...COST, at('signed_at', '住户确认'), long('opinion', '住户意见'), at('settled_at', '结算时间')] },
  public_costs:      { label: '公共设施设备安装/维修费用统计表', note: '这段时间里每一处公共设施用了多少人工、多少材料，哪几件修好了还没记；住户不付钱', clause: 'R7', since: '2026-01-01',
    columns: [column('facility', '设施设备', 24), column('repairs', '件数', 8), ...COST, long('missing', '修好了还没记费用的')] },
  work_notices:      { label: '公共设施设备安装/维修工程通知单', note: '发给住户的每一张工程通知：做什么、在哪里、哪天、谁来做、谁批的、发给多少户；更正和撤回也在', clause: 'R7', since: '2026-01-01',
    columns: [at('issued_at', '发出时间'), column('what', '发的是', 8), long('work', '工程内容'), column('place', '地点', 24), at('from_at', '开始'), at('until_at', '结束'), column('done_by', '施工单位或班组', 20), long('effect', '住户会遇到什么'), column('areas', '发给谁', 20), column('homes', '户数', 8), column('author', '拟稿人', 10), column('approver', '批准人', 10), column('why', '更正或撤回的原因', 24), column('ticket', '报修编号', 20)] },
  oral_orders:       { label: '特约服务口头定单',       note: '住户打电话、到前台订的特约服务：谁订的、什么服务、价格、约的时间、谁来做、现在怎样', clause: 'R12', since: '2026-01-01',
    columns: [at('received_at', '订的时间'), NUMBER, HOME, column('reporter', '订的人', 10), PHONE, column('service', '服务', 16), column('quantity', '数量', 8), long('content', '住户怎么说'), column('labour', '人工（元）', 12), column('parts', '成本（元）', 12), column('sum', '合计（元）', 12), at('visit_by', '约好的时间'), column('provider', '谁来做', 20), column('channel', '怎么订的', 12), column('author', '记下的人', 10), at('finished_at', '做好时间'), column('order_standing', '现在', 14)] },
  service_surveys:   { label: '特约服务意见调查记录',   note: '每季问用过特约服务的住户：抽了几户、几户答了、满意率、告诉了哪一家、什么时候、怎么告诉的；答卷不记名，所以不记是哪一户', clause: 'S10', since: '2026-01-01',
    columns: [column('quarter', '哪一季', 18), at('issued_at', '发出时间'), column('homes', '用过服务的户数', 14), column('asked', '抽了几户', 10), column('answered', '几户答了', 10), column('rate', '满意率（%）', 12), long('analysis', '分析'), column('provider', '服务方', 20), column('told_standing', '告诉了没有', 24), at('told_at', '告诉的时间'), column('told_how', '怎么告诉的', 12), column('author', '告诉的人', 10), long('content', '说了什么')] },
  exchanges:         { label: '信息交流登记表',         note: '内部的和外来的信息，外来的标 *：什么时候、从哪里来、什么内容、传达给谁、后来怎样；部门之间的单子也在', clause: 'D6', since: '2026-01-01',
    columns: [column('mark', '外来（*）', 10), at('at', '日期'), column('exchange_kind', '种类', 18), column('source', '从哪里来', 20), column('title', '题目', 24), long('content', '内容'), column('holds_from', '从哪天起', 12), column('department', '涉及部门', 12), long('given_to', '传达给谁'), long('result', '后来怎样'), column('author', '登记人', 10), column('book', '登记在', 18)] },
  letters:           { label: '来信登记表',             note: '收到的每一封信：谁来的、哪天收到、什么事、谁负责、什么时候前答复、抄送给谁、怎么答复的', clause: 'I14', since: '2026-01-01',
    columns: [column('received_on', '收到日期', 12), column('letter_from', '谁来的', 14), column('sender', '来信的单位或人', 20), long('content', '什么事'), NUMBER, column('holder', '谁负责', 10), at('answer_by', '要求答复'), column('copies', '抄送', 20), long('result', '怎么答复的'), at('closed_at', '办完时间'), column('letter_standing', '结果', 10), column('giver', '登记人', 10)] },
  mailbox:           { label: '总裁信箱 · 员工需求普查', note: '写给总经理的每一封和每年的需求普查：谁写的、什么需求、用文件还是当面谈答复的；不署名的没有写信的人。只有总经理导得出', clause: 'S11', since: '2026-01-01', ofCompany: true,
    columns: [at('at', '时间'), column('mailbox_kind', '哪一种', 14), column('sender', '写信的人', 16), column('mailbox_need', '需求', 24), long('content', '怎么写的'), column('answered_by', '怎么答复', 12), long('result', '答复'), at('answered_at', '答复时间'), column('mailbox_standing', '现在', 30)] },
  rounds:            { label: '意见箱开启记录 · 公告栏留言记录', note: '不会响的渠道每一轮：什么时候打开、谁打开的、几条、怎么处理的；没做的也在', clause: 'I13', since: '2026-01-01',
    columns: [column('kept', '渠道', 10), column('from_on', '这一轮从', 12), column('until_on', '到', 12), column('keeper', '负责人', 10), at('opened_at', '打开时间'), column('opened_by', '打开人', 10), column('items', '几条', 8), long('content', '怎么处理的'), column('number', '记下来的编号', 40), at('done_at', '记下时间'), column('round_standing', '结果', 10)] },
  price_list:        { label: '维修项目收费标准',       note: '到这段时间最后一天为止用着的价目表：项目、单位、价格、保修', clause: 'P1', since: '2026-01-01',
    columns: [column('item', '项目', 24), column('unit', '单位', 8), column('cost_kind', '人工或材料', 12), column('price', '价格（元）', 12), column('warranty', '保修（月）', 12), column('from_on', '从哪天起', 12), column('set_by', '定价人', 10)] },
} as const satisfies Record<string, Register>;

export type RegisterName = keyof typeof REGISTERS;

/** A file can be fetched so long after it was put on record, by whoever asked for it [ours]. */
export const EXPORT = { goodForMinutes: 10, longestDays: 366, clause: 'A1', since: '2026-01-01' } as const;

/** How many days a period has; both ends count. */
export const daysOf = (from: Date, until: Date): number => Math.round((until.getTime() - from.getTime()) / DAY);
