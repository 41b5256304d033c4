import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Household } from '../../../../shared/contract/households.ts';
import { api } from '../../kernel/api.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Field } from '../../kernel/parts/Field.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';

/** The director says whether this home is a key customer's, and why. */
export function KeySheet({ home, onClose }: { home: Household; onClose: () => void }) {
  const { send, busy, refused, forgive } = useSend();
  const [words, write] = useState('');
  const submit = async () => {
    if (await send({ id: home.id, key: !home.keyCustomer, words }, api.setKey)) onClose();
  };
  return (
    <Sheet title={home.keyCustomer ? '不再是重要客户？' : '设为重要客户？'} onClose={onClose}>
      <View className="mt8">重要客户的事办完以后，主任再联系一次。改过的都记在这一户里。</View>
      <View className={`label ${wrongWith(refused, 'words') ? 'wrong' : ''}`}>为什么</View>
      <Area
        id="key-words"
        words={words}
        hint="比如：业委会委员"
        max={100}
        wrong={wrongWith(refused, 'words') !== undefined}
        onWrite={(next) => {
          forgive();
          write(next);
        }}
      />
      <Refusal refused={refused} kept="" />
      <View className="mt16">
        <Button id="do-key" look="main" busy={busy} onPress={submit}>
          {home.keyCustomer ? '不再是重要客户' : '设为重要客户'}
        </Button>
      </View>
    </Sheet>
  );
}

/** Which organisation holds this home; its contacts are entered like anybody who lives here. */
export function HolderSheet({ home, onClose }: { home: Household; onClose: () => void }) {
  const { send, busy, refused, forgive } = useSend();
  const [organisation, write] = useState(home.organisation ?? '');
  const submit = async () => {
    if (await send({ id: home.id, organisation }, api.setHolder)) onClose();
  };
  return (
    <Sheet title={`${home.label}属于哪个单位`} onClose={onClose}>
      <View className="mt8">单位的联系人，在“登记谁住进来”里选“联系人”。调查照样一户算一份。</View>
      <Field
        id="holder"
        label="单位名称（不属于单位就空着）"
        words={organisation}
        hint="营业执照上的名称"
        max={40}
        wrong={wrongWith(refused, 'organisation')}
        onWrite={(next) => {
          forgive();
          write(next);
        }}
      />
      <Refusal refused={refused} kept="" />
      <View className="mt16">
        <Button id="do-holder" look="main" busy={busy} onPress={submit}>
          记下来
        </Button>
      </View>
    </Sheet>
  );
}
