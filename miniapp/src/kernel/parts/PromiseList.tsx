import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { PromiseView } from '../../../../shared/contract/ticket-views.ts';
import { PromiseRow } from './PromiseRow.tsx';
import { type Rule, RuleSheet } from './RuleSheet.tsx';

interface Props {
  title: string;
  promises: readonly PromiseView[];
  now: Date;
  /** What the count beside the title counts. */
  unit?: string;
  /** Whose word its promises wait for. */
  waits?: '您' | '住户' | null;
  /** The office whose figures its rules show. */
  officeId?: string;
}

/** Every promise of one matter as colleagues see it, newest round first: who owes it, its clause and how it stands. */
export function PromiseList({ title, promises, now, unit = '条', waits = null, officeId }: Props) {
  const [rule, setRule] = useState<Rule | null>(null);
  const newestFirst = [...promises].sort((a, b) => b.round - a.round);
  const ruleOf = (promise: PromiseView): Rule => ({
    clause: promise.clause,
    title: `${promise.label}：${promise.owedBy}`,
    promise,
    ...(officeId ? { officeId } : {}),
  });
  return (
    <>
      <View className="sec">
        {title}
        <Text className="cap end">
          {promises.length} {unit}
        </Text>
      </View>
      <View className="card promised">
        {newestFirst.map((promise) => (
          <PromiseRow
            key={`${promise.what} ${promise.round} ${promise.openedBy}`}
            promise={promise}
            now={now}
            forStaff
            waits={waits}
            onPress={() => setRule(ruleOf(promise))}
          />
        ))}
      </View>
      <RuleSheet rule={rule} onClose={() => setRule(null)} />
    </>
  );
}
