import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { api } from '../../kernel/api.ts';
import { Field } from '../../kernel/parts/Field.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';
import { enter } from '../../kernel/session.ts';

// biome-ignore format: a table reads best as one
const FIELDS = [
  { name: 'setUpCode',   label: '部署时给的码', hint: '26 位，可以粘贴',       max: 60 },
  { name: 'companyName', label: '公司名称',     hint: '比如 回音物业',         max: 30 },
  { name: 'hotline',     label: '公司电话',     hint: '比如 0571-8888 0100',   max: 20 },
  { name: 'name',        label: '您的姓名',     hint: '第一个人就是总经理',     max: 20 },
] as const;

const EMPTY = { setUpCode: '', companyName: '', hotline: '', name: '' };

interface Props {
  /** The button whose number WeChat vouches for; it says with which pass, and what WeChat gave. */
  vouch: (submit: (pass: string, code: string) => Promise<void>, busy: boolean) => ReactNode;
}

/** 建公司: the first user of an empty house, by the code the migration printed. */
export function SetUpForm({ vouch }: Props) {
  const [form, setForm] = useState(EMPTY);
  const { send, busy, refused, forgive } = useSend();
  const submit = async (pass: string, code: string) => {
    const answer = await send({ pass, code, ...form }, api.setUp);
    if (answer) await enter(answer.token);
  };
  return (
    <View id="set-up">
      <View className="title mt20">这里还没有公司</View>
      <View className="sub mt8">填上部署时给的码，您就是总经理；小区、房号、同事、住户，进去以后一步一步来。</View>
      {FIELDS.map(({ name, label, hint, max }) => (
        <Field
          key={name}
          id={name}
          label={label}
          words={form[name]}
          hint={hint}
          max={max}
          wrong={wrongWith(refused, name)}
          onWrite={(words) => {
            forgive();
            setForm({ ...form, [name]: words });
          }}
        />
      ))}
      <Refusal refused={refused} />
      {vouch(submit, busy)}
    </View>
  );
}
