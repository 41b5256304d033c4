import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { type Foreseen, foresee } from '../../../../shared/complaints/foresee.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { useNow } from '../../kernel/clock.ts';
import { lookAtConsents, offerConsents } from '../../kernel/consents.ts';
import { useDraft, useDraftChoice, useDraftShots } from '../../kernel/draft.ts';
import { toPhones, toTab } from '../../kernel/go.ts';
import { type About, AgainstChoice, NOBODY } from '../../kernel/parts/AgainstChoice.tsx';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { ChosenShots } from '../../kernel/parts/ChosenShots.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Recorder } from '../../kernel/parts/Recorder.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Waiting } from '../../kernel/parts/Waiting.tsx';
import { tellSent, useQueuedSend } from '../../kernel/queued-send.ts';
import { wrongWith } from '../../kernel/say.ts';
import { useViewer, type Viewer } from '../../kernel/session.ts';

function Line({ id, icon, title, note }: { id: string; icon: string; title: string; note: string }) {
  return (
    <View className="cell" id={id}>
      <Icon name={icon} className="lake" />
      <View className="grow">
        <View className="b">{title}</View>
        <Text className="sub">{note}</Text>
      </View>
    </View>
  );
}

/** 谁会看到: who handles it and who does not see it, before it is sent (C1–C3). */
function WhoSees({ foreseen }: { foreseen: Foreseen }) {
  const { who, why, clause, shutTo, leavesOffice } = foreseen;
  return (
    <>
      <View className="sec">谁会看到</View>
      <View className="cells">
        <Line id="who-handles" icon="users" title={`${who}处理`} note={`${why}（${clause}）`} />
        <Line
          id="who-not"
          icon="lock"
          title={shutTo ? `${shutTo}看不到` : '邻居、您的家人看不到'}
          note={
            leavesOffice
              ? '小区的人都看不到，邻居、您的家人也看不到'
              : shutTo
                ? '邻居、您的家人也看不到'
                : '投诉主任、要求赔偿的，直接到公司领导，小区看不到'
          }
        />
      </View>
    </>
  );
}

function ComplainForm({ viewer }: { viewer: Viewer }) {
  const { ticket: ticketId } = useRouter().params;
  const now = useNow();
  const { homes } = viewer.session;
  const [homeId, chooseHome] = useState(viewer.home?.id ?? homes[0]?.id ?? '');
  const [words, write, forget] = useDraft('speak');
  const [about, choose, forgetAbout] = useDraftChoice<About>(`complain${ticketId ?? ''}`, ticketId ? { ...NOBODY, against: ['technician'] } : NOBODY);
  const [toCompany, goToCompany, forgetDoor] = useDraftChoice('complain-door', false);
  const photos = useDraftShots('speak');
  const { send, busy, refused, forgive } = useQueuedSend();
  useEffect(() => {
    void lookAtConsents();
  }, []);
  const door = toCompany ? 'company' : 'office';
  const foreseen = foresee({ door, against: about.against, compensation: about.compensation }, now);
  const submit = async () => {
    offerConsents();
    const body = { homeId, words, spoken: photos.note !== null, door, ...about, ...(ticketId ? { ticketId } : {}) };
    const said = await send({ act: 'complain', subject: '', title: '', words, body, shots: photos.held });
    if (!said) return;
    forget();
    forgetAbout();
    forgetDoor();
    photos.forget();
    tellSent(said, '收到了，会书面答复您');
    if (said.arrived) await Taro.redirectTo({ url: `/tickets/detail/index?id=${said.arrived.id}` });
    else await toTab('home');
  };
  const foot = (
    <>
      <View className="foot-line" id="promised">
        <Dated text={`最晚 ${sayMoment(foreseen.replyBy, now)} 书面答复您`} />
        <Text className="tag">承诺 C5</Text>
      </View>
      <Button id="submit" look="main" busy={busy} onPress={submit}>
        提交投诉
      </Button>
    </>
  );
  return (
    <Screen foot={foot}>
      <View className="lead">让您不满意了，请跟我们说说</View>
      <View className="sub">不急，想到哪写到哪。</View>
      <Refusal refused={refused} />
      <View className="mt12">
        <Area
          id="complain-words"
          words={words}
          hint="什么时候、在哪里、谁、怎么回事"
          wrong={wrongWith(refused, 'words') !== undefined}
          onWrite={(next) => {
            forgive();
            write(next);
          }}
        >
          <ChosenShots shots={photos.shots} onChange={photos.take} />
          <Recorder note={photos.note} onChange={photos.speak} />
        </Area>
      </View>
      {ticketId && about.against.includes('technician') && <View className="strip lake-strip mt8">说的是这次来的师傅；也可以改选别人。</View>}
      <AgainstChoice about={about} onChange={choose} asStaff={false} />
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
      <WhoSees foreseen={foreseen} />
      {/* What leaves the estate anyway has no other door. */}
      {!foreseen.leavesOffice && (
        <Press id="to-company" className="link mt12" role="switch" checked={toCompany} onPress={() => goToCompany(!toCompany)}>
          {toCompany ? '由公司品质管理部办，小区也看得到 · 改回小区先处理' : '不等小区，直接交公司品质管理部办'}
        </Press>
      )}
      <Press id="go-phones" className="link mt12" role="link" onPress={toPhones}>
        想打电话说？看投诉电话
      </Press>
    </Screen>
  );
}

/** 投诉: write first; who will handle it, who will not see it, and by when it is answered, before it is sent (C1–C3, C5). */
export default function ComplainPage() {
  const { viewer } = useViewer();
  if (viewer) return <ComplainForm viewer={viewer} />;
  return (
    <Screen>
      <Waiting />
    </Screen>
  );
}
