import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { createClient, doorsOf } from '../../../shared/contract/client.ts';
import { DEMO_API } from '../../../shared/contract/demo.ts';
import { sayMoment } from '../../../shared/kernel/time.ts';
import { send } from '../kernel/api.ts';
import { useAsked } from '../kernel/ask.ts';
import { useNow } from '../kernel/clock.ts';
import { Button } from '../kernel/parts/Button.tsx';
import { Field } from '../kernel/parts/Field.tsx';
import { Press } from '../kernel/parts/Press.tsx';
import { Refusal } from '../kernel/parts/Refusal.tsx';
import { Shown } from '../kernel/parts/Shown.tsx';
import { wrongWith } from '../kernel/say.ts';
import { useSend } from '../kernel/send.ts';
import { enter } from '../kernel/session.ts';
import { SetUpForm } from '../pages/sign-in/SetUpForm.tsx';
import type { DemoParts } from './shape.ts';
import './demo.scss';

const demo = createClient<typeof DEMO_API>(doorsOf(DEMO_API), send);
const STEP_MINUTES = 120;

/** In WeChat's place: any number is vouched for. */
function PlayedNumber({ busy, onNumber }: { busy: boolean; onNumber: (pass: string, code: string) => Promise<void> }) {
  const [phone, write] = useState('');
  const sending = useSend();
  const submit = async () => {
    const answer = await sending.send({ phone }, demo.demoPass);
    if (answer) await onNumber(answer.pass, answer.code);
  };
  return (
    <>
      <Field
        id="phone"
        label="手机号（演示里代替微信担保）"
        words={phone}
        hint="11 位，随便编一个"
        max={11}
        digits
        wrong={wrongWith(sending.refused, 'phone')}
        onWrite={write}
      />
      <Refusal refused={sending.refused} />
      <View className="mt16">
        <Button id="vouched-number" look="main" busy={busy || sending.busy} onPress={submit}>
          用手机号确认，建公司
        </Button>
      </View>
    </>
  );
}

/** Everybody who lives and works in the demo; a tap signs in as them. */
export const DemoSignIn: DemoParts['DemoSignIn'] = () => {
  const asked = useAsked(() => demo.demoPeople({}), 'people');
  const sending = useSend();
  const signIn = async (personId: string) => {
    const answer = await sending.send({ personId }, demo.demoSignIn);
    if (!answer) return;
    await enter(answer.token);
  };
  return (
    <>
      <View className="strip quiet">演示：人和事都是编的。点一个人，就以他的身份进来。</View>
      <Refusal refused={sending.refused} kept="" />
      <Shown asked={asked}>
        {({ groups, isNew }) =>
          isNew ? (
            <SetUpForm vouch={(submit, busy) => <PlayedNumber busy={busy} onNumber={submit} />} />
          ) : (
            groups.map((group) => (
              <View key={group.label}>
                <View className="sec">{group.label}</View>
                <View className="cells">
                  {group.people.map((person) => (
                    <Press key={person.id} id={`person-${person.id}`} className="cell" onPress={() => signIn(person.id)}>
                      <View className="av soft">{person.name.slice(0, 1)}</View>
                      <View className="grow">
                        <View className="b">{person.name}</View>
                        <Text className="sub">{person.what}</Text>
                      </View>
                    </Press>
                  ))}
                </View>
              </View>
            ))
          )
        }
      </Shown>
    </>
  );
};

/** Moves the demo's clock on, so that promises come due. */
export const DemoForward: DemoParts['DemoForward'] = ({ onForward }) => {
  const now = useNow();
  const sending = useSend();
  const forward = async () => {
    if (await sending.send({ minutes: STEP_MINUTES }, demo.demoClock)) await onForward();
  };
  return (
    <Press id="demo-forward" className="demo-forward" off={sending.busy} onPress={forward}>
      演示　现在 {sayMoment(now, now)}　+{STEP_MINUTES / 60} 小时
    </Press>
  );
};
