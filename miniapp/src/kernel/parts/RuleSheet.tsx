import { View } from '@tarojs/components';
import type { PromiseView } from '../../../../shared/contract/ticket-views.ts';
import { clauseWords } from '../../../../shared/manual/clauses.ts';
import { useNow } from '../clock.ts';
import { toClause } from '../go.ts';
import { Button } from './Button.tsx';
import { Sheet } from './Sheet.tsx';

export interface Rule {
  clause: string;
  title: string;
  promise?: PromiseView;
  /** For colleagues: the estate whose manual says the rest. */
  officeId?: string;
}

/** How a promise stands and why, with the manual's rule in plain words. */
export function RuleSheet({ rule, onClose }: { rule: Rule | null; onClose: () => void }) {
  const now = useNow();
  if (!rule) return null;
  const openClause = ({ clause, officeId }: Rule) => {
    onClose();
    void toClause(clause, officeId);
  };
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
      {rule.officeId && (
        <View className="mt12">
          <Button id="open-clause" look="plain" icon="list" onPress={() => openClause(rule)}>
            公司手册怎么说
          </Button>
        </View>
      )}
      <View className="mt16">
        <Button look="line" onPress={onClose}>
          知道了
        </Button>
      </View>
    </Sheet>
  );
}
