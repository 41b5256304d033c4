import { Picker, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { errandRoutes } from '../../../../shared/contract/errands.ts';
import { LETTER_FROM, type LetterCopy, type LetterFrom } from '../../../../shared/errands/letter.ts';
import { isoDay } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { useDraft, useDraftShots } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip, Chips, choicesOf } from '../../kernel/parts/Choice.tsx';
import { ChosenShots } from '../../kernel/parts/ChosenShots.tsx';
import { Field } from '../../kernel/parts/Field.tsx';
import { MomentChoice } from '../../kernel/parts/MomentChoice.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';
import { useViewer } from '../../kernel/session.ts';
import { handOver } from '../Papers.tsx';
import { Copies } from './Copies.tsx';

const FROM = choicesOf(LETTER_FROM);

/** 登记来信: who wrote, what about, who answers for it and by when; an important one copied at once (I14). */
export default function LetterPage() {
  const { ticket = '' } = useRouter().params;
  const now = useNow();
  const { viewer } = useViewer();
  const [office, setOffice] = useState<string | null>(null);
  const asked = useAsked(
    () => api.errandUnits({ ...(ticket ? { ticketId: ticket } : office ? { officeId: office } : {}) }),
    `units ${ticket} ${office ?? ''}`,
  );
  const [from, chooseFrom] = useState<LetterFrom>('resident');
  const [sender, writeSender, forgetSender] = useDraft(`letter-sender.${ticket}`);
  const [subject, writeSubject, forgetSubject] = useDraft(`letter-subject.${ticket}`);
  const [receivedOn, setDay] = useState<string | null>(null);
  const [holder, chooseHolder] = useState('');
  const [answerBy, chooseBy] = useState<Date | null>(null);
  const [copies, chooseCopies] = useState<LetterCopy[] | null>(null);
  const photos = useDraftShots(`letter.${ticket}`);
  const { send, busy, refused } = useSend();
  const wrong = (field: string) => wrongWith(refused, field) !== undefined;
  const officeId = office ?? asked.value?.offices[0]?.id;
  const me = viewer?.session.person;
  const people = [
    ...(me ? [{ id: me.id, label: '我自己' }] : []),
    ...(asked.value?.units ?? []).map((unit) => ({ id: unit.headId, label: `${unit.label} ${unit.headName}` })),
  ].filter((one, index, all) => all.findIndex((other) => other.id === one.id) === index);
  const submit = async () => {
    const body = {
      ...(ticket ? { ticketId: ticket } : { officeId }),
      from,
      sender,
      subject,
      receivedOn: receivedOn ?? isoDay(now),
      holder,
      ...(answerBy ? { answerBy: answerBy.toISOString() } : {}),
      important: copies !== null,
      copies: copies ?? [],
    };
    const done = await send(body, api.registerLetter as never, errandRoutes.registerLetter.body);
    if (!done) return;
    forgetSender();
    forgetSubject();
    const { id } = done as { id: string };
    handOver(id, photos.held);
    photos.forget();
    await Taro.redirectTo({ url: `/errands/one/index?id=${id}` });
  };
  return (
    <Screen
      foot={
        <Button id="submit" look="main" busy={busy} onPress={submit}>
          登记
        </Button>
      }
    >
      <Refusal refused={refused} />
      <Shown asked={asked}>
        {({ offices }) => (
          <>
            {!ticket && offices.length > 1 && (
              <>
                <View className={`label ${wrong('officeId') ? 'wrong' : ''}`}>哪个小区</View>
                <Chips id="office" items={offices.map((one) => ({ name: one.id, label: one.name }))} chosen={officeId ?? ''} onChoose={setOffice} />
              </>
            )}
            <View className="label">谁来的信</View>
            <Chips id="from" items={FROM} chosen={from} onChoose={chooseFrom} />
            <Field
              id="sender"
              label="来信的单位或人"
              words={sender}
              hint="比如 梧桐街道办事处"
              max={40}
              wrong={wrong('sender') ? '请写' : undefined}
              onWrite={writeSender}
            />
            <View className={`label ${wrong('receivedOn') ? 'wrong' : ''}`}>哪天收到的</View>
            <View className="chips">
              <Chip id="today" on={receivedOn === null} onPress={() => setDay(null)}>
                今天
              </Chip>
              <Picker mode="date" value={receivedOn ?? isoDay(now)} end={isoDay(now)} onChange={(event) => setDay(String(event.detail.value))}>
                <View className={`chip ${receivedOn ? 'on' : ''}`}>{receivedOn ?? '选日子'}</View>
              </Picker>
            </View>
            <View className={`label ${wrong('subject') ? 'wrong' : ''}`}>什么事</View>
            <Area id="subject" words={subject} hint="信里说的是什么，要什么答复" wrong={wrong('subject')} onWrite={writeSubject} />
            <View className="label">信是纸的，拍下来</View>
            <ChosenShots shots={photos.shots} onChange={photos.take} />
            <View className={`label ${wrong('holder') ? 'wrong' : ''}`}>谁负责答复</View>
            <View className="chips">
              {people.map((one) => (
                <Chip key={one.id} id={`holder-${one.id}`} on={one.id === holder} onPress={() => chooseHolder(one.id)}>
                  {one.label}
                </Chip>
              ))}
            </View>
            <View className={`label ${wrong('answerBy') ? 'wrong' : ''}`}>
              什么时候前答复<View className="cap">不选，按公司的天数</View>
            </View>
            <MomentChoice chosen={answerBy} now={now} onChoose={chooseBy} />
            <View className={`label ${wrong('copies') ? 'wrong' : ''}`}>要紧吗</View>
            <View className="chips">
              <Chip id="important" on={copies !== null} onPress={() => chooseCopies(copies === null ? [] : null)}>
                重要的，抄送
              </Chip>
            </View>
            {copies !== null && <Copies chosen={copies} onChoose={chooseCopies} />}
            {!ticket && <View className="cap mt12">是住户的诉求，先“记一件”，再从那一件里登记来信。</View>}
          </>
        )}
      </Shown>
    </Screen>
  );
}
