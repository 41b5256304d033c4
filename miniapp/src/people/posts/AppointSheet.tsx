import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { StaffOffice } from '../../../../shared/contract/staff-posts.ts';
import { isoDay, sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useNow } from '../../kernel/clock.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Field } from '../../kernel/parts/Field.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';
import { DayChoice } from './DayChoice.tsx';
import { emptyDraft, Filling, fillingOf } from './Filling.tsx';

type Made = Awaited<ReturnType<typeof api.appoint>>;

/** Twenty-six characters, read in fives. */
const spaced = (code: string) => (code.match(/.{1,5}/g) ?? []).join(' ');

/** What somebody comes in by, shown this once. */
export function CodeSheet({ made, onClose }: { made: Pick<Made, 'name' | 'code' | 'goodUntil'>; onClose: () => void }) {
  const now = useNow();
  if (!made.code || !made.goodUntil)
    return (
      <Sheet title={`${made.name}任命好了`} onClose={onClose}>
        <View className="mt8">这位同事已经用微信登录过，下次打开就看得到新岗位；还进不来的，请在“邀请同事”里发邀请码。</View>
        <View className="mt16">
          <Button id="close-code" look="main" onPress={onClose}>
            知道了
          </Button>
        </View>
      </Sheet>
    );
  const { code, goodUntil } = made;
  return (
    <Sheet title={`给${made.name}的邀请码`} onClose={onClose}>
      <View id="invitation-code" className="title mt16">
        {spaced(code)}
      </View>
      <View className="sub mt8">
        <Dated text={`${sayMoment(new Date(goodUntil), now)} 前`} />
        有效，只能用一次，要用刚才填的手机号。关掉以后看不到了，可以在“邀请同事”里再发一个。
      </View>
      <View className="mt16">
        <Button id="copy-code" look="main" onPress={() => void Taro.setClipboardData({ data: code })}>
          复制
        </Button>
      </View>
      <Button id="close-code" look="plain" onPress={onClose}>
        发给他了
      </Button>
    </Sheet>
  );
}

/** 任命: who, with which number, as what, from when. */
export function AppointSheet({
  offices,
  officeId,
  onDone,
  onClose,
}: {
  offices: readonly StaffOffice[];
  officeId: string;
  onDone: () => void;
  onClose: () => void;
}) {
  const now = useNow();
  const { send, busy, refused, forgive } = useSend();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [draft, setDraft] = useState(emptyDraft(officeId));
  const [from, setFrom] = useState(isoDay(now));
  const [made, setMade] = useState<Made | null>(null);
  const change = (next: typeof draft) => {
    forgive();
    setDraft(next);
  };
  const submit = async () => {
    const answer = await send({ ...fillingOf(draft), name, phone, from }, api.appoint);
    if (answer) setMade(answer);
  };
  if (made) return <CodeSheet made={made} onClose={onDone} />;
  return (
    <Sheet title="任命同事" onClose={onClose}>
      <Field id="new-name" label="姓名" words={name} hint="和身份证上一样" max={20} wrong={wrongWith(refused, 'name')} onWrite={setName} />
      <Field
        id="new-phone"
        label="手机号"
        words={phone}
        hint="11 位，邀请码只有这个号码能用"
        max={11}
        digits
        wrong={wrongWith(refused, 'phone')}
        onWrite={setPhone}
      />
      <Filling offices={offices} draft={draft} refused={refused} onChange={change} />
      <DayChoice id="from-day" label="从哪天起" day={from} start={isoDay(now)} wrong={wrongWith(refused, 'from') !== undefined} onChoose={setFrom} />
      <Refusal refused={refused} />
      <View className="mt16">
        <Button id="do-appoint" look="main" busy={busy} onPress={submit}>
          任命
        </Button>
      </View>
    </Sheet>
  );
}
