import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Price } from '../../../../shared/contract/prices.ts';
import { sayMoney } from '../../../../shared/kernel/money.ts';
import { COST_KINDS, type CostKind } from '../../../../shared/quotes/prices.ts';
import { sayDate } from '../moments.ts';
import { Press } from './Press.tsx';

/** Those whose name holds every word looked for. */
export const findPrices = (items: readonly Price[], words: string): Price[] =>
  items.filter((one) =>
    words
      .trim()
      .split(/\s+/)
      .every((word) => one.name.includes(word)),
  );

function noteOf(one: Price, today: string): string {
  const parts = [
    one.from > today ? `${sayDate(one.from)}起` : '',
    one.warrantyMonths ? `保修 ${one.warrantyMonths} 个月` : '',
    one.next ? `${sayDate(one.next.from)}起${one.next.priceFen === null ? '取消' : ` ${sayMoney(one.next.priceFen)}`}` : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

interface Props {
  items: readonly Price[];
  today: string;
  off?: (one: Price) => boolean;
  mark?: (one: Price) => ReactNode;
  onPress: ((one: Price) => void) | null;
}

/** A price list, labour first, then material. */
export function PriceCells({ items, today, off, mark, onPress }: Props) {
  return (
    <>
      {(Object.keys(COST_KINDS) as CostKind[]).map((kind) => {
        const own = items.filter((one) => one.kind === kind);
        if (own.length === 0) return null;
        return (
          <View key={kind}>
            <View className="sec">{COST_KINDS[kind]}</View>
            <View className="cells">
              {own.map((one) => (
                <Press key={one.id} id={`price-${one.name}`} className="cell" off={!onPress || (off?.(one) ?? false)} onPress={() => onPress?.(one)}>
                  <View className="money-line grow">
                    <View className="grow">
                      <View className="b">{one.name}</View>
                      <Text className="cap">{noteOf(one, today)}</Text>
                    </View>
                    <View>
                      <Text className="fen">{one.priceFen > 0 ? sayMoney(one.priceFen) : '不收费'}</Text>
                      {one.priceFen > 0 && <Text className="cap"> / {one.unit}</Text>}
                    </View>
                  </View>
                  {mark?.(one)}
                </Press>
              ))}
            </View>
          </View>
        );
      })}
    </>
  );
}
