import type { Settings } from '../kernel/settings.ts';
import { catalogueSettings, reworkVows, sayReportVows } from '../repairs/vows.ts';
import { LEAST_SHOWN } from '../surveys/statistics.ts';

/** The manual's clauses this product runs so far, in plain words of our own; figures come from the rows and settings in force on the day. */
const WORDS: Readonly<Record<string, (now: Date, figures: Settings) => string>> = {
  I2: () => '不管从哪里来的话，当时就登记：什么时候、哪里、谁、说了什么、结果怎样。',
  I1: () => '热线、前台、上门、微信群、来信、论坛，从哪里来都一样登记，同事点一下就记下来路。',
  I3: () =>
    '有话想说，分成建议、表扬、咨询、投诉，各有各的编号；您点错了也不要紧，客服归类时改，其实是投诉的转为投诉，前面的话都留着，时间照样从收到时算。表扬转告本人和主任。',
  I4: (_, figures) =>
    `谁先听到谁负责到底：记下来交给服务中心，安排了什么告诉他，他跟到您满意。重要客户的事办完，主任 ${figures.directorContactDays} 天内再联系一次。`,
  I5: () => '一个地方说清楚：收到、派人、办好、您确认，都在这一件里。',
  I7: () => '来不及时先和您商量，约好新的时间；原来的时间照样留着。要收费的，先给您看价格。等急了可以催一下，办的人都收到。',
  I9: () => '动手之前，把要做的事和您核对一遍。您说的上门时间另记一条，和别的承诺一起算。',
  I10: (_, figures) => `建议 ${figures.suggestionAnswerDays} 天内答复采不采纳；要研究的，先说好哪天答复。采纳的说好哪天做成，做成了请您看。`,
  I11: (_, figures) => `不采纳的，说明理由、按哪条规定、能做到的是什么；您不认同，品质管理部 ${figures.objectionAnswerDays} 天内答复。`,
  I12: (_, figures) =>
    `咨询 ${figures.enquiryAnswerDays} 天内答全；一时答不全，说好什么时候答复，说了就是承诺。您说还没说清楚，接着答。办事指南（怎么办事、常见问题、电话、功能布局、活动、周边）住户和同事都查得到，写过的每一版都留着。`,
  I13: (_, figures) =>
    `意见箱、公告栏、网站、邮箱、公众号、微信群、论坛不会响，各有一位负责人，每 ${figures.roundEveryDays} 天看一轮：什么时候打开、有几条、怎么处理的都记下来，里面的话当场一件件记，后来怎样查得到。没有负责人的，服务中心负责人看。`,
  I14: (_, figures) =>
    `来信都登记：谁来的、什么事、谁负责、什么时候前答复，没有另定日子的 ${figures.letterAnswerDays} 天内；重要的抄送部门和公司领导。纸上的信拍下来，和来信放在一起。来信登记表单独存。`,
  I15: (_, figures) => `在小程序里留言，服务时间内 ${figures.firstReplyMinutes} 分钟内先回您一句；服务时间以外，从下次开门算起。`,
  I16: () => '客服可以直接调派本小区的人和材料，不用再请示。',
  I18: () => '每件建议、表扬、咨询都归到一块：房屋本体、设备设施、环境卫生、绿化、秩序维护、消防、车辆和道路、特约服务、其他委托。',
  R1: () => '急修：伤人或有危险的公共设施，室内停电漏电，爆管停水，管道堵塞漏水，电梯，楼板踏步栏杆，以及别的危险。',
  R2: () => '一般维修：门窗，水卫配件，屋面渗水，其他小修。',
  R3: (now, figures) =>
    `急修：${sayReportVows('urgent', now, figures)}。一般维修：${sayReportVows('general', now, figures)}。都从收到报修算起，迟了会留下记录和原因。师傅在没有信号的地方，按他当时记的时间算，最多往前 ${figures.claimWithinHours} 小时；再早的，工程主管确认了才算。`,
  R4: () => '报修在师傅到场以前随时可以撤回；自己家里的东西，也可以找别人修。',
  R5: (_, figures) =>
    `收费的，先看报价再动手，同意了才算。价目表上没有的，工程主管 ${figures.quotePriceMinutes} 分钟内先定价；超过 ${figures.supervisorQuoteAboveManDays} 个工的，由主管报价。公共地方和没修好的返工不收费。`,
  R6: (_, figures) => `修过的地方一般保修 ${figures.warrantyMonths} 个月，从您确认的那天算起，没有确认的从修好算起；保修期内又坏了，免费返修。`,
  R7: (_, figures) =>
    `家里报的修和公共设施报的修分开记，各有各的登记表，随时导得出来。公共设施修好，${figures.publicCostDays} 天内记下用了多少工、多少料，没有花费也记一笔；没记的，登记表上看得到。`,
  R8: () => '客服登记后马上安排，跟到修好；着急的住户要告诉谁来、几点来，当天再打一次电话。',
  R9: () => '修好后请您确认，并写下意见。',
  R10: (_, figures) =>
    `大缺陷（屋顶或卫生间渗漏、外墙开裂，和工程主管说是的），修好后第 ${figures.defectFirstCheckDays}、${figures.defectSecondCheckDays}、${figures.defectThirdCheckDays} 天前各派人到现场看一次，每次单独记；又坏了就重新办。`,
  R11: (now, figures) =>
    `说没修好的，马上返工：${reworkVows('general', now, figures)
      .map((vow) => `${vow.allowance}内${vow.label}`)
      .join('，')}。`,
  R12: (_, figures) =>
    `特约服务（有偿服务、便民服务）公布出来：哪几项、谁来做、成本多少、人工多少；便民服务不收费。口头说的、写下来的都记成定单，按您看到的价格算；价格要改，您同意了再做。${figures.serviceArrangeMinutes} 分钟内安排好人和时间。`,
  R13: (_, figures) =>
    `特约服务约好的时间就是承诺，来了没有、${figures.serviceDoneMinutes / 60} 小时内做完没有都查得到；说没做好的记下来，接着办，办完告诉您。`,
  R14: (_, figures) => `修完写明人工、材料各多少，不会比您同意的多；您确认以后，服务中心 ${figures.settleDays} 天内结算归档。`,
  C1: () =>
    '投诉有两扇门：小区的服务中心，公司的品质管理部和客诉专员。您选哪一扇都行；打到公司别的部门，也转到品质管理部。编号是抽的，家里人、邻居看不到。',
  C2: (_, figures) =>
    `小区先处理，${figures.officeComplaintDays} 天没有答复就自己转到品质管理部；小区解决不了，或者您说没解决，马上转上去；品质管理部解决不了，上报公司领导。`,
  C3: () =>
    '涉及赔偿、投诉主任的，直接到公司领导，小区的人都看不到；投诉员工的到主任，投诉品质管理部的到管理者代表。被投诉的人看不到、办不了、数不出这一件；后来才知道是谁的，从知道那一刻起挡住。挡住以前谁看过、导出过，公司领导看得到。',
  C4: () => '品质管理部接手的，定纠正方案，一步一步各有时间，小区照着做完；最后由品质管理部回访您。',
  C5: (_, figures) => `收到投诉 ${figures.formalReplyDays} 天内书面答复您；还没办完，先回一封，说好什么时候正式答复，到时就是承诺。`,
  C6: (_, figures) => `每一件投诉，答复以后 ${figures.complaintCauseDays} 天内记下根本原因和预防措施；没记的不能结案。`,
  C7: (_, figures) =>
    `重大投诉（赔偿、投诉主任、有人受伤、媒体在问，和品质管理部说是的），${figures.majorReportDays} 天内写纠正措施报告和给全企业的通报稿，通报里不写是谁投诉的；品质管理部或公司领导把通报发给全体同事，每人收到一次。`,
  C9: () =>
    '每个月收到的话归好类看一遍：几件、哪一类、哪一块、为什么迟、哪栋楼哪一周多，哪些反复出现；每个数都能点开。被挡住的人，他看到的数里没有那一件。',
  C10: () =>
    '每一件投诉都有回音：收到就告诉您谁在办、为什么；网上说的，开门时间里先有人回您一句。没留姓名的，在公开的地方答复，没有地方可答的也记下来。',
  C11: () => '一直跟着的投诉，各部门一起看：谁参加、怎么定的，记下来。',
  V4: (_, figures) =>
    `品质管理部、公司领导处理的投诉，答复以后 ${figures.qualityVisitDays} 天内由品质管理部回访；不满意就接着办。没留姓名的没法回访，也要记一笔。`,
  Z9: (_, figures) =>
    `投诉公司领导的，由另一位领导处理；没有别的领导，就到品质管理部。${figures.committeeToldDays} 天内告诉业委会有这件投诉，不说是谁、什么事。`,
  C8: (_, figures) =>
    `投诉要您满意才算解决：没有回话不算，打低分不算；满意以后 ${figures.concludeDays} 天内结案。特约服务要您满意才算办完：没有回话不算验收。做好以后，或者最后一次听到您的话、几次都联系不上以后，再等 ${figures.serviceUnheardDays} 天还没有验收，就先归档；以后随时可以验收，也可以说没做好。`,
  D1: () => '转给部门的单子写明：什么事、给哪个部门、什么时候转的、什么时候要答复。',
  D2: () => '部门负责人看过后，在要求的时间里给出确定的完成时间。',
  D10: (_, figures) =>
    `各部门负责人每个月向客服征求意见，服务中心每个月汇总、提出建议，主任每个月看分析、写下措施；月底过后 ${figures.dutyGraceDays} 天内还算按时，迟了要补，还记着没按时。`,
  D3: (_, figures) =>
    `部门按答应的时间办好，把结果交回；办得久的，每 ${figures.slipProgressDays} 天说一次进展和什么时候能好，客服 ${figures.slipTellProgressDays} 天内告诉住户。`,
  D4: (_, figures) => `单子由写单的人和客服一直跟着：交回的结果 ${figures.slipReceiveDays} 天内收下，没办好就退回再办，原来的时间留着。`,
  D5: (_, figures) => `小区自己解决不了的，写单转呈公司的部门；办好以后 ${figures.slipVerifyDays} 天内由小区验证，不行就退回再办。`,
  D6: () =>
    '有用的信息都登记：内部的归工作日志，部门转来的客户信息归与客户沟通登记表并写明是哪个部门，外来的归信息交流表，标 *。纸上的拍下来。改了、补了的另起一版，原来的都留着。',
  D8: (_, figures) =>
    `法规、标准、主管部门、供方、开发商、客户的信息，谁看到都可以交给品质管理部；${figures.distributeDays} 天内传达给该知道的部门，或者写明为什么不用。每个部门到时间要回话：传到人了没有、怎么处理的。`,
  D9: (_, figures) =>
    `每个部门每个月在例会上看一遍收到的单子和外来信息、各是怎么处理的，记下来；月底过后 ${figures.dutyGraceDays} 天内还算按时，过了补不上。`,
  D7: (_, figures) => `部门交回结果，客服 ${figures.slipTellDays} 天内告诉住户：发消息、电话、当面或书面。`,
  I8: (_, figures) =>
    `紧急和重要的事，先打电话给部门负责人，马上写紧急单；${figures.urgentReachMinutes} 分钟内联系上相关的人、定下怎么办，一直通报到办完。同时到品质管理部，${figures.urgentReportDays} 天内报给管理者代表；办好以后 ${figures.correctiveReportDays} 天内写纠正和预防措施报告。`,
  P1: () => '价目表公开，谁都查得到：项目、单位、价格、保修多久。改价从某一天起，以前的价格都留着。',
  P2: () => '给住户看的通知，写的人不能自己发：主任批准了才发，先数清发给几户；更正和撤回也一样，以前的都留着。',
  P3: (_, figures) =>
    `发给住户的微信消息，先由主任把模板审一遍，一个模板审一次；只写编号、固定的几个字和时间，不写名字、房号和内容。您同意一次收一条，不同意也不影响办事。不急的，${figures.quietFromHour} 点到第二天早上 ${figures.quietUntilHour} 点不发。`,
  P5: () =>
    '服务、投诉、值班电话，小区的、公司的，谁都看得到，点一下就能打；以前的号码也在。换号码，小区的由主任提，公司的由品质管理部提，管理者代表批准了才换，最早从第二天起。',
  A1: () => '您的号码平时只显示后四位。同事要看，得先写原因；谁、什么时候、为什么看过，都记下来，您随时查得到。',
  A2: () => '记录都在，按时间、类别、人和房号都找得到；保存够了年限，就按规矩清掉姓名、号码和原话，事情本身留着。',
  A3: () => '谁也不能改过去的记录；说错了、弄错了，就补一条新的。',
  A4: () =>
    '每一项规矩现在是多少、谁定的、从哪天起、为什么，同事都看得到。公司的由公司领导、管理者代表定，最早从第二天起，已经开始算的不变；小区自己的由主任提，品质管理部记下才算。只服务一家客户的小区，在上下限里可以有自己的；别的小区只能比公司更严。收回也是新的一条。',
  Z1: (_, figures) =>
    `修好后 ${figures.reopenDays} 天内，确认过也可以说没修好，还在这一件里接着办；${figures.silenceDays} 天没有回话，就视为修好，不打分。投诉不这样办。`,
  Z2: () => '及时不及时分三个数看：按最初的时间做到，按提前约好的新时间做到，超时（写明原因）。三个数从不加在一起，件数太少不算百分比。',
  Z3: (_, figures) =>
    `几户报的是同一件，就并在一起办：先报的那一件留下，更早的时间算数，每个人的编号、原话、照片和留言都还在。谁都可以说没修好，各打各的分；并错了可以拆开；您说“这不是同一件”，${figures.mergeAnswerMinutes} 分钟内拆开，或者写明为什么是同一件。找同一件时看前后 ${figures.duplicateWithinHours} 小时内的报修。`,
  Z7: () => '写的人不能自己审；这个岗位只有他一个人，就交给上一级。退回的要写明原因，改了重新审，每一步都有最晚的时间。',
  V1: (_, figures) =>
    `每周从每个小区这一周修好的报修里随机抽 ${figures.weeklyVisitPercent}%，至少一件，由公司的回访专人打电话，不归本小区的人打；抽到以后 ${figures.weeklyVisitDays} 天内问。怎么抽的、抽到哪些，管着的人都看得到。`,
  V2: (_, figures) =>
    `品质管理部每月再从上个月修好的报修里随机抽 ${figures.monthlyVisitPercent}%，至少一件，${figures.monthlyVisitDays} 天内打电话问质量、态度、结果；投诉另按自己的规矩回访。`,
  V3: (now, figures) =>
    `没修好的，${reworkVows('general', now, figures).find((vow) => vow.what === 'special_visit')?.allowance}内特殊回访一次；大缺陷按日子到现场看。`,
  V5: (_, figures) =>
    `特约服务做完，${figures.providerVisitDays} 天内服务方回访，${figures.qualityVisitDays} 天内品质管理部再回访；您不满意就不算办完。`,
  V7: () => '回访时说不满意，同一件重新办，原来的时间照样留着；说起别的事，另记一件。',
  V8: (_, figures) => `办完的每一件，服务中心都要回访：先在小程序里问您，${figures.returnVisitDays} 天没有回音才打电话，打电话的不是动手的人。`,
  S1: () => '每年六月和十一月，问一次全体住户满意不满意：一户答一份，只记哪一户答过，不记谁答了什么；结果公布，谁都看得到。',
  S2: (_, figures) =>
    `意见表到小区以后 ${figures.surveyIssueDays} 天内发给住户。抽一部分的，至少抽 ${figures.surveySamplePercent}%，住了 ${figures.surveyOldYears} 年以上的小区至少 ${figures.surveyOldPercent}%；按楼栋比例随机抽，种子留着，谁都能再抽一遍对一对。`,
  S3: (_, figures) =>
    `发出后 ${figures.surveyCollectDays} 天内收回，至少收回 ${figures.surveyReturnPercent}%；截止前 ${figures.surveyRemindDays} 天提醒还没答的；不够就延 ${figures.surveyExtendDays} 天，只延一次，还不够照实算，写明没到要求。截止以前谁也看不到结果。在纸上、电话里答的，一位同事只勾哪一户交了，另一位只录入答了什么，两样不能是同一个人；录入的不比勾的多，截止以前勾够 ${LEAST_SHOWN} 户才录入这一批。`,
  S4: (_, figures) =>
    `收回以后 ${figures.surveyCountDays} 天内统计分析，公布结果：每一块服务的满意率、误差、上一次的数；答的不到 ${LEAST_SHOWN} 户的不单独显示。截止以后才录入的纸表不到 ${LEAST_SHOWN} 份，不计入，写明几份。`,
  S5: (_, figures) =>
    `${figures.letterHouseholds} 户以上说到同一样不满意的，或者特别严重的，收回以后 ${figures.letterDays} 天内写公开信答复，先由管理者代表同意；信里答应的每一件都有人做、有日子，住户看得到做到没有。`,
  S6: (_, figures) =>
    `公开信贴出以后（不用写信的，统计分析以后）${figures.surveySendUpDays} 天内交品质管理部；管理者代表 ${figures.surveyReviewDays} 天内评审。`,
  S7: (_, figures) =>
    `公开信里答应的做好以后 ${figures.deedVerifyDays} 天内，品质管理部打电话或上门问住户；还有人不满意就再做，做好再问，问到满意为止。`,
  V6: (_, figures) =>
    `答完满意率调查，您可以请我们联系：写下要说的，${figures.surveyVisitDays} 天内回访；重要客户由主任登门，不打电话了事。投诉主任、公司领导的，由品质管理部来。`,
  Z4: () => '答卷里不记名的话，一次调查在与客户沟通登记表里登记一条：几户写了，由公开信一并答复；请我们联系的，另外按名字登记、回访。',
  Z16: () => '“请联系我”是另外一件，记名，写的话在那一件里；它和答卷不连在一起，谁也查不出您答了什么。一户同时办一件。',
  S11: (_, figures) =>
    `每年九月，人事行政部把员工需求普查发给全公司每一位同事：不记名，一人一份，截止以前谁也看不到结果。${figures.staffNeedPeople} 人以上说到同一样的，公布以后 ${figures.staffNeedsDays} 天内公司用文件答复，全体同事看得到。尖锐的、自己的事写总裁信箱，只有总经理和写的人看得到，${figures.mailboxDays} 天内当面谈或用文件答复；约好的日子要改，写明为什么，写的人看得到；谈没谈过写的人说了算，${figures.mailboxSilenceDays} 天没有回话当作谈过了；不署名的，谁写的哪里也不记。`,
  S12: (_, figures) =>
    `品质管理部每个月从每个小区抽 ${figures.spotHomes} 户，打电话问日常管理满意不满意，住户自己答也行；小区的人不问，也不代填。一户一份，不记谁答了什么；种子和次序留着。住户不到 ${LEAST_SHOWN} 户答的不单独显示。意见办得怎么样，品质管理部一起写下来。`,
  S10: (_, figures) =>
    `每年三、六、九、十二月，品质管理部从前三个月用过特约服务的住户里抽 ${figures.serviceHomes} 户打电话问：准不准时、做得好不好、态度、价格、下次还用不用；住户自己答也行，小区的人不问。一户一份，不记谁答了什么。结果公布以后 ${figures.providerToldDays} 天内告诉外面来做的服务方，只给满意率和我们的意见，不给是哪一户、写了什么；答的不到 ${LEAST_SHOWN} 户的不给。什么时候告诉的、说了什么，都记下来。`,
  S8: () =>
    '有需要时，品质管理部开季度、年度的满意率调查，打电话问，住户自己答也行。小区的服务中心可以自己写问卷：题库里选的题和半年一次的能比，另外的题自己写；品质管理部审内容，管理者代表批准，都同意了才能发。发出去的是哪一版、问了什么，一直留着，谁也不改。',
  S9: (_, figures) =>
    `结果告诉您以后、关单以前，请您打分，只问一次；${figures.lowScoreAtMost} 分和以下，服务中心负责人 ${figures.followUpMinutes / 60} 小时内联系您。`,
  Z5: () =>
    '收回的不够，延过一次还不够，就照实公布，写明收回多少、不能代表全部。抽样抽到的户，只有空着、搬走了才换，换成抽好的次序里同一栋的下一户（那一栋没有了，再往别的栋）；交了的不换。换了哪一户、为什么、谁换的，都留着。',
  Z6: () =>
    '抽的是这一周登记修好的：并到一起的算一件，没有电话可打的不抽、写明几件，没有修好的就没有可抽的。名单先定下来，再抽一个种子，连同次序一起留着，谁都能照着再抽一遍。打电话的人没动过手，也不住那里；回访专人都不合适，由品质管理部打。',
  Z8: () =>
    '定期要做的，过了时间没做就是没做：看渠道的一轮补不上，每月要写的可以补。连着没做，一级只告诉一次，说是第几次，不一轮一轮地喊。抽样回访迟了会补抽，一次都不少。',
  Z17: () => '新的小区从下一个完整的一轮算起；系统停过的，从最后一轮往后补记，没做的都记着。',
  Z12: () =>
    '同一户七天内不打两次回访电话；不打的那一次记下来。抽样抽到的，代替服务中心那一次；这户刚打过电话，就等满七天再打。没修好的特殊回访和答应过您的电话，照样打。',
  Z13: (_, figures) =>
    `电话回访打不通，至少打 ${figures.visitTries} 次，分在 ${figures.visitTryDays} 天，钟点错开 ${figures.visitTryHoursApart} 小时以上，时间以服务器为准；还打不通才记联系不上，不算做到，谁记了几次都看得到。抽样回访联系不上的，按抽好的次序换下一户，联系不上的还在数里。`,
  Z14: (_, figures) =>
    `上门家里没人，留下卡片，或者试过 ${figures.doorTries} 次，就定一个 ${figures.newDateHours} 小时以内的新时间。您同意了才算约好；没回话，原来的时间照样算，${figures.anotherDateMinutes} 分钟内和您另约。`,
  Z15: () => '同事请假，请假的那几天由代理顶上；没有代理的，由上一级顶上。答应您的时间不等人。',
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
