/** Clauses that no row runs by itself, and what runs them instead. */
export const RUN_WITHOUT_ROWS: Readonly<Record<string, string>> = {
  I18: '没有单独的规则行：归类时要点一块，见 I3 的“归类”。',
  Z12: '没有单独的规则行：记下一次电话或回访时，这一户还欠着的回访电话就不打了，在“经过”里写明；七天是固定的，见 V8。',
  Z15: '没有单独的规则行：请假的时候谁代写在“同事”里；没有人代的，照哪一级顶上的规矩往上走，见 Z18。',
  Z4: '没有单独的规则行：写分析、公布结果的那一步同时登记，见 S4。',
  Z16: '没有单独的规则行：请我们联系的是建议、咨询或投诉，照那一种的规矩办；多一次回访，见 V6。',
  Z6: '没有单独的规则行：抽样的名单、次序和种子在“抽样”里看得到，见 V1、V2；打几次、换下一件，见 Z13。',
  Z17: '没有单独的规则行：每一种定期要做的事都从下一个完整的一轮开起，见 I13、D10；停过的从最后一轮往后补记，见 Z8。',
  Z2: '没有单独的规则行：三个数从账本里数出来，见“守诺情况”。',
  A3: '没有单独的规则行：数据库不许任何人改写历史，重放一遍就能查出来。',
};

/** Clauses that no screen shows, and why. */
export const RUN_WITHOUT_SCREEN: Readonly<Record<string, string>> = {};
