import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { sayMoney } from '../../../../shared/kernel/money.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { serverNow } from '../../kernel/clock.ts';
import { useDraft, useDraftShots } from '../../kernel/draft.ts';
import { goBack } from '../../kernel/go.ts';
import { jobTitle, KEPT_HERE } from '../../kernel/job.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { ChosenShots } from '../../kernel/parts/ChosenShots.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { useQueuedSend } from '../../kernel/queued-send.ts';
import { wrongWith } from '../../kernel/say.ts';
import { mayKeepAnswers } from '../../kernel/session.ts';

/** 做好了: what was done, by whoever did it, or as an outside provider said; then it waits for the resident (R13). */
export default function CompletePage() {
  const { id = '' } = useRouter().params;
  const asked = useAsked(() => api.ticket({ id }), id, mayKeepAnswers() ? `ticket.${id}` : null);
  const [result, write, forget] = useDraft(`complete.${id}`);
  const photos = useDraftShots(`complete.${id}`);
  const { send, busy, refused, forgive } = useQueuedSend();
  const isOutside = (asked.value?.service?.provider ?? null) !== null;
  const submit = async () => {
    const title = asked.value ? jobTitle(asked.value) : '';
    const body = { id, result, claimedAt: serverNow().toISOString() };
    const shots = photos.held;
    const done = await send({ act: 'complete', subject: id, title, words: result, body, shots, shotsFirst: shots.length > 0 });
    if (!done) return;
    forget();
    photos.forget();
    void Taro.showToast({ title: done.arrived ? '记下了，等住户验收' : KEPT_HERE, icon: 'none', duration: 2_500 });
    goBack();
  };
  const foot = (
    <Button id="submit" look="main" size="big" busy={busy} onPress={submit}>
      做好了，等住户验收
    </Button>
  );
  return (
    <Screen foot={foot}>
      <Shown asked={asked}>
        {(ticket) => (
          <View className="card">
            <View className="lead">{ticket.title}</View>
            <View className="sub">
              {ticket.where}
              {ticket.agreedQuote ? ` · 收 ${sayMoney(ticket.agreedQuote.totalFen)}` : ' · 不收费'}
            </View>
            {isOutside && <View className="sub">{ticket.service?.provider}来做，由您登记</View>}
          </View>
        )}
      </Shown>
      <Refusal refused={refused} kept="写好的话还在" />
      <View className={`label ${wrongWith(refused, 'result') ? 'wrong' : ''}`}>做了什么</View>
      <Area
        id="result"
        words={result}
        hint="住户看得到，比如：两台内机都洗了，试过制冷"
        wrong={wrongWith(refused, 'result') !== undefined}
        onWrite={(words) => {
          forgive();
          write(words);
        }}
      />
      {!isOutside && (
        <>
          <View className="label">
            拍一张做好的样子<View className="cap">可以不拍</View>
          </View>
          <ChosenShots shots={photos.shots} onChange={photos.take} note="交的时候一起传" />
        </>
      )}
    </Screen>
  );
}
