import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Asked, signInRoutes } from '../../../../shared/contract/sign-in.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { Field } from '../../kernel/parts/Field.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { codeOf, wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';

/** 填号码，由服务中心核对: a typed number never binds by itself. */
export function AskForm({ pass, onOver, onAsked }: { pass: string; onOver: () => void; onAsked: (asked: Asked) => void }) {
  const estates = useAsked(() => api.estates({}), 'estates');
  const { send, busy, refused, forgive } = useSend();
  const [form, setForm] = useState({ officeId: '', name: '', home: '', phone: '' });
  const write = (part: Partial<typeof form>) => {
    forgive();
    setForm({ ...form, ...part });
  };
  const submit = async () => {
    const answer = await send({ pass, ...form }, api.askToBind, signInRoutes.askToBind.body);
    if (answer) onAsked(answer.asked);
  };
  return (
    <>
      <View className={`label ${wrongWith(refused, 'officeId') ? 'wrong' : ''}`}>哪个小区</View>
      <Shown asked={estates}>
        {({ items }) => (
          <View className="chips">
            {items.map((estate) => (
              <Chip key={estate.id} id={`estate-${estate.id}`} on={estate.id === form.officeId} onPress={() => write({ officeId: estate.id })}>
                {estate.name}
              </Chip>
            ))}
          </View>
        )}
      </Shown>
      <Field
        id="ask-home"
        label="房号"
        words={form.home}
        hint="比如 3栋2单元502"
        max={40}
        wrong={wrongWith(refused, 'home')}
        onWrite={(home) => write({ home })}
      />
      <Field
        id="ask-name"
        label="姓名"
        words={form.name}
        hint="登记的姓名"
        max={20}
        wrong={wrongWith(refused, 'name')}
        onWrite={(name) => write({ name })}
      />
      <Field
        id="ask-phone"
        label="手机号"
        words={form.phone}
        hint="11 位"
        max={11}
        digits
        wrong={wrongWith(refused, 'phone')}
        onWrite={(phone) => write({ phone })}
      />
      <Refusal refused={refused} />
      <View className="mt16">
        {codeOf(refused) === 'sign-in/pass-over' ? (
          <Button id="ask-again" look="main" onPress={onOver}>
            重新登录
          </Button>
        ) : (
          <Button id="do-ask" look="main" busy={busy} onPress={submit}>
            交给服务中心核对
          </Button>
        )}
      </View>
    </>
  );
}
