// Written by `npm run manual`: do not edit.
export interface Generated {
  /** Titles of the scenarios that prove a clause. */
  scenarios: Readonly<Record<string, readonly string[]>>;
  /** The pages that show it; `opens`: a colleague may open one as it stands. */
  screens: Readonly<Record<string, readonly { page: string; title: string; opens: boolean }[]>>;
}

export const GENERATED: Generated = {
  scenarios: {
    I2: [
      'a note is read by colleagues and by nobody who lives there: not in the thread, the history, the register, the inbox or a search',
      '不管哪来的话，当时就登记；往来登记和这件事里的话是同样的行 › 从报修到确认的每一句都在，时间、渠道、地点、谁、内容、结果都有',
      '不管哪来的话，当时就登记；往来登记和这件事里的话是同样的行 › 登记表写得出每个人的岗位，部门负责人连着部门',
      '不管哪来的话，当时就登记；往来登记和这件事里的话是同样的行 › 登记表只给管这个小区的同事看；住户和师傅没有',
      '不管哪来的话，当时就登记；往来登记和这件事里的话是同样的行 › 客服自己家报的修，同事之间说的话在登记表里也看不到',
      '不管哪来的话，当时就登记；往来登记和这件事里的话是同样的行 › 传递单只有同事看得到，住户的页面上没有',
      '同事之间记的，住户看不到 › 办事的人都能记；住户不能；客服报自己家的修，也记不了',
    ],
    I5: [
      '一处办理，从说出口到确认 › 住户在同一页看到步骤、谁负责、电话和每个承诺的来历',
      '一处办理，从说出口到确认 › 同事看到住户的称呼和打码的号码，住户看不到公司内部的承诺',
      '一处办理，从说出口到确认 › 第二个人派师傅时知道现在的情况，写过的内容没有存进去',
      '一处办理，从说出口到确认 › 办完了还欠一次回访的，还在客服的工作台上',
      '一处办理，从说出口到确认 › 同事也住在这里：以住户身份看，只有自己家的；轮到别人确认的不算他的',
      '一处办理，从说出口到确认 › 公共地方的往来，登记的地点是那个地方，不是报修人的家',
    ],
    I7: [
      '来不及时先和住户约好新时间 › 到期之前约好：按新时间算，第一个时间留在旁边，提醒和上报跟着走',
      '来不及时先和住户约好新时间 › 约好的时间也没做到：照样超时',
      '来不及时先和住户约好新时间 › 已经超时才约：超时照记，新时间另算一个承诺',
      '来不及时先和住户约好新时间 › 不能约到过去，也不能约已经做到的',
      '上门已经迟了，另约上门时间 › 按另约的时间到了就算做到，原来的超时照记',
    ],
    I9: ['动手之前把内容和住户核对一遍 › 派师傅时写明内容，住户马上看到“我们要做的”；不写派不了，别的都不变'],
    I15: [
      '在线留言：服务时间内 15 分钟先回一句 › 10:00 留言，10:15 整不算迟，10:16 记超时，服务中心负责人和住户都知道',
      '在线留言：服务时间内 15 分钟先回一句 › 第一句回复就算做到；没回之前再说几句，不另算一次；回了以后再问，重新算',
      '在线留言：服务时间内 15 分钟先回一句 › 迟了还没回，再留言也不另算一次；迟回的一句照样记超时',
      '在线留言：服务时间内 15 分钟先回一句 › 同事之间记的、打的电话都不算回复；师傅、主管回的算',
      '在线留言：服务时间内 15 分钟先回一句 › 17:55 留言，关门前算 5 分钟，第二天 8:10 到点；快到时间才提醒，不在夜里',
      '在线留言：服务时间内 15 分钟先回一句 › 22:00 留言，第二天 8:15 到点；周日照样开门，10:00 留言 10:15 到点',
      '在线留言：服务时间内 15 分钟先回一句 › 办完以后住户再留言，也欠一句回复',
    ],
    I16: [
      '客服直接派本小区的师傅 › 不用请示就能派；别的小区的师傅派不了',
      '客服直接派本小区的师傅 › 住户自己不能派，别的小区的客服看不到',
      '客服直接派本小区的师傅 › 已经派出，第二个人再派：说明现在的情况，不改变派给谁',
    ],
    R1: [
      '急修的七类 › 爆管、停电、下水、电梯、栏杆都是急修',
      '急修的七类 › 水龙头关不住是急修，滴漏是一般',
      '急修的七类 › 有人有危险就是急修：家里按⑦，公共地方按①',
    ],
    R2: ['一般维修的四类 › 门窗、洁具、屋面渗水、其他小修是一般', '一般维修的四类 › 选“其他”要写几个字；家里没有电梯这一类'],
    R3: [
      '改急修或一般：从收到时算起（读法 3） › 到场以后换了人，再改成急修：到过就是到过，不能因为换人变成没到',
      '改急修或一般：从收到时算起（读法 3） › 一般改急修：2 小时从收到算，已经过了就是超时',
      '改急修或一般：从收到时算起（读法 3） › 急修改一般要写原因，师傅自己不能改；已经错过的照样算错过',
      '改急修或一般：从收到时算起（读法 3） › 到场以后才改成急修：到场时间算数',
      '改急修或一般：从收到时算起（读法 3） › 后来才知道有危险：改成急修，按危险那一条',
      '改急修或一般：从收到时算起（读法 3） › 只换类别不换急缓：承诺不动',
      '改急修或一般：从收到时算起（读法 3） › 错过以后来回改类别：只有一次超时，主任也只听一次',
      '急修：2 小时内到场，24 小时内修好 › 一直无人到场：11:00 整不算超时，11:01 记到场超时，只记一次',
      '急修：2 小时内到场，24 小时内修好 › 11:30 才到场：即使当时无人扫描，仍记到场超时',
      '急修：2 小时内到场，24 小时内修好 › 到场准时，24 小时整修好算准时',
      '急修：2 小时内到场，24 小时内修好 › 修好时间：24 小时过一分钟就是超时',
      '每次超时都记下原因 › 没超时的不用记；超时的由客服或主管记，写进承诺的来历',
      '一般维修：72 小时内修好，没有上门时限 › 72 小时整不算超时，过一分钟算',
      '一般维修：72 小时内修好，没有上门时限 › 夜里和周末照样算时间',
    ],
    R8: [
      '客服登记后马上派人，跟到修好 › 急修 15 分钟内派人：09:15 整不算迟，09:16 记超时，服务中心负责人知道',
      '客服登记后马上派人，跟到修好 › 一般维修没有派人时限',
      '客服登记后马上派人，跟到修好 › 师傅按顺序接下、到场、修好；别人不能替他点',
      '客服登记后马上派人，跟到修好 › 住户着急：客服答复时记下，当天 24 点前再打一次电话',
      '客服登记后马上派人，跟到修好 › 当天没再打电话：过了 24 点算超时，住户和负责人都知道',
      '每一步谁能办、谁知道 › 按钮：每个人在每一步能点的，不多也不少',
      '每一步谁能办、谁知道 › 消息：每一步谁听到',
      '每一步谁能办、谁知道 › 派错了人：改派，承诺连着原来的时间转过去；看到的人已经变了就不改',
    ],
    R9: [
      '修好后住户确认并写意见 › 报修人和同住的人都能确认，确认后办完',
      '修好后住户确认并写意见 › 不是这一户的人看不到，也确认不了；师傅不能替住户确认',
    ],
    R11: [
      '没修好：马上返工，24 小时内特殊回访 › 进入第二轮：2 小时内返工上门，24 小时内回访，旧的一轮照样留着',
      '没修好：马上返工，24 小时内特殊回访 › 回访由没有动手的客服做；24 小时整不算迟，过一分钟算',
      '没修好：马上返工，24 小时内特殊回访 › 返工上门也会超时',
      '返工后很快确认了，回访照样要做 › 这件事已经办完，回访没做：过了 24 小时照样超时',
    ],
    D1: [
      '传递单写明内容、部门和答复时间 › 由主管派人的小区：客服转给工程主管，急修默认 15 分钟内答复',
      '传递单写明内容、部门和答复时间 › 一般维修默认 2 小时答复；也可以自己定，不能定在过去',
      '传递单写明内容、部门和答复时间 › 急修没及时转出：15 分钟后记超时',
    ],
    D2: [
      '部门负责人在要求的时间里给出确定的完成时间 › 接下、答应时间、派人，答应的时间是另一个承诺',
      '部门负责人在要求的时间里给出确定的完成时间 › 主管没有按时答复：报主任，不经过他自己的下一级',
      '部门负责人在要求的时间里给出确定的完成时间 › 不由主管派人的小区：没有转交这一步，主管可以直接派',
    ],
    V8: [
      '办完的每一件，服务中心都回访 › 先在小程序里问；三天没有回音就欠一次电话回访，打过或住户确认了就算做到',
      '办完的每一件，服务中心都回访 › 回访的人没动过手；回访过，住户还是能确认、能打分',
      '办完的每一件，服务中心都回访 › 住户说没修好，也是回音，不再打这个电话',
    ],
    S9: [
      'a score is kept once a closure, seen by who reported it and by colleagues, and its words stand in the register',
      '结果告诉住户以后、关单以前问满意不满意 › 修好以前不能打分，修好时问，确认时打一次分，关了不再问',
      '结果告诉住户以后、关单以前问满意不满意 › 原因要和分数对得上',
      '结果告诉住户以后、关单以前问满意不满意 › 2 分是低分，24 小时内联系住户；3 分不是',
      '结果告诉住户以后、关单以前问满意不满意 › 联系的人没动过手；记下问了什么、怎么说，才算做到，只记一次',
    ],
    A1: [
      '号码平时打码，看要写原因，看过都记下来 › 客服和主管办这一件时看得到；主任、品质、领导、别的小区、没关系的人看不到，也没有记录',
      '号码平时打码，看要写原因，看过都记下来 › 师傅手里有这一件时看得到，修好了、改派了就看不到',
      '号码平时打码，看要写原因，看过都记下来 › 自己报的，当客服也不在这里看；没选原因、选了“其他”没写话，不给看',
      '号码平时打码，看要写原因，看过都记下来 › 没登记号码的，说清楚怎么办，不记',
      '号码平时打码，看要写原因，看过都记下来 › 同一个人同一件同一个原因，十分钟里再看不另记，同时点也只记一次；第十分钟起另记；换个原因、换人、换一件另记',
      '号码平时打码，看要写原因，看过都记下来 › 主任看本小区的，品质和领导看全部，别人看不到；新的在前，一页二十条',
      '号码平时打码，看要写原因，看过都记下来 › 住户自己看得到：谁、什么岗位、什么时候、为什么；别人的看不到',
      '号码平时打码，看要写原因，看过都记下来 › 号码只在那一次回答里，不进缓存；不在日志里，不在事件、往来和消息里',
    ],
    A2: [
      '够了年限按规矩清掉 › 三年整还在，过了三年才清：原话、照片、看号码的记录；事情、时间和承诺都留着',
      '够了年限按规矩清掉 › 清除本身有记录，只有数目和编号，没有姓名和原话；再跑一遍没有可清的',
      '够了年限按规矩清掉 › 没办完的、还有人在说的，多久都不清',
      '够了年限按规矩清掉 › 小区定了四年就是四年：年限差一年，清和不清就不一样',
      '够了年限按规矩清掉 › 搬走三年的人，姓名和号码清掉；还住着的、还在这里工作的、还有事没办完的，留着',
      '够了年限按规矩清掉 › 没传完的照片一天后清，传完的不动；旧的编号、任务和消息也清',
      '够了年限按规矩清掉 › 各扇门的角色清不了：没有这个权',
      '记录都找得到：each way of finding › by words of the resident and of colleagues, parts of words, whatever width and case; newest first',
      '记录都找得到：each way of finding › by number: whole, its tail, the day, and as far as it is typed',
      '记录都找得到：each way of finding › by home, as people write it',
      '记录都找得到：each way of finding › by the reporter’s name and the last four digits; nobody else’s, and neither is ever a term',
      '记录都找得到：each way of finding › a ticket found in several ways appears once',
      '记录都找得到：each way of finding › a hit is checked again: having the pairs is not having the words',
      '记录都找得到：each way of finding › odd queries are safe: too short is refused in plain words, five hundred characters too, pictures find nothing',
    ],
    A3: ['谁也不改过去的记录：what is append-only stays so for the doors’ role'],
    Z12: [
      '同一户七天内不打两次 › 这户在另一件里刚打过电话：这一件的回访电话不打了，记下来',
      '同一户七天内不打两次 › 先打过电话、后修好的：七天以内到期的不打，七天以后到期的照样打',
      '同一户七天内不打两次 › 没修好的特殊回访、低分后的联系不在此列，照样要做',
    ],
    Z18: [
      '提醒停了，截止时间照常 › 停了三天：说得出停了多久，承诺照样按时间算超时；再走起来，每步一次，谁也不听两遍',
      '提醒停了，截止时间照常 › 超时记下了、消息还没发出：另说没发多久，发完归零',
      '提醒停了，截止时间照常 › 十分钟整还不算停，过了十分钟才说暂停',
      '提醒、超时、逐级上报 › 上门：10:29 不提醒，10:30 提醒师傅，11:01 报主管，11:30 报主任，13:00 报品质管理部，每步一次',
      '提醒、超时、逐级上报 › 没有派人也照样上报：算客服的',
      '提醒、超时、逐级上报 › 时钟停了三天再走：一次补齐，过了期的不再提醒，谁也不听两遍',
      '提醒、超时、逐级上报 › 派人时限：11 分 15 秒提醒客服，即 09:12 看时已提醒，09:11 还没有',
      '提醒、超时、逐级上报 › 做到以后不再提醒，也不再上报',
      '提醒、超时、逐级上报 › 72 小时的提醒在第 54 小时，主任在第 90 小时，品质管理部在第 144 小时',
    ],
  },
  screens: {
    I2: [
      {
        page: 'tickets/detail/index',
        title: '报修进度',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
      {
        page: 'staff/register/index',
        title: '沟通登记表',
        opens: true,
      },
    ],
    I5: [
      {
        page: 'pages/progress/index',
        title: '进度',
        opens: true,
      },
      {
        page: 'tickets/report/index',
        title: '报修',
        opens: false,
      },
      {
        page: 'tickets/detail/index',
        title: '报修进度',
        opens: false,
      },
    ],
    I7: [
      {
        page: 'tickets/detail/index',
        title: '报修进度',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
    I9: [
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
    I15: [
      {
        page: 'tickets/detail/index',
        title: '报修进度',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
      {
        page: 'staff/replies/index',
        title: '常用话',
        opens: true,
      },
    ],
    I16: [
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
    R1: [
      {
        page: 'tickets/report/index',
        title: '报修',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
    R2: [
      {
        page: 'tickets/report/index',
        title: '报修',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
    R3: [
      {
        page: 'pages/home/index',
        title: '首页',
        opens: true,
      },
      {
        page: 'tickets/report/index',
        title: '报修',
        opens: false,
      },
      {
        page: 'tickets/submitted/index',
        title: '报修交上以后',
        opens: false,
      },
      {
        page: 'tickets/detail/index',
        title: '报修进度',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
      {
        page: 'staff/finish/index',
        title: '修好了',
        opens: false,
      },
    ],
    R8: [
      {
        page: 'pages/home/index',
        title: '首页',
        opens: true,
      },
      {
        page: 'pages/messages/index',
        title: '消息',
        opens: true,
      },
      {
        page: 'tickets/submitted/index',
        title: '报修交上以后',
        opens: false,
      },
      {
        page: 'tickets/detail/index',
        title: '报修进度',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
    R9: [
      {
        page: 'tickets/confirm/index',
        title: '请您确认',
        opens: false,
      },
    ],
    R11: [
      {
        page: 'tickets/detail/index',
        title: '报修进度',
        opens: false,
      },
      {
        page: 'tickets/confirm/index',
        title: '请您确认',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
    D1: [
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
    D2: [
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
    V8: [
      {
        page: 'tickets/confirm/index',
        title: '请您确认',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
    S9: [
      {
        page: 'tickets/confirm/index',
        title: '请您确认',
        opens: false,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
    A1: [
      {
        page: 'tickets/reveals/index',
        title: '谁看过我的号码',
        opens: true,
      },
      {
        page: 'staff/reveals/index',
        title: '看号码的记录',
        opens: true,
      },
    ],
    A2: [
      {
        page: 'staff/search/index',
        title: '找一件事',
        opens: true,
      },
    ],
    A3: [
      {
        page: 'staff/register/index',
        title: '沟通登记表',
        opens: true,
      },
    ],
    Z12: [
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
    Z18: [
      {
        page: 'pages/home/index',
        title: '首页',
        opens: true,
      },
      {
        page: 'pages/messages/index',
        title: '消息',
        opens: true,
      },
      {
        page: 'staff/ticket/index',
        title: '办理',
        opens: false,
      },
    ],
  },
};
