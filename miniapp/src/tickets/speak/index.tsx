import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { soundsLikeComplaint } from '../../../../shared/complaints/hints.ts';
import { isoDay } from '../../../../shared/kernel/time.ts';
import type { RemarkKind } from '../../../../shared/remarks/decide.ts';
import { suggestKind } from '../../../../shared/remarks/suggest.ts';
import { KIND_LABELS } from '../../../../shared/tickets/ticket.ts';
import { useNow } from '../../kernel/clock.ts';
import { lookAtConsents, offerConsents } from '../../kernel/consents.ts';
import { useDraft, useDraftChoice, useDraftShots } from '../../kernel/draft.ts';
import { toTab } from '../../kernel/go.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { ChosenShots } from '../../kernel/parts/ChosenShots.tsx';
import { KindChoice } from '../../kernel/parts/KindChoice.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Recorder } from '../../kernel/parts/Recorder.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Waiting } from '../../kernel/parts/Waiting.tsx';
import { tellSent, useQueuedSend } from '../../kernel/queued-send.ts';
import { wrongWith } from '../../kernel/say.ts';
import { useViewer, type Viewer } from '../../kernel/session.ts';
import { MaybeAnswered } from './MaybeAnswered.tsx';

function SpeakForm({ viewer }: { viewer: Viewer }) {
  const now = useNow();
  const { homes } = viewer.session;
  const [homeId, chooseHome] = useState(viewer.home?.id ?? homes[0]?.id ?? '');
  const [words, write, forget] = useDraft('speak');
  const [picked, pick, forgetKind] = useDraftChoice<RemarkKind | null>('speak-kind', null);
  const [onlyMine, keepToMyself] = useState(false);
  const photos = useDraftShots('speak');
  const { send, busy, refused } = useQueuedSend();
  useEffect(() => {
    void lookAtConsents();
  }, []);
  // What the words sound like, until somebody taps another.
  const kind = picked ?? suggestKind(words, isoDay(now));
  const submit = async () => {
    offerConsents();
    const body = { ...(kind ? { kind } : {}), homeId, words, spoken: photos.note !== null, onlyMine };
    const said = await send({ act: 'speak', subject: '', title: kind ? KIND_LABELS[kind] : '', words, body, shots: photos.held });
    if (!said) return;
    forget();
    forgetKind();
    photos.forget();
    tellSent(said, '收到了，会答复您');
    if (said.arrived) await Taro.redirectTo({ url: `/tickets/detail/index?id=${said.arrived.id}` });
    else await toTab('home');
  };
  const foot = (
    <>
      <View className="foot-line">服务中心先看到，开门的时候十几分钟内回您一句</View>
      <Button id="submit" look="main" busy={busy} onPress={submit}>
        提交
      </Button>
    </>
  );
  return (
    <Screen foot={foot}>
      <Refusal refused={refused} />
      <View className="label">您想说什么</View>
      <Area
        id="speak-words"
        words={words}
        hint="比如：楼下能不能装个充电桩；赵师傅修得又快又好；装修垃圾放哪里"
        wrong={wrongWith(refused, 'words') !== undefined}
        onWrite={write}
      >
        <ChosenShots shots={photos.shots} onChange={photos.take} />
        <Recorder note={photos.note} onChange={photos.speak} />
      </Area>
      {kind === 'enquiry' && <MaybeAnswered officeId={homes.find((one) => one.id === homeId)?.officeId} words={words} />}
      {soundsLikeComplaint(words, isoDay(now)) && (
        <View className="strip lake-strip mt8" id="sounds-like-complaint">
          <View className="grow">听起来是投诉：投诉有专人处理，书面答复您，被投诉的人看不到。</View>
        </View>
      )}
      <Press id="to-complain" className="link mt8" role="link" onPress={() => void Taro.redirectTo({ url: '/tickets/complain/index' })}>
        是投诉，到这里写（写好的话带过去）
      </Press>
      <KindChoice chosen={kind} wrong={wrongWith(refused, 'kind') !== undefined} onChoose={pick} />
      {homes.length > 1 && (
        <>
          <View className="label">哪一户</View>
          <View className="chips">
            {homes.map((one) => (
              <Chip key={one.id} id={`home-${one.id}`} on={one.id === homeId} onPress={() => chooseHome(one.id)}>
                {one.label}
              </Chip>
            ))}
          </View>
        </>
      )}
      <View className="label">谁看得到</View>
      <View className="chips">
        <Chip id="only-mine" on={onlyMine} onPress={() => keepToMyself(!onlyMine)}>
          只有我看，同住的人看不到
        </Chip>
      </View>
      <View className="sub mt8">东西坏了请回首页点“报修”，更快。</View>
    </Screen>
  );
}

/** 有话想说: write first; the kind is suggested, and one tap changes it (I3). */
export default function SpeakPage() {
  const { viewer } = useViewer();
  if (viewer) return <SpeakForm viewer={viewer} />;
  return (
    <Screen>
      <Waiting />
    </Screen>
  );
}
