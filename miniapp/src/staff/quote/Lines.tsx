import { Text, View } from '@tarojs/components';
import { MAX_QUANTITY } from '../../../../shared/contract/quotes.ts';
import { sayMoney } from '../../../../shared/kernel/money.ts';
import { COST_KINDS } from '../../../../shared/quotes/prices.ts';
import { Stepper } from '../../kernel/parts/Stepper.tsx';
import { type Draft, withQuantity } from './lines.ts';

/** What was chosen so far, one more or one less at a tap. */
export function Lines({ lines, onChange }: { lines: readonly Draft[]; onChange: (lines: Draft[]) => void }) {
  return (
    <View className="card mt8">
      {lines.map((line, index) => (
        <View key={`${line.itemId} ${line.label}`} className="money-line">
          <View className="grow">
            <View className="b">{line.label}</View>
            <Text className="cap">
              {COST_KINDS[line.kind]} · {line.priceFen === null ? '等主管定价' : `${sayMoney(line.priceFen)} / ${line.unit}`}
            </Text>
          </View>
          <Stepper
            id={`line-${index}`}
            label={line.label}
            many={line.quantity}
            least={0}
            most={MAX_QUANTITY}
            onChange={(many) => onChange(withQuantity(lines, index, many))}
          />
        </View>
      ))}
    </View>
  );
}
