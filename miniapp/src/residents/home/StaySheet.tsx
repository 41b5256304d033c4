import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Household, StayLine } from '../../../../shared/contract/households.ts';
import { isoDay } from '../../../../shared/kernel/time.ts';
import { PROOFS, type Proof } from '../../../../shared/sign-in/bindings.ts';
import { REVEAL_REASONS, type RevealReason } from '../../../../shared/tickets/reveals.ts';
import { api } from '../../kernel/api.ts';
import { call } from '../../kernel/go.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips, choicesOf } from '../../kernel/parts/Choice.tsx';
import { Field } from '../../kernel/parts/Field.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';
import { DayChoice } from '../DayChoice.tsx';

interface Props {
  home: Household;
  stay: StayLine;
  now: Date;
  onClose: () => void;
}

const PROOF_CHIPS = choicesOf(PROOFS);
const REASON_CHIPS = choicesOf(REVEAL_REASONS);

function MoveOut({ home, stay, now, onClose }: Props) {
  const { send, busy, refused, forgive } = useSend();
  const [on, choose] = useState(isoDay(now));
  const [words, write] = useState('');
  const submit = async () => {
    if (await send({ id: home.id, stayId: stay.id, on, words }, api.moveOut)) onClose();
  };
  return (
    <>
      <View className="mt8">住着时报的事，他以后还看得到；这以后的，马上就看不到了。他请进来的家人一起搬走。</View>
      {stay.open > 0 && (
        <View id="still-open" className="strip quiet mt12">
          <View className="grow">他报的还有 {stay.open} 件没办完：照样办，打电话问他满不满意。</View>
        </View>
      )}
      <DayChoice
        id="out-on"
        label="住到哪一天"
        day={on}
        now={now}
        wrong={wrongWith(refused, 'on') !== undefined}
        onChoose={(day) => {
          forgive();
          choose(day);
        }}
      />
      <View className="label">要记的话（可以不写）</View>
      <Area id="out-words" words={words} hint="比如：退租，交了钥匙" max={100} onWrite={write} />
      <Refusal refused={refused} kept="" />
      <View className="mt16">
        <Button id="do-move-out" look="main" busy={busy} onPress={submit}>
          登记搬走
        </Button>
      </View>
    </>
  );
}

function CorrectNumber({ home, stay, onClose }: Props) {
  const { send, busy, refused, forgive } = useSend();
  const [phone, setPhone] = useState('');
  const [proof, setProof] = useState<Proof | null>(null);
  const [words, write] = useState('');
  const submit = async () => {
    const body = { id: home.id, personId: stay.personId, phone, proof: proof as Proof, words };
    if (await send(body, api.correctNumber)) onClose();
  };
  return (
    <>
      <View className="mt8">改好以后，原来绑的微信解绑、退出，本人用新号码再绑。</View>
      <Field
        id="new-phone"
        label="新的手机号"
        words={phone}
        hint="11 位"
        max={11}
        digits
        wrong={wrongWith(refused, 'phone')}
        onWrite={(next) => {
          forgive();
          setPhone(next);
        }}
      />
      <View className={`label ${wrongWith(refused, 'proof') ? 'wrong' : ''}`}>怎么核对的本人</View>
      <Chips
        id="number-proof"
        items={PROOF_CHIPS}
        chosen={proof}
        onChoose={(name) => {
          forgive();
          setProof(name);
        }}
      />
      <View className="mt12">
        <Area
          id="number-words"
          words={words}
          hint="写一下核对的情况，会记下来"
          max={100}
          wrong={wrongWith(refused, 'words') !== undefined}
          onWrite={(next) => {
            forgive();
            write(next);
          }}
        />
      </View>
      <Refusal refused={refused} kept="" />
      <View className="mt16">
        <Button id="do-number" look="main" busy={busy} onPress={submit}>
          更正号码
        </Button>
      </View>
    </>
  );
}

function Reveal({ home, stay }: Props) {
  const { send, busy, refused, forgive } = useSend();
  const [reason, choose] = useState<RevealReason | null>(null);
  const [words, write] = useState('');
  const [told, tell] = useState('');
  const submit = async () => {
    const body = { id: home.id, personId: stay.personId, reason: reason as RevealReason, words };
    const answer = await send(body, api.revealResident);
    if (answer) tell(answer.phone);
  };
  if (told)
    return (
      <>
        <View id="told-number" className="title mt16">
          {told}
        </View>
        <View className="sub mt8">看过已经记下来，本人也看得到。</View>
        <View className="mt16">
          <Button id="call-told" look="main" icon="phone" onPress={() => call(told)}>
            打电话
          </Button>
        </View>
      </>
    );
  return (
    <>
      <View className={`label ${wrongWith(refused, 'reason') ? 'wrong' : ''}`}>为什么要看，本人看得到</View>
      <Chips
        id="look-for"
        items={REASON_CHIPS}
        chosen={reason}
        onChoose={(name) => {
          forgive();
          choose(name);
        }}
      />
      {reason === 'other' && (
        <View className="mt12">
          <Area id="look-words" words={words} hint="写一下为什么" max={100} wrong={wrongWith(refused, 'words') !== undefined} onWrite={write} />
        </View>
      )}
      <Refusal refused={refused} kept="" />
      <View className="mt16">
        <Button id="do-look" look="main" busy={busy} onPress={submit}>
          看号码
        </Button>
      </View>
    </>
  );
}

type What = 'out' | 'number' | 'look';

/** What an agent does about somebody who lives here. */
export function StaySheet(props: Props) {
  const { home, stay, onClose } = props;
  const [what, choose] = useState<What | null>(home.mayEnter ? null : 'look');
  const title = `${stay.name} · ${home.label}`;
  return (
    <Sheet title={title} onClose={onClose}>
      {what === null && (
        <>
          <View className="mt16">
            <Button id="choose-out" look="line" onPress={() => choose('out')}>
              搬走了
            </Button>
          </View>
          {!stay.isColleague && (
            <View className="mt12">
              <Button id="choose-number" look="line" onPress={() => choose('number')}>
                更正号码
              </Button>
            </View>
          )}
          {stay.hasNumber && (
            <View className="mt12">
              <Button id="choose-look" look="line" onPress={() => choose('look')}>
                看号码
              </Button>
            </View>
          )}
        </>
      )}
      {what === 'out' && <MoveOut {...props} />}
      {what === 'number' && <CorrectNumber {...props} />}
      {what === 'look' && <Reveal {...props} />}
    </Sheet>
  );
}
