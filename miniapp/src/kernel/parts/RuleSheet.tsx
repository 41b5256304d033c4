import { View } from '@tarojs/components';
import type { PromiseView } from '../../../../shared/contract/tickets.ts';
import { clauseWords } from '../../../../shared/manual/clauses.ts';
import { useNow } from '../clock.ts';
import { Button } from './Button.tsx';
import { Sheet } from './Sheet.tsx';

export interface Rule {
  clause: string;
  title: string;
  promise?: PromiseView;
}

/** How a promise stands and why, with the manual's rule in plain words. */
export function RuleSheet({ rule, onClose }: { rule: Rule | null; onClose: () => void }) {
  const now = useNow();
  if (!rule) return null;
  const explained = rule.promise?.explain.split('；') ?? [];
  return (
    <Sheet title={rule.title} onClose={onClose}>
      {explained.length > 0 && (
        <View className="mt12">
          {explained.map((line) => (
            <View key={line}>{line}</View>
          ))}
        </View>
      )}
      <View className="strip lake-strip mt12">
        <View className="grow">
          <View className="b">规则 {rule.clause}</View>
          <View>{clauseWords(rule.clause, now) ?? ''}</View>
        </View>
      </View>
      <View className="mt16">
        <Button look="line" onPress={onClose}>
          知道了
        </Button>
      </View>
    </Sheet>
  );
}
