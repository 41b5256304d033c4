import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { DemoForward } from '#demo';
import type { PromiseView, TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { sayClock, sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { toTab } from '../../kernel/go.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { ConsentRow } from '../../kernel/parts/ConsentRow.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { type Rule, RuleSheet } from '../../kernel/parts/RuleSheet.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { UploadRow } from '../../kernel/parts/UploadRow.tsx';
import { useArrival, useQueuedPhotos, useQueuedVoice } from '../../kernel/queue.ts';
import type { Upload } from '../../kernel/shots.ts';
import { sayClause } from '../../kernel/standing.ts';
import './submitted.scss';

function Vow({ promise, now, onPress }: { promise: PromiseView; now: Date; onPress: () => void }) {
  const dueBy = new Date(promise.dueBy);
  const moment = sayMoment(dueBy, now);
  const clock = moment.endsWith('24:00') ? '24:00' : sayClock(dueBy);
  return (
    <Press id={`promise-${promise.what}`} className="vow" onPress={onPress}>
      <Text className="vow-what">
        {promise.allowance}内{promise.label}
      </Text>
      <Text className="nw">
        {moment.slice(0, -clock.length)}
        <Text className="vow-clock">{clock}</Text> 前
      </Text>
    </Press>
  );
}

function NumberPart({ number }: { number: string }) {
  const [head, tail] = [number.slice(0, -3), number.slice(-3)];
  return (
    <View className="slip-part">
      <View className="row wrap">
        <View className="grow whole">
          <View className="sub">报修号</View>
          <View id="number" className="big-number">
            {head}
            <Text className="lake">{tail}</Text>
          </View>
        </View>
        <Button id="copy" size="small" onPress={() => Taro.setClipboardData({ data: number })}>
          复制
        </Button>
      </View>
      <View className="sub mt4">打电话问，说“今天 {tail} 号”就能查到</View>
    </View>
  );
}

/** How many photos there are, and whether somebody has to do something about them. */
function sayPhotos(uploads: readonly Upload[]): string {
  const count = (state: Upload['state'], refused = false) => uploads.filter((one) => one.state === state && one.refused === refused).length;
  const [sent, failed, refused] = [count('sent'), count('failed'), count('failed', true)];
  if (sent + failed + refused < uploads.length) return `照片 ${uploads.length} 张，传好 ${sent} 张`;
  if (sent === uploads.length) return `照片 ${sent} 张都传好了`;
  return [`传好 ${sent} 张`, refused > 0 && `${refused} 张用不了`, failed > 0 && `${failed} 张没传上，点一下再传`].filter(Boolean).join('，');
}

const VOICE_SAYS = { waiting: '语音等着传', sending: '语音正在传', sent: '语音传好了', failed: '语音没传上，点这里再传' } as const;

function Received({ ticket, now }: { ticket: TicketDetail; now: Date }) {
  const [rule, setRule] = useState<Rule | null>(null);
  const photos = useQueuedPhotos(ticket.id);
  const voice = useQueuedVoice(ticket.id);
  const promises = ticket.promises.filter((one) => one.owedTo === 'residents' && !one.withdrawnAt);
  const open = (promise: PromiseView) => setRule({ clause: promise.clause, title: `我们答应您：${promise.label}`, promise });
  return (
    <>
      <View className="row received">
        <View className="received-mark">
          <Icon name="check" />
        </View>
        <View className="grow">
          <View className="title">收到了</View>
          <View className="sub">{ticket.responsible ? `${ticket.responsible.name}正在给您安排` : '正在给您安排师傅'}</View>
        </View>
      </View>
      <View className="slip">
        <View className="slip-part">
          <View className="row tight sub lake">
            <Icon name="mark" />
            <Text className="b">我们答应您</Text>
          </View>
          {promises.map((promise) => (
            <Vow key={`${promise.what} ${promise.clause}`} promise={promise} now={now} onPress={() => open(promise)} />
          ))}
          <View className="sub mt12">没做到会自动报给主管、主任，不用您催。</View>
          {promises[0] && (
            <Press
              id="rule"
              className="link"
              role="link"
              onPress={() => setRule({ clause: promises[0]!.clause, title: sayClause(ticket, promises[0]!.clause) })}
            >
              依据：{sayClause(ticket, promises[0].clause)}
              <Icon name="right" />
            </Press>
          )}
        </View>
        <View className="slip-cut" />
        <NumberPart number={ticket.number} />
      </View>
      {photos.uploads.length > 0 && (
        <View className="card mt12" id="photos">
          <View className="b" id="photos-say">
            {sayPhotos(photos.uploads)}
          </View>
          <View className="mt8">
            <UploadRow photos={photos} canAdd={false} />
          </View>
        </View>
      )}
      {voice && (
        <Press id="voice" className="card mt12 row tight" off={voice.state !== 'failed' || voice.refused} onPress={() => void voice.again()}>
          <Icon name="mic" />
          <View className="grow">{voice.refused ? '语音用不了，请打字再说一遍' : VOICE_SAYS[voice.state]}</View>
        </Press>
      )}
      <ConsentRow />
      <RuleSheet rule={rule} onClose={() => setRule(null)} />
    </>
  );
}

/** 收到了: what was promised, the number, and the photos on their way. */
export default function SubmittedPage() {
  const { id = '' } = useRouter().params;
  const now = useNow();
  const asked = useAsked(() => api.ticket({ id }), id, `ticket.${id}`);
  useArrival(id, asked.again);
  const foot = (
    <>
      <Button id="see-progress" look="main" onPress={() => Taro.redirectTo({ url: `/tickets/detail/index?id=${id}` })}>
        看进度
      </Button>
      <Button id="go-home" look="plain" onPress={() => toTab('home')}>
        回首页
      </Button>
    </>
  );
  return (
    <Screen foot={foot}>
      <Shown asked={asked}>{(ticket) => <Received ticket={ticket} now={now} />}</Shown>
      <DemoForward onForward={asked.again} />
    </Screen>
  );
}
