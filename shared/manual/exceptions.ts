/** Clauses that no row runs by itself, and what runs them instead. */
export const RUN_WITHOUT_ROWS: Readonly<Record<string, string>> = {
  I5: '没有单独的规则行：收到、派人、修好、确认都是同一件事的步骤，见 R8、R3、R9。',
  Z12: '没有单独的规则行：记下一次电话或回访时，这一户还欠着的回访电话就不打了，在“经过”里写明；七天是固定的，见 V8。',
  A3: '没有单独的规则行：数据库不许任何人改写历史，重放一遍就能查出来。',
  I9: '没有单独的规则行：派师傅、改派时必须写上和住户核对过的内容，不写就派不出去。',
};

/** Clauses that no screen shows, and why. */
export const RUN_WITHOUT_SCREEN: Readonly<Record<string, string>> = {};
