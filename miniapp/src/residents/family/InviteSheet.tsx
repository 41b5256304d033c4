import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { OwnHome } from '../../../../shared/contract/family.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Field } from '../../kernel/parts/Field.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';

const spaced = (code: string) => (code.match(/.{1,5}/g) ?? []).join(' ');

/** A code for somebody of the family, for their number alone. */
export function InviteSheet({ home, now, onClose }: { home: OwnHome; now: Date; onClose: () => void }) {
  const { send, busy, refused, forgive } = useSend();
  const [form, setForm] = useState({ name: '', phone: '' });
  const [made, setMade] = useState<Awaited<ReturnType<typeof api.inviteFamily>> | null>(null);
  const write = (part: Partial<typeof form>) => {
    forgive();
    setForm({ ...form, ...part });
  };
  const submit = async () => {
    const answer = await send({ id: home.id, ...form }, api.inviteFamily);
    if (answer) setMade(answer);
  };
  if (made)
    return (
      <Sheet title={`给${made.name}的邀请码`} onClose={onClose}>
        <View id="family-code" className="title mt16">
          {spaced(made.code)}
        </View>
        <View className="sub mt8">
          <Dated text={`${sayMoment(new Date(made.goodUntil), now)} 前`} />
          有效，只能用一次，只有填的那个手机号能用，转给别人打不开。关掉以后看不到了，可以再发一个。
        </View>
        <View className="mt16">
          <Button id="copy-family-code" look="main" onPress={() => void Taro.setClipboardData({ data: made.code })}>
            复制
          </Button>
        </View>
        <Button id="close-family-code" look="plain" onPress={onClose}>
          发给家人了
        </Button>
      </Sheet>
    );
  return (
    <Sheet title={`请家人进${home.label}`} onClose={onClose}>
      <View className="mt8">家人用自己的微信进来，看得到以后这一户报的事，也能报修、留言。</View>
      <Field
        id="family-name"
        label="家人的姓名"
        words={form.name}
        hint="真实姓名"
        max={20}
        wrong={wrongWith(refused, 'name')}
        onWrite={(name) => write({ name })}
      />
      <Field
        id="family-phone"
        label="家人的手机号"
        words={form.phone}
        hint="11 位，只有这个号码能用"
        max={11}
        digits
        wrong={wrongWith(refused, 'phone')}
        onWrite={(phone) => write({ phone })}
      />
      <Refusal refused={refused} kept="" />
      <View className="mt16">
        <Button id="do-invite-family" look="main" busy={busy} onPress={submit}>
          发邀请码
        </Button>
      </View>
    </Sheet>
  );
}
