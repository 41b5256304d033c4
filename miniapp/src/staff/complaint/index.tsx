import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { foresee } from '../../../../shared/complaints/foresee.ts';
import { useNow } from '../../kernel/clock.ts';
import { useDraftChoice } from '../../kernel/draft.ts';
import { goBack, toTab } from '../../kernel/go.ts';
import { type About, AgainstChoice, NOBODY } from '../../kernel/parts/AgainstChoice.tsx';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips } from '../../kernel/parts/Choice.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { HowItCame } from '../intake/HowItCame.tsx';
import { InTheirWords } from '../intake/InTheirWords.tsx';
import { saidBy, useTaking } from '../intake/taking.ts';
import { WhoSaid } from '../intake/WhoSaid.tsx';

const DOORS = [
  { name: 'office', label: '小区处理' },
  { name: 'company', label: '交公司品质管理部' },
] as const;

/** The receipt every complaint gives: its number, which may be all that whoever took it down ever sees of it (C3). */
function Receipt({ number, id, unnamed }: { number: string; id: string; unnamed: boolean }) {
  return (
    <Screen>
      <Blank
        icon="check"
        title="记下了"
        note={`${unnamed ? '没留姓名，没有人可以告诉；编号请自己记一下。' : '请把编号告诉住户。'}投诉主任、涉及赔偿的，小区看不到以后怎么办的。`}
      >
        <View className="lead nw" id="number">
          {number}
        </View>
        <View className="mt20">
          <Button id="open" look="line" onPress={() => Taro.redirectTo({ url: `/staff/ticket/index?id=${id}` })}>
            打开看看
          </Button>
          <Button id="done" look="main" onPress={() => toTab('home')}>
            回首页
          </Button>
        </View>
      </Blank>
    </Screen>
  );
}

/** 记一件投诉: for a caller or a walk-in (I1, I4, C1). */
export default function TakeComplaintPage() {
  const now = useNow();
  const taking = useTaking('takeComplaint', {}, useRouter().params.channel);
  const [about, choose, forgetAbout] = useDraftChoice<About>('taken-about', NOBODY);
  const [door, chooseDoor, forgetDoor] = useDraftChoice<'office' | 'company'>('taken-door', 'office');
  const [receipt, show] = useState<{ number: string; id: string; unnamed: boolean } | null>(null);
  if (receipt) return <Receipt {...receipt} />;
  const { draft, part, busy, refused } = taking;
  const submit = async () => {
    const said = await taking.take({ ...saidBy(draft), words: draft.words, door, ...about });
    if (!said) return;
    forgetAbout();
    forgetDoor();
    if (said.arrived) show({ ...said.arrived, unnamed: draft.unnamed });
    else goBack();
  };
  const { who, why, clause } = foresee({ door, against: about.against, compensation: about.compensation }, now);
  return (
    <Screen
      foot={
        <>
          <View className="foot-line" id="who-handles">
            到{who}：{why}（{clause}）
          </View>
          <Button id="submit" look="main" busy={busy} onPress={submit}>
            记下
          </Button>
        </>
      }
    >
      <Refusal refused={refused} />
      <WhoSaid {...part} />
      <HowItCame {...part} />
      <InTheirWords taking={taking} />
      <View className="label">交给谁</View>
      <Chips id="door" items={DOORS} chosen={door} onChoose={chooseDoor} />
      <AgainstChoice about={about} onChange={choose} asStaff />
    </Screen>
  );
}
