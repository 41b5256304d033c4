import { View } from '@tarojs/components';
import { useState } from 'react';
import { readMoney } from '../../../../shared/kernel/money.ts';
import { COST_KINDS, type CostKind } from '../../../../shared/quotes/prices.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips, choicesOf } from '../../kernel/parts/Choice.tsx';
import { Field } from '../../kernel/parts/Field.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import type { Draft } from './lines.ts';

const KINDS = choicesOf(COST_KINDS);

/** 价目表上没有: what it is; only the supervisor writes its price (R5). */
export function OffList({ pricesItself, onAdd, onClose }: { pricesItself: boolean; onAdd: (line: Draft) => void; onClose: () => void }) {
  const [label, setLabel] = useState('');
  const [unit, setUnit] = useState('个');
  const [kind, setKind] = useState<CostKind>('material');
  const [yuan, setYuan] = useState('');
  const [tried, setTried] = useState(false);
  const priceFen = pricesItself ? readMoney(yuan) : null;
  const isReady = label.trim() !== '' && (!pricesItself || priceFen !== null);
  const add = () => {
    setTried(true);
    if (isReady) onAdd({ itemId: null, label: label.trim(), unit: unit.trim(), kind, quantity: 1, priceFen });
  };
  return (
    <Sheet title="价目表上没有的" onClose={onClose}>
      <Field
        id="off-list-label"
        label="是什么"
        words={label}
        hint="比如：老式陶瓷阀芯"
        max={40}
        wrong={tried && label.trim() === '' ? '请写几个字' : undefined}
        onWrite={setLabel}
      />
      <Chips id="off-list" className="mt12" items={KINDS} chosen={kind} onChoose={setKind} />
      <Field id="off-list-unit" label="单位" words={unit} hint="个、次、米" max={10} onWrite={setUnit} />
      {pricesItself && (
        <Field
          id="off-list-yuan"
          label="单价（元）"
          words={yuan}
          hint="比如：45"
          max={10}
          wrong={tried && priceFen === null ? '请写价格' : undefined}
          onWrite={setYuan}
        />
      )}
      {!pricesItself && <View className="cap mt8">工程主管定好价，住户才看到。</View>}
      <View className="mt16">
        <Button id="add-off-list" look="main" onPress={add}>
          加上
        </Button>
      </View>
    </Sheet>
  );
}
