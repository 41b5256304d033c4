/** The company's documents, by the number the clauses cite them with. 000 also stands, cleaner, as WI/FW-003 in 002; its words are taken from there. */
export const DOCUMENTS = {
  '000': '沟通程序（WI/FW-003 服务沟通）',
  '001': '物业公司服务沟通制度',
  '002 FW-001': '服务模式 WI/FW-001',
  '002 FW-009': '服务的评价 WI/FW-009',
  '003': '6.2 客户沟通管理',
  '004': '客户沟通管理规程',
} as const;

export type DocumentCode = keyof typeof DOCUMENTS;

/** Where a clause comes from: the company's own words, or why this product decided it. */
export type Source =
  | {
      clause: string;
      document: DocumentCode;
      section: string;
      /** Copied word for word; only characters the scan had broken are mended. */
      words: string;
      /** What this product adds to the document, in its own words. */
      ours?: string;
    }
  | { clause: string; document: null; reason: string };

/** The source of every clause the product runs. */
// biome-ignore format: a table reads best as one
export const SOURCES: readonly Source[] = [
  { clause: 'I2', document: '001', section: '三（六）1 记录要求', words: '在沟通活动过程中，参与人员应认真做好沟通记录，记录内容应包括沟通时间、地点、参与人员、沟通内容、处理结果等，确保记录真实、准确、完整。', ours: '写下的话和照片先请微信看一眼：拿不准、没有回话的照样登记，自己和同事看得到，客服或主任放行以后别的住户才看得到；不展示的，写的人读得到为什么。' },
  { clause: 'I5', document: '002 FW-001', section: '二 一站式服务', words: '客户所有的需求，都可以在服务中心解决，流程为：客户要求提供服务 → 服务中心 → 服务中心安排有关人员进行服务 → 服务完毕，请客户确认 → 服务中心回访' },
  { clause: 'I7', document: '000', section: '与客户的沟通 1 服务前的沟通', words: '管理处必须在客户要求的期限内解决问题，如需延期，应主动进行沟通，以得到客户的谅解。如需收费，应在服务前将收费标准明示客户。', ours: '在到期之前约好才算数；第一个时间一直留在旁边。' },
  { clause: 'I9', document: '000', section: '与客户的沟通 1 服务前的沟通', words: '服务前就客户的需求进行沟通，对客户的问询，应详细予以解答，最后确认客户需求的内容及相关要求，超出服务范围应及时说明。' },
  { clause: 'I15', document: '001', section: '二（一）2 在线客服平台', words: '客服人员应及时回复在线咨询和留言，确保沟通的及时性和便捷性。', ours: '“及时”定了分钟数，只算服务时间；报修本身不是留言，派人就是答复，见 R8。' },
  { clause: 'I16', document: '002 FW-001', section: '五 1 服务中心，注', words: '接待客户的人员在管理处应有相对的权威，可以调派管理处的人、财、物。' },
  { clause: 'R1', document: '003', section: '五（三）1（1）', words: '急修项目分为：1）物业公共部位、共用设备、公共设施损坏发生危险。2）因室内线路故障而引起停电和漏电。3）因水泵故障和进水表内的水管爆裂造成停水和龙头严重漏水。4）水落管、落水管堵塞和水盘等设备漏水。5）电梯故障、不能正常行驶。6）楼地板、扶梯踏步板断裂和阳台、晒台、扶梯等各种扶手栏杆松动、损坏。7）其他属于危险性急修项目。' },
  { clause: 'R2', document: '003', section: '五（三）1（2）', words: '一般项目分为：1）各类钢、木门窗损坏。2）水卫设备零件损害。3）屋面渗漏水。4）其他属于小修养护和便民服务范围的项目。' },
  { clause: 'R3', document: '003', section: '五（三）1', words: '物业管理企业接到急修项目报修的，应在2小时内赶到现场，24小时内修理；接到一般项目报修的，应在72小时内修理。物业管理企业未按时维修造成业主、使用人损失的，应当承担赔偿责任。', ours: '从收到报修算起，按修好算；每次迟了都记下原因。' },
  { clause: 'R8', document: '003', section: '五（三）3（3）2）', words: '客户服务中心员工负责具体记录报修内容，及时传达至工程部，并跟踪、督促维修工作按时完成。', ours: '“及时”定了分钟数，见 Z18；着急的住户当天再打一次电话，是照那份文件里的案例定的。住户要知道的事，他没看到、微信也通知不到，就打电话，是跟到底的意思。' },
  { clause: 'R9', document: '002 FW-009', section: '六（一）4', words: '管理处在提供服务的同时应完成初级回访，对服务过程由服务提供者在规定的表格上要求客户签署意见。' },
  { clause: 'R11', document: '000', section: '与客户的沟通 3 维修回访', words: '如收到客户对维修后仍存在缺陷的投诉时，应立即派人返修，并在24小时内进行特殊回访。', ours: '“立即派人”也定了上门时间；回访的人不能是动手的师傅；从住户说没修好算起。' },
  { clause: 'D1', document: '001', section: '三（三）1 内部传递', words: '客服人员将分类整理后的信息按照规定流程传递给相关部门或人员，并填写《信息传递单》，明确信息内容、交办部门、交办时间和要求反馈时间等。' },
  { clause: 'D2', document: '000', section: '五（四）4', words: '部门主管在接收任务后，对任务进行识别和评审，并在对方要求时间内给予确定性的时间承诺和完成情况承诺。' },
  { clause: 'P3', document: '004', section: '5.2.4', words: '所有对客户发出的电话信息内容，均需通过项目经理审核后方可发出，并做好记录，任何人不得以个人名义向客户发送电话短信。', ours: '微信消息就是模板：项目主任一个模板审一次，之后每条只填编号、时间和模板里固定的字。几点到几点不发、一天最多几条，也是本产品定的。' },
  { clause: 'V8', document: '002 FW-001', section: '二 一站式服务', words: '服务完毕，请客户确认 → 服务中心回访', ours: '先在小程序里问，几天没有回音才打电话；动手的人不能自己回访。' },
  { clause: 'S9', document: '001', section: '三（五）2 满意度调查', words: '在反馈处理结果后，客服人员应通过电话回访、在线调查等方式，对业主、使用人的满意度进行调查，了解业主、使用人对处理结果的评价和意见，不断改进服务质量。', ours: '和确认一起问，只问一次；低分由服务中心负责人限时联系，这是我们定的。' },
  { clause: 'Z12', document: null, reason: '手册要求每件都回访（V8），又要求每周抽五分之一打电话（V1）。两样都照打，同一户一周里会接到好几个电话。' },
  { clause: 'A1', document: '004', section: '5.6.2', words: '客户沟通的内容公司全体职员均有保密义务，出现泄漏客户信息的，按行政处罚相关制度执行。' },
  { clause: 'A2', document: '001', section: '三（六）2 存档管理', words: '存档资料应妥善保管，便于查阅和追溯。' },
  { clause: 'A3', document: null, reason: '记录能改，就没有人再信记录。说错了可以补一条，原来的留着。' },
  { clause: 'Z7', document: null, reason: '手册要求先审后发，没有写自己写的能不能自己审、几天内审完、退回以后怎么办。不写明，送审的东西就压在那里，谁也不知道压在谁手里。' },
  { clause: 'Z18', document: null, reason: '手册要求按时、要求跟到底，没有写什么时候提醒、迟了报给谁、没派人算谁的、急修几分钟内派人。不写明，迟了只有住户知道。' },
];

/** Where a clause comes from; undefined for one without a row. */
export const sourceOf = (clause: string): Source | undefined => SOURCES.find((source) => source.clause === clause);
