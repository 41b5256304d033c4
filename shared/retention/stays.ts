/** A table no row of retention removes from, and why: what history points at stays, without anybody's name, number or words (A3, Z10). */
export interface Stays {
  table: string;
  why: string;
  clause: string;
}

// biome-ignore format: a table reads best as one
export const STAYS: readonly Stays[] = [
  { table: 'events',             why: '发生过的事：只有编号和事实，谁也不改', clause: 'A3' },
  { table: 'promises',           why: '承诺的账：只有编号和时间', clause: 'A3' },
  { table: 'promise_terms',      why: '另定的时间：只有编号和时间', clause: 'A3' },
  { table: 'promise_steps',      why: '到点做过的事：只有编号和时间', clause: 'A3' },
  { table: 'tickets',            why: '单子的编号、进度和时间；写的话在来往里，到期清掉', clause: 'A3' },
  { table: 'assignments',        why: '哪一段时间归谁办：只有编号和时间', clause: 'A3' },
  { table: 'followers',          why: '谁跟着哪一件：只有编号，人名到期清掉', clause: 'A3' },
  { table: 'reads',              why: '谁看到哪一句：只有编号；没有它，办完多年的都会显示成没看过', clause: 'A3' },
  { table: 'removals',           why: '清除本身的记录：只有数目', clause: 'A2' },
  { table: 'offices',            why: '小区和总部本身，不是住户的资料', clause: 'A2' },
  { table: 'homes',              why: '房号是房子的，不是人的', clause: 'A2' },
  { table: 'residences',         why: '哪一段时间谁住哪里：只有编号，人名到期清掉', clause: 'A2' },
  { table: 'channel_keepers',    why: '哪一段时间谁看哪个渠道：只有编号，人名到期清掉', clause: 'A3' },
  { table: 'errands',            why: '同事之间的单子到哪一步：只有编号和时间；写的话在来往里，到期清掉', clause: 'A3' },
  { table: 'survey_homes',       why: '调查发给哪几套房子：只有编号和抽到的次序', clause: 'A3' },
  { table: 'survey_codes',       why: '意见表上的二维码：只说是哪一次调查，没有谁家', clause: 'A3' },
  { table: 'survey_tries',       why: '打电话问调查没人接：只有编号和时间', clause: 'A3' },
  { table: 'questionnaires',     why: '小区自己的问卷问了什么：公司自己的话，答过的要对得上', clause: 'A3' },
  { table: 'participations',     why: '哪套房子哪一天答过：没有人，没有答了什么', clause: 'A3' },
  { table: 'survey_colleagues',  why: '员工需求普查问哪些同事：只有编号，人名到期清掉', clause: 'A3' },
  { table: 'colleague_participations', why: '哪位同事哪一天答过：只有编号，没有答了什么', clause: 'A3' },
  { table: 'company_documents',  why: '公司用来答复需求的文件：公司自己的话，没有谁写的信、说的话', clause: 'S11' },
  { table: 'survey_ticks',       why: '哪一户的纸表交回来了、谁勾的：只有编号和时间，没有答了什么', clause: 'A3' },
  { table: 'survey_typings',     why: '谁哪一天录入了几份纸表：只有编号和数目', clause: 'A3' },
  { table: 'survey_replacements', why: '抽到的户空着、搬走，换成了哪一户：只有编号和原因', clause: 'A3' },
  { table: 'survey_inbox',       why: '刚交来的答卷，时钟搬走就整张清空', clause: 'A2' },
  { table: 'appointments',       why: '哪一段时间谁任什么职：只有编号，人名到期清掉', clause: 'A3' },
  { table: 'settings',           why: '什么时候定了什么规矩，都要查得到', clause: 'A4' },
  { table: 'setting_proposals',  why: '哪个小区提过什么规矩：记没记、为什么，都要查得到', clause: 'A4' },
  { table: 'draws',              why: '哪几天里抽、按几成、种子是什么：只有数目，谁都能再抽一遍', clause: 'A3' },
  { table: 'draw_lines',         why: '抽签的次序：只有编号', clause: 'A3' },
  { table: 'counters',           why: '编到第几号，只有数目', clause: 'A2' },
  { table: 'prices',             why: '公司的价目，老报价还指着它', clause: 'A3' },
  { table: 'providers',          why: '合作的服务商，不是住户的资料', clause: 'A3' },
  { table: 'services',           why: '公司的服务项目，老单子还指着它', clause: 'A3' },
  { table: 'facilities',         why: '公共设施的名称，不是人的资料', clause: 'A3' },
  { table: 'quotes',             why: '报价的版本和时间；写的项目到期清掉', clause: 'A3' },
  { table: 'charges',            why: '收了多少：只有编号和数目', clause: 'A3' },
  { table: 'spendings',          why: '公共维修花了多少：只有编号和数目；写的项目到期清掉', clause: 'A3' },
  { table: 'bulletins',          why: '给全体同事的通报：公司自己的话，发出以前查过没有投诉人的姓名、号码、房号', clause: 'C7' },
  { table: 'approvals',          why: '谁送审、走到哪一步：只有编号和时间；写的字到期清掉', clause: 'A3' },
  { table: 'publications',       why: '发过哪些通知：只有编号和时间；写的字到期清掉', clause: 'A3' },
  { table: 'publication_issues', why: '哪一次发出、谁批的、多少户：只有编号和数目', clause: 'A3' },
];
