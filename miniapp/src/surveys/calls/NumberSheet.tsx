import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../kernel/api.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { useTurn } from '../../kernel/send.ts';
import { Revealed } from '../../staff/ticket/Revealed.tsx';

interface Props {
  surveyId: string;
  homeId: string;
  label: string;
  onClose: () => void;
}

/** 打电话: the number of one resident of the home, then of the next; each look is on record (S12, A1). */
export function NumberSheet({ surveyId, homeId, label, onClose }: Props) {
  const { take, busy, refused } = useTurn();
  const [shown, show] = useState<{ name: string; phone: string; more: boolean; nth: number } | null>(null);
  const look = async (nth: number) => {
    const found = await take(() => api.surveyCallNumber({ id: surveyId, homeId, nth }));
    if (found) show({ ...found, nth });
  };
  if (shown)
    return (
      <Revealed shown={shown} onClose={onClose}>
        <Refusal refused={refused} kept="" />
        {shown.more && (
          <View className="mt12">
            <Button id="next-number" busy={busy} onPress={() => look(shown.nth + 1)}>
              他没接，看这一户另一位的
            </Button>
          </View>
        )}
      </Revealed>
    );
  return (
    <Sheet title={`打给 ${label}`} onClose={onClose}>
      <View className="sub mt8">住户能看到：您是谁、什么时候、为了哪次调查看的号码。</View>
      <Refusal refused={refused} kept="" />
      <View className="mt16">
        <Button id="look-number" look="main" icon="phone" busy={busy} onPress={() => look(0)}>
          看号码
        </Button>
      </View>
    </Sheet>
  );
}
