import { Text, View } from '@tarojs/components';
import { useDidHide, useUnload } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { actOf } from '../../kernel/acts.ts';
import { useNow } from '../../kernel/clock.ts';
import { toErrand, toRound, toTicket } from '../../kernel/go.ts';
import { forgetSpoilt, type Held, noteTold, spoiltNow, standingNow } from '../../kernel/held.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { useHeld } from '../../kernel/queue.ts';
import { run } from '../../kernel/sending.ts';
import { isOnJobs, useViewer } from '../../kernel/session.ts';
import { TakeBackSheet } from './TakeBackSheet.tsx';
import { isWritten, sayShots, unsend } from './unsend.ts';

const sayLost = ({ lostShots }: Held) => (lostShots > 0 ? `，${lostShots} 张照片没传上` : '');

function sayHeld(held: Held): string {
  switch (standingNow(held)) {
    case 'waiting':
      return held.tries > 0 ? '等信号，已经试过' : '等信号';
    case 'photos':
      return `话已收到，${held.arrived?.number}，照片还有 ${held.shots.length} 张在传${sayLost(held)}`;
    case 'sent':
      return `已发出，${held.arrived?.number}${sayLost(held)}`;
    case 'stale':
      return '存得太久了，请重新提交';
    case 'refused':
      return `没发成：${held.refused?.title}`;
  }
}

/** To what it was said about, or what it became: a slip, a duty, a ticket. */
function toSubject({ act }: Held, id: string): void {
  if (act === 'giveErrand') void toErrand(id);
  else if (act === 'recordRound') void toRound(id);
  else void toTicket(id, isOnJobs());
}

function HeldCard({ held, now, onTake }: { held: Held; now: Date; onTake: () => void }) {
  const standing = standingNow(held);
  const hasArrived = held.arrived !== null;
  const isStuck = standing === 'refused' || standing === 'stale';
  return (
    <View className="card" id={`held-${held.act}`}>
      <View className="row tight">
        <Text className="tag">{actOf(held.act)?.label ?? ''}</Text>
        <Text className="lead grow">{held.title}</Text>
        <Text className="cap nw">{sayMoment(new Date(held.saidAt), now)}</Text>
      </View>
      {held.words && <View className="sub mt4 said">{held.words}</View>}
      {standing === 'waiting' && sayShots(held) && (
        <View className="cap mt4">
          {sayShots(held)}，{held.shotsFirst ? '一起发' : '随后发'}
        </View>
      )}
      <View className={`row tight mt8 ${isStuck ? 'red' : 'sub'}`}>
        <Icon name={standing === 'sent' ? 'check' : isStuck ? 'alert' : 'clock'} />
        <View className="grow">{sayHeld(held)}</View>
      </View>
      <View className="btns mt8">
        {standing === 'waiting' && (
          <Button id="take-held" size="small" onPress={onTake}>
            先不发
          </Button>
        )}
        {isStuck && (
          <>
            <Button size="small" onPress={onTake}>
              不要了
            </Button>
            {isWritten(held) && (
              <Button id="change-stuck" look="line" size="small" onPress={() => unsend(held)}>
                改一改
              </Button>
            )}
            {isOnJobs() && held.act !== 'giveErrand' && (
              <Button look="line" size="small" onPress={() => toSubject(held, held.subject)}>
                看现在怎样
              </Button>
            )}
          </>
        )}
        {hasArrived && (
          <Button look="line" size="small" onPress={() => toSubject(held, held.arrived!.id)}>
            看进度
          </Button>
        )}
      </View>
    </View>
  );
}

/** 没发出去的: what waits on this phone, in order; what was refused, with the reason; what has just gone. */
export default function QueuePage() {
  useViewer();
  const now = useNow();
  const all = useHeld();
  const [trying, setTrying] = useState(false);
  const [taking, setTaking] = useState<Held | null>(null);
  const latest = useRef(all);
  latest.current = all;
  // What was shown as sent has been told.
  const leave = () => noteTold(latest.current.filter((one) => standingNow(one) === 'sent'));
  useDidHide(leave);
  useUnload(leave);
  const spoilt = spoiltNow();
  const go = async () => {
    setTrying(true);
    await run(true);
    setTrying(false);
  };
  const canGo = all.some((one) => ['waiting', 'photos'].includes(standingNow(one)));
  const foot = canGo && (
    <>
      <View className="foot-line">有信号会自动按顺序发出，每件只发一次</View>
      <Button id="send-now" look="main" busy={trying} onPress={go}>
        现在发
      </Button>
    </>
  );
  return (
    <Screen foot={foot}>
      {all.length === 0 && spoilt.length === 0 && <Blank icon="check" title="都发出去了" note="没有存在手机里的。" />}
      {all.map((held) => (
        <HeldCard key={held.key} held={held} now={now} onTake={() => setTaking(held)} />
      ))}
      {spoilt.map((one) => (
        <View key={one.name} className="card">
          <View className="row tight red">
            <Icon name="alert" />
            <View className="grow">这一件存坏了，发不出去，话还在</View>
          </View>
          <View className="mt4 said" {...{ userSelect: true }}>
            {one.words}
          </View>
          <Press className="link" onPress={() => forgetSpoilt(one.name)}>
            删掉
          </Press>
        </View>
      ))}
      {taking && <TakeBackSheet held={taking} onClose={() => setTaking(null)} />}
    </Screen>
  );
}
