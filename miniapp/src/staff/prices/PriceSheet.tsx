import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import { type Price, priceRoutes } from '../../../../shared/contract/prices.ts';
import { readMoney, writeMoney } from '../../../../shared/kernel/money.ts';
import { COST_KINDS, type CostKind } from '../../../../shared/quotes/prices.ts';
import { api } from '../../kernel/api.ts';
import { sayDate } from '../../kernel/moments.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips, choicesOf } from '../../kernel/parts/Choice.tsx';
import { Field } from '../../kernel/parts/Field.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';

const KINDS = choicesOf(COST_KINDS);

interface Props {
  officeId: string;
  /** None for an item that is not on the list yet. */
  price: Price | null;
  today: string;
  onDone: () => void;
  onClose: () => void;
}

/** One item: its price from a day on; what stood before stays. */
export function PriceSheet({ officeId, price, today, onDone, onClose }: Props) {
  const [name, setName] = useState(price?.name ?? '');
  const [unit, setUnit] = useState(price?.unit ?? '个');
  const [kind, setKind] = useState<CostKind>(price?.kind ?? 'labour');
  const [yuan, setYuan] = useState(price ? writeMoney(price.priceFen) : '');
  const [months, setMonths] = useState(price?.warrantyMonths ? String(price.warrantyMonths) : '');
  const [from, setFrom] = useState(today);
  const { send, busy, refused } = useSend();
  const save = async () => {
    const body = {
      officeId,
      itemId: price?.id ?? null,
      name,
      unit,
      kind,
      priceFen: readMoney(yuan) ?? (undefined as unknown as number),
      warrantyMonths: months === '' ? null : Number(months),
      from,
    };
    if (await send(body, api.savePrice, priceRoutes.savePrice.body)) onDone();
  };
  const withdraw = async () => {
    if (price && (await send({ id: price.id, from }, api.withdrawPrice))) onDone();
  };
  return (
    <Sheet title={price ? '改价格' : '加一个项目'} onClose={onClose}>
      <Field id="price-name" label="项目" words={name} hint="比如：换水龙头" max={30} wrong={wrongWith(refused, 'name')} onWrite={setName} />
      <Chips id="kind" className="mt12" items={KINDS} chosen={kind} onChoose={setKind} />
      <Field
        id="price-yuan"
        label="单价（元）"
        words={yuan}
        hint="比如：38 或 12.50"
        max={10}
        wrong={wrongWith(refused, 'priceFen')}
        onWrite={setYuan}
      />
      <Field id="price-unit" label="单位" words={unit} hint="个、次、米" max={10} wrong={wrongWith(refused, 'unit')} onWrite={setUnit} />
      <Field
        id="price-months"
        label="保修几个月（可以不写）"
        words={months}
        hint="比如：3"
        max={3}
        digits
        wrong={wrongWith(refused, 'warrantyMonths')}
        onWrite={setMonths}
      />
      <View className={`label ${wrongWith(refused, 'from') ? 'wrong' : ''}`}>从哪天起</View>
      <Picker mode="date" value={from} start={today} onChange={(event) => setFrom(event.detail.value)}>
        <View id="price-from" className="chip on">
          {from === today ? '今天起' : `${sayDate(from)}起`}
        </View>
      </Picker>
      <View className="cap mt8">以前的价格都留着，已经报给住户的不变。</View>
      <Refusal refused={refused} />
      <View className="btns mt16">
        {price && (
          <Button id="withdraw-price" busy={busy} onPress={withdraw}>
            取消项目
          </Button>
        )}
        <Button id="save-price" look="main" size="wide" busy={busy} onPress={save}>
          存好
        </Button>
      </View>
    </Sheet>
  );
}
