import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../kernel/api.ts';
import { Button } from '../kernel/parts/Button.tsx';
import { Field } from '../kernel/parts/Field.tsx';
import { Refusal } from '../kernel/parts/Refusal.tsx';
import { Sheet } from '../kernel/parts/Sheet.tsx';
import { wrongWith } from '../kernel/say.ts';
import { useSend } from '../kernel/send.ts';
import { askSession } from '../kernel/session.ts';

/** Into another home by a code that was given to one's own number. */
export function JoinSheet({ onClose }: { onClose: () => void }) {
  const { send, busy, refused, forgive } = useSend();
  const [invitation, write] = useState('');
  const [joined, setJoined] = useState('');
  const submit = async () => {
    const answer = await send({ invitation }, api.joinHome);
    if (!answer) return;
    setJoined(answer.label);
    await askSession().catch(() => undefined);
  };
  if (joined)
    return (
      <Sheet title="进来了" onClose={onClose}>
        <View id="joined" className="mt8">
          {joined} 现在在您名下，以后这一户的事都看得到。
        </View>
        <View className="mt16">
          <Button id="close-joined" look="main" onPress={onClose}>
            好
          </Button>
        </View>
      </Sheet>
    );
  return (
    <Sheet title="家人发了邀请码" onClose={onClose}>
      <View className="mt8">填进来就行。码只能用一次，要是发给您登记的手机号的。</View>
      <Field
        id="join-code"
        label="邀请码"
        words={invitation}
        hint="可以粘贴"
        max={60}
        wrong={wrongWith(refused, 'invitation')}
        onWrite={(words) => {
          forgive();
          write(words);
        }}
      />
      <Refusal refused={refused} kept="" />
      <View className="mt16">
        <Button id="do-join" look="main" busy={busy} onPress={submit}>
          进家
        </Button>
      </View>
    </Sheet>
  );
}
