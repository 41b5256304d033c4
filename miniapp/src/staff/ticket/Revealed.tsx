import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { call } from '../../kernel/go.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';

/** A number as people read it aloud: 138 0000 6000. */
const spaced = (phone: string) => (/^\d{11}$/.test(phone) ? `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}` : phone);

interface Props {
  shown: { name: string; phone: string };
  onClose: () => void;
}

/** A number that was looked at, large, with a way to call; forgotten when the sheet closes (A1). */
export function Revealed({ shown, onClose, children }: PropsWithChildren<Props>) {
  return (
    <Sheet title={`${shown.name}的号码`} onClose={onClose}>
      <View id="revealed" className="revealed mt16">
        {spaced(shown.phone)}
      </View>
      <View className="sub middle mt8">您看过、为什么看，已经记下。请不要告诉别人。</View>
      <View className="mt16">
        <Button id="call-revealed" look="main" icon="phone" onPress={() => call(shown.phone)}>
          打电话
        </Button>
      </View>
      {children}
      <Button id="hide-revealed" look="plain" onPress={onClose}>
        用完了
      </Button>
    </Sheet>
  );
}
