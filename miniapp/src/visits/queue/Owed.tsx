import { View } from '@tarojs/components';
import type { VisitLine } from '../../../../shared/contract/visits.ts';
import { sayDay } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useNow } from '../../kernel/clock.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { VisitRow } from './VisitRow.tsx';

const GROUPS = ['已超时', '今天', '以后', '先等住户在小程序里回话'] as const;

function groupOf(line: VisitLine, now: Date): (typeof GROUPS)[number] {
  const dueBy = new Date(line.dueBy);
  if (dueBy < now) return '已超时';
  // A day's end is midnight, and belongs to the day before.
  if (sayDay(new Date(dueBy.getTime() - 1), now) === '今天') return '今天';
  // Asked in the app first: called only without an answer (Z12).
  return line.what === 'return_visit' && line.isRepaired ? '先等住户在小程序里回话' : '以后';
}

/** What one owes, soonest due first. */
export function Owed() {
  const now = useNow();
  const paged = usePages((after) => api.visits(after ? { after } : {}), 'visits');
  return (
    <Shown asked={paged}>
      {({ items, counts }) => (
        <View className="mt12">
          {items.length === 0 && <Blank icon="check" title="没有欠着的回访" note="修好没回音的、没修好的、打了低分的，会排在这里。" />}
          {items.length > 0 && (
            <View className="sub" id="visit-counts">
              一共 {counts.open} 件{counts.late > 0 && `，超时 ${counts.late} 件`}
              {counts.today > counts.late && `，今天到期 ${counts.today - counts.late} 件`}
            </View>
          )}
          {GROUPS.map((group) => {
            const lines = items.filter((line) => groupOf(line, now) === group);
            if (lines.length === 0) return null;
            return (
              <View key={group}>
                <View className={`sec ${group === '已超时' ? 'red' : ''}`}>{group}</View>
                {lines.map((line) => (
                  <VisitRow key={`${line.openedBy}${line.what}`} line={line} now={now} />
                ))}
              </View>
            );
          })}
          <More paged={paged} />
        </View>
      )}
    </Shown>
  );
}
