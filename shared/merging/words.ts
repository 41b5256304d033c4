import type { Promised } from '../kernel/promises.ts';
import { sayMoment } from '../kernel/time.ts';
import { labelOf } from '../tickets/promise-words.ts';
import { afterwards, type Together } from './decide.ts';

const owed = (ledger: readonly Promised[]) =>
  ledger.filter((one) => !one.keptAt && !one.withdrawnAt && one.what === 'repaired').sort((a, b) => a.dueBy.getTime() - b.dueBy.getTime())[0];

/** Z3: what merging would come to, in one line: which one stays, whose time holds, and that the other keeps its people. */
export function foresee(together: Together): string {
  const { survivor, merged, onSurvivor } = together;
  const after = afterwards(survivor, onSurvivor);
  const due = owed(after.ledger);
  const time = due
    ? `，${sayMoment(due.dueBy, survivor.now)} 前${labelOf(due.what, due.clause)}${due.dueBy < survivor.now ? '（已经过了）' : ''}`
    : '';
  const others = together.carried.length > 0 ? `连同里面的 ${together.carried.length} 件` : '';
  const urgent = survivor.state.urgency !== after.state.urgency ? '，改成急修' : '';
  const stays = together.onMerged.facts.stays ? `，答应 ${merged.number} 的时间照旧算` : '';
  return `留 ${survivor.number}（先报的）${urgent}${time}。${merged.number} ${others}并进去${stays}，住户照样收到每一步。`;
}
