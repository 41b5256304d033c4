import { Image, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { categoryOf, urgencyOf } from '../../../../shared/repairs/categories.ts';
import { call, toTab } from '../../kernel/go.ts';
import { type Held, noteTold, standingNow } from '../../kernel/held.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { useHeld } from '../../kernel/queue.ts';
import { heldByKey, run } from '../../kernel/sending.ts';
import { hotlineNow, useViewer } from '../../kernel/session.ts';
import { takeUp } from '../../kernel/shelf.ts';
import { TakeBackSheet } from '../queue/TakeBackSheet.tsx';
import { sayShots, unsend } from '../queue/unsend.ts';
import './kept.scss';

function isUrgent({ body }: Held): boolean {
  const category = categoryOf(String(body.category));
  return (
    category !== undefined && urgencyOf(category, body.place as 'home' | 'public', body.worse === true, body.danger === true).urgency === 'urgent'
  );
}

function FirstShot({ held }: { held: Held }) {
  const [path, setPath] = useState<string | null>(null);
  const name = held.shots.find((one) => one.type !== 'audio/mpeg')?.name;
  useEffect(() => {
    if (name) takeUp(name).then(setPath, () => undefined);
  }, [name]);
  if (!path) return null;
  return (
    <View className="shot">
      <Image className="picture" src={path} mode="aspectFill" />
    </View>
  );
}

const SAID = {
  waiting: { title: '先存在手机里了', note: '有网络就自动发出，只发一次' },
  refused: { title: '没交成，已存好', note: '您写的都还在，改好再交' },
  stale: { title: '存得太久了，请重新提交', note: '隔了这么多天，我们不替您自动发' },
} as const;

function Waits({ held, hotline }: { held: Held; hotline: string | null }) {
  const standing = standingNow(held) as keyof typeof SAID;
  const { title, note } = SAID[standing] ?? SAID.waiting;
  return (
    <>
      <View className="row kept-head" id={`kept-${standing}`}>
        <View className="kept-mark">
          <Icon name="nosignal" />
        </View>
        <View className="grow">
          <View className="title">{title}</View>
          <View className="sub">{note}</View>
        </View>
      </View>
      <View className="card mt16">
        <View className="row top">
          <FirstShot held={held} />
          <View className="grow">
            <View className="lead">{held.title}</View>
            {held.words && <View className="sub said kept-words">{held.words}</View>}
            {sayShots(held) && <View className="cap">{sayShots(held)}，随后发</View>}
          </View>
        </View>
        <View className="kept-rule">
          {held.refused ? <Text className="red">{held.refused.title}</Text> : '我们收到以后才有报修号，上门时间从那时算起。'}
        </View>
      </View>
      {isUrgent(held) && (
        <Press id="call-now" className="strip danger mt12" onPress={() => call(hotline)}>
          <Icon name="alert" />
          <View className="grow">
            急的事别等网络，<Text className="b">现在就打电话</Text>
          </View>
        </Press>
      )}
    </>
  );
}

/** 先存在手机里了: no number yet, no clock yet, and a telephone for what cannot wait. It turns into the receipt by itself. */
export function Kept({ heldKey: key }: { heldKey: string }) {
  const { viewer } = useViewer();
  const [trying, setTrying] = useState(false);
  const [taking, setTaking] = useState(false);
  useHeld();
  const held = heldByKey(key);
  const arrived = held?.arrived ?? null;
  useEffect(() => {
    if (!held || !arrived) return;
    noteTold([held]);
    void Taro.redirectTo({ url: `/tickets/submitted/index?id=${arrived.id}` });
  }, [arrived?.id]);
  if (!held || arrived)
    return (
      <Screen>
        {!arrived && (
          <Blank icon="check" title="这一件不在手机里了" note="发出去的，在进度里看得到。">
            <View className="mt20">
              <Button look="main" onPress={() => toTab('progress')}>
                看进度
              </Button>
            </View>
          </Blank>
        )}
      </Screen>
    );
  const hotline = viewer?.session.hotline ?? hotlineNow();
  const again = async () => {
    setTrying(true);
    await run(true);
    setTrying(false);
    if (heldByKey(key)?.arrived === null) void Taro.showToast({ title: '还是连不上，存好了', icon: 'none' });
  };
  const isWaiting = standingNow(held) === 'waiting';
  const urgent = isUrgent(held) && hotline !== null;
  const foot = (
    <>
      {urgent && (
        <Button id="call-hotline" look="red" icon="phone" onPress={() => call(hotline)}>
          打值班电话
        </Button>
      )}
      {isWaiting ? (
        <Button id="send-now" look={urgent ? 'plain' : 'main'} busy={trying} onPress={again}>
          再发一次
        </Button>
      ) : (
        <Button id="change" look={urgent ? 'plain' : 'main'} onPress={() => unsend(held)}>
          改一改再交
        </Button>
      )}
    </>
  );
  return (
    <Screen foot={foot}>
      <Waits held={held} hotline={hotline} />
      <View className="row wrap tight mt12">
        <Press id="take-back" className="link" onPress={() => setTaking(true)}>
          先不发，拿回来
        </Press>
        <View className="grow" />
        <Press id="go-home" className="link" onPress={() => toTab('home')}>
          回首页
        </Press>
      </View>
      {taking && <TakeBackSheet held={held} onClose={() => setTaking(false)} />}
    </Screen>
  );
}
