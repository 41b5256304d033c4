import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { serverNow } from '../../kernel/clock.ts';
import { useDraft, useDraftChoice, useDraftShots } from '../../kernel/draft.ts';
import { goBack } from '../../kernel/go.ts';
import { jobTitle, KEPT_HERE } from '../../kernel/job.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { ChosenShots } from '../../kernel/parts/ChosenShots.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { useQueuedSend } from '../../kernel/queued-send.ts';
import { wrongWith } from '../../kernel/say.ts';
import { mayKeepAnswers } from '../../kernel/session.ts';
import { type Draft, linesOf } from '../quote/lines.ts';
import { Spent } from '../spend/Spent.tsx';
import { Used } from './Used.tsx';
import './finish.scss';

const USUAL = ['换软管', '换总阀', '紧接头', '疏通', '换配件', '试过，好用'];

const isUnanswered = (ticket: TicketDetail | null) => ticket?.quote?.stand === 'offered' || ticket?.quote?.stand === 'pricing';

/** 修好了: a photo, what was done, and it waits for the resident; without a signal it waits on the phone first. */
export default function FinishPage() {
  const { id = '' } = useRouter().params;
  const asked = useAsked(() => api.ticket({ id }), id, mayKeepAnswers() ? `ticket.${id}` : null);
  const photos = useDraftShots(`finish.${id}`);
  const [result, keepWriting, forget] = useDraft(`finish.${id}`);
  const { send, busy, refused, forgive } = useQueuedSend();
  const [counted, count] = useState<number[] | null>(null);
  const [spent, keepSpent, forgetSpent] = useDraftChoice<Draft[]>(`spent.${id}`, []);
  const isPublic = asked.value?.place === 'public';
  const agreed = asked.value?.agreedQuote ?? null;
  const used = agreed ? (counted ?? agreed.lines.map((line) => line.quantity)) : undefined;
  const submit = async () => {
    const title = asked.value ? jobTitle(asked.value) : '';
    const body = {
      id,
      result,
      claimedAt: serverNow().toISOString(),
      ...(used ? { used } : {}),
      ...(isPublic && spent.length > 0 ? { spent: linesOf(spent) } : {}),
    };
    const done = await send({ act: 'finish', subject: id, title, words: result, body, shots: photos.held, shotsFirst: true });
    if (!done) return;
    forget();
    forgetSpent();
    photos.forget();
    void Taro.showToast({ title: done.arrived ? '修好了，等住户确认' : KEPT_HERE, icon: 'none', duration: 2_500 });
    goBack();
  };
  const write = (words: string) => {
    if (refused) forgive();
    keepWriting(words);
  };
  const add = (words: string) => write(result ? `${result}，${words}` : words);
  const foot = (
    <Button id="submit" look="main" size="big" busy={busy} onPress={submit}>
      修好了，等住户确认
    </Button>
  );
  return (
    <Screen foot={foot}>
      <Shown asked={asked}>
        {(ticket) => (
          <View className="row wrap tight mt4">
            <Text className="finish-where grow">{ticket.where}</Text>
            <Text className="sub">{ticket.title}</Text>
          </View>
        )}
      </Shown>
      <Refusal refused={refused} kept="照片和写好的话都还在" />
      <View className={`label ${wrongWith(refused, 'photoIds') ? 'wrong' : ''}`}>
        拍修好后的样子<Text className="cap">至少 1 张</Text>
      </View>
      <View className={wrongWith(refused, 'photoIds') ? 'wrong-ring' : ''}>
        <ChosenShots shots={photos.shots} onChange={photos.take} note="交的时候一起传" />
      </View>
      <View className={`label ${wrongWith(refused, 'result') ? 'wrong' : ''}`}>做了什么</View>
      <View className="chips">
        {USUAL.map((words) => (
          <Chip key={words} on={result.includes(words)} onPress={() => add(words)}>
            {words}
          </Chip>
        ))}
      </View>
      <View className="mt12">
        <Area id="result" words={result} hint="写给住户看的，几个字就行" wrong={wrongWith(refused, 'result') !== undefined} onWrite={write} />
      </View>
      {agreed && used && (
        <>
          <View className="label">
            用了什么<Text className="cap">不能比住户同意的多</Text>
          </View>
          <Used quote={agreed} used={used} onChange={count} />
        </>
      )}
      {isPublic && asked.value && (
        <>
          <View className="label">
            用了什么<Text className="cap">没有就不用写</Text>
          </View>
          <Spent officeId={asked.value.officeId} lines={spent} onChange={keepSpent} />
        </>
      )}
      {isUnanswered(asked.value) && <View className="strip yours-strip mt12">报价还没有回话：等住户回话，或者先撤回报价，才能交。</View>}
    </Screen>
  );
}
