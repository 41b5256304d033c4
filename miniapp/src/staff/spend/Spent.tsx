import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { sayMoney } from '../../../../shared/kernel/money.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { findPrices, PriceCells } from '../../kernel/parts/PriceCells.tsx';
import { SearchField } from '../../kernel/parts/SearchField.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { Lines } from '../quote/Lines.tsx';
import { type Draft, sumOf, withItem } from '../quote/lines.ts';
import { OffList } from '../quote/OffList.tsx';

/** What a public repair used: from the price list, or something else with what it cost. No resident pays it (R7). */
export function Spent({ officeId, lines, onChange }: { officeId: string; lines: readonly Draft[]; onChange: (lines: Draft[]) => void }) {
  const asked = useAsked(() => api.prices({}), 'prices', 'prices');
  const [adding, add] = useState<'list' | 'other' | null>(null);
  const [words, write] = useState('');
  return (
    <>
      {lines.length > 0 && <Lines lines={lines} onChange={onChange} />}
      <View className="cells mt8">
        <Press id="spent-list" className="cell" onPress={() => add('list')}>
          <Icon name="plus" className="lead-ic" />
          <View className="grow lake b">从价目表选</View>
        </Press>
        <Press id="spent-other" className="cell" onPress={() => add('other')}>
          <Icon name="plus" className="lead-ic" />
          <View className="grow lake b">价目表上没有的</View>
        </Press>
      </View>
      <View className="money-sum mt8">
        <Text className="cap">公司出，住户不付钱</Text>
        <Text className="sum" id="spent-sum">
          {sayMoney(sumOf(lines))}
        </Text>
      </View>
      {adding === 'list' && (
        <Sheet title="从价目表选" onClose={() => add(null)}>
          <View className="mt12">
            <SearchField id="find-spent" words={words} hint="比如：水泵" onWrite={write} />
          </View>
          <Shown asked={asked}>
            {({ items, today }) => (
              <PriceCells
                items={findPrices(
                  items.filter((one) => one.officeId === officeId && one.from <= today),
                  words,
                )}
                today={today}
                mark={(one) => lines.some((line) => line.itemId === one.id) && <Icon name="check" className="lake" />}
                onPress={(one) => onChange(withItem(lines, one))}
              />
            )}
          </Shown>
          <View className="mt16">
            <Button id="spent-done" look="main" onPress={() => add(null)}>
              选好了
            </Button>
          </View>
        </Sheet>
      )}
      {adding === 'other' && (
        <OffList
          pricesItself
          onAdd={(line) => {
            onChange([...lines, line]);
            add(null);
          }}
          onClose={() => add(null)}
        />
      )}
    </>
  );
}
