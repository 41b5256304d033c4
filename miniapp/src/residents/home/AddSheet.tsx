import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Household } from '../../../../shared/contract/households.ts';
import { RESIDES_AS, type ResidesAs } from '../../../../shared/households/households.ts';
import { isoDay } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips, choicesOf } from '../../kernel/parts/Choice.tsx';
import { Field } from '../../kernel/parts/Field.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';
import { DayChoice } from '../DayChoice.tsx';

const AS = choicesOf(RESIDES_AS);

/** Who comes to live here, since when, and who leaves for them: a tenant after a tenant, an owner after an owner. */
export function AddSheet({ home, now, onClose }: { home: Household; now: Date; onClose: () => void }) {
  const { send, busy, refused, forgive } = useSend();
  const [form, setForm] = useState<{ name: string; phone: string; as: ResidesAs; from: string; insteadOf: string[] }>({
    name: '',
    phone: '',
    as: 'occupant',
    from: isoDay(now),
    insteadOf: [],
  });
  const write = (part: Partial<typeof form>) => {
    forgive();
    setForm({ ...form, ...part });
  };
  const leave = (id: string) =>
    write({ insteadOf: form.insteadOf.includes(id) ? form.insteadOf.filter((one) => one !== id) : [...form.insteadOf, id] });
  const submit = async () => {
    if (await send({ id: home.id, ...form }, api.addResident)) onClose();
  };
  return (
    <Sheet title={`谁住进${home.label}`} onClose={onClose}>
      <View className="label">是这一户的什么人</View>
      <Chips id="add-as" items={AS} chosen={form.as} onChoose={(as) => write({ as })} />
      <Field
        id="add-name"
        label="姓名"
        words={form.name}
        hint="登记的姓名"
        max={20}
        wrong={wrongWith(refused, 'name')}
        onWrite={(name) => write({ name })}
      />
      <Field
        id="add-phone"
        label="手机号（没有就空着）"
        words={form.phone}
        hint="11 位，本人用它绑定微信"
        max={11}
        digits
        wrong={wrongWith(refused, 'phone')}
        onWrite={(phone) => write({ phone })}
      />
      <DayChoice
        id="add-from"
        label="从哪一天住"
        day={form.from}
        now={now}
        wrong={wrongWith(refused, 'from') !== undefined}
        onChoose={(from) => write({ from })}
      />
      {home.now.length > 0 && <View className="label">谁同时搬走（换租客、换业主时选）</View>}
      <View className="chips">
        {home.now.map((stay) => (
          <Press
            key={stay.id}
            id={`instead-${stay.id}`}
            className={`chip ${form.insteadOf.includes(stay.id) ? 'on' : ''}`}
            role="checkbox"
            checked={form.insteadOf.includes(stay.id)}
            onPress={() => leave(stay.id)}
          >
            {stay.name}
          </Press>
        ))}
      </View>
      <View className="sub mt8">只看得到住进来以后这一户报的事，以前的看不到。</View>
      <Refusal refused={refused} kept="" />
      <View className="mt16">
        <Button id="do-add" look="main" busy={busy} onPress={submit}>
          登记住进来
        </Button>
      </View>
    </Sheet>
  );
}
