import { Text, View } from '@tarojs/components';
import type { QuoteView } from '../../../../shared/contract/ticket-views.ts';
import { sayMoney } from '../../../../shared/kernel/money.ts';
import { costOf, totalFen } from '../../../../shared/quotes/quotes.ts';
import { Stepper } from '../../kernel/parts/Stepper.tsx';

/** 用了什么: of what the resident accepted, never more (R14). */
export function Used({ quote, used, onChange }: { quote: QuoteView; used: readonly number[]; onChange: (used: number[]) => void }) {
  const lines = quote.lines.map((line) => ({ ...line, priceId: null }));
  return (
    <View className="card" id="used">
      {quote.lines.map((line, index) => (
        <View key={`${index} ${line.label}`} className="money-line">
          <View className="grow">
            <View>{line.label}</View>
            <Text className="cap">
              {sayMoney(line.priceFen ?? 0)} / {line.unit} · 同意了 {line.quantity}
            </Text>
          </View>
          <Stepper
            id={`used-${index}`}
            label={line.label}
            many={used[index] ?? 0}
            least={0}
            most={line.quantity}
            onChange={(many) => onChange(used.map((one, other) => (other === index ? many : one)))}
          />
        </View>
      ))}
      <View className="money-sum mt8">
        <Text className="b">收住户</Text>
        <Text className="sum" id="used-sum">
          {sayMoney(totalFen(costOf(lines, used)))}
        </Text>
      </View>
    </View>
  );
}
