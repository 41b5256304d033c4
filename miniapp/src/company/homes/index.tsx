import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Output } from '../../../../shared/contract/client.ts';
import type { companyRoutes } from '../../../../shared/contract/company.ts';
import { api } from '../../kernel/api.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Field } from '../../kernel/parts/Field.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';

type LaidOut = Output<(typeof companyRoutes)['layOutHomes']>;

// biome-ignore format: a table reads best as one
const FIELDS = [
  { name: 'building',    label: '第几栋',               hint: '数字，比如 3' },
  { name: 'units',       label: '几个单元（没有写 0）', hint: '比如 2' },
  { name: 'fromFloor',   label: '从几层',               hint: '比如 1' },
  { name: 'toFloor',     label: '到几层',               hint: '比如 11' },
  { name: 'roomsAFloor', label: '每层每单元几户',       hint: '比如 2' },
] as const;

type Name = (typeof FIELDS)[number]['name'];
const EMPTY: Record<Name, string> = { building: '', units: '1', fromFloor: '1', toFloor: '', roomsAFloor: '2' };

/** What would come of it, said before it is done. */
const sayPlan = ({ added, standing, first, last }: LaidOut) =>
  added === 0
    ? `${first} 到 ${last} 都有了，没有要加的`
    : `会加 ${added} 户：${first} 到 ${last}${standing > 0 ? `；已经有的 ${standing} 户不动` : ''}`;

/** 排房号: a building at a time; first what it would be, then that. */
export default function HomesPage() {
  const { id = '' } = useRouter().params;
  const [form, setForm] = useState(EMPTY);
  const [plan, setPlan] = useState<LaidOut | null>(null);
  const [doneWith, setDone] = useState('');
  const { send, busy, refused, forgive } = useSend();
  const given = () =>
    Object.fromEntries(FIELDS.map(({ name }) => [name, /^\d+$/.test(form[name].trim()) ? Number(form[name]) : Number.NaN])) as Record<Name, number>;
  const write = (name: Name, words: string) => {
    forgive();
    setPlan(null);
    setForm({ ...form, [name]: words });
  };
  const look = async () => {
    setDone('');
    const answer = await send({ id, ...given(), isPreview: true }, api.layOutHomes);
    if (answer) setPlan(answer);
  };
  const submit = async () => {
    const answer = await send({ id, ...given(), isPreview: false }, api.layOutHomes);
    if (!answer) return;
    setDone(`${form.building} 栋排好了，加了 ${answer.added} 户`);
    setPlan(null);
    setForm({ ...form, building: String(Number(form.building) + 1) });
  };
  return (
    <Screen
      foot={
        <>
          {plan && (
            <View className="foot-line" id="plan">
              {sayPlan(plan)}
            </View>
          )}
          {plan && plan.added > 0 ? (
            <Button id="do-lay-out" look="main" busy={busy} onPress={submit}>
              就这样加
            </Button>
          ) : (
            <Button id="look" look="main" busy={busy} onPress={look}>
              先看会有哪些
            </Button>
          )}
        </>
      }
    >
      {doneWith && (
        <View className="strip quiet" id="laid-out">
          <Icon name="check" />
          <View className="grow">{doneWith}。接着排下一栋，或者</View>
          <Button id="finished" size="small" onPress={() => void Taro.navigateBack()}>
            排完了
          </Button>
        </View>
      )}
      <View className="sub mt8">一栋一栋排，房号从 101 起；和登记的不一样的，用住户名单导入。</View>
      <Refusal refused={refused} />
      {FIELDS.map(({ name, label, hint }) => (
        <Field
          key={name}
          id={name}
          label={label}
          words={form[name]}
          hint={hint}
          max={3}
          digits
          wrong={wrongWith(refused, name)}
          onWrite={(words) => write(name, words)}
        />
      ))}
    </Screen>
  );
}
