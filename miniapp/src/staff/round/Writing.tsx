import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { DutyDetail } from '../../../../shared/contract/duties.ts';
import { useDraft, useDraftChoice } from '../../kernel/draft.ts';
import { standingNow } from '../../kernel/held.ts';
import { KEPT_HERE } from '../../kernel/job.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Stepper } from '../../kernel/parts/Stepper.tsx';
import { Waited } from '../../kernel/parts/Waited.tsx';
import { useArrival, useHeld } from '../../kernel/queue.ts';
import { useQueuedSend } from '../../kernel/queued-send.ts';
import { wrongWith } from '../../kernel/say.ts';

interface Props {
  duty: DutyDetail;
  onStale: () => void;
}

/** How many there were and what became of them; nothing in it is a result as well. Without a signal it waits on the phone. */
export function Writing({ duty, onStale }: Props) {
  const isRound = duty.duty === 'round';
  const [counted, count, forgetCount] = useDraftChoice<number | null>(`round-items.${duty.id}`, null);
  const [words, write, forget] = useDraft(`round.${duty.id}`);
  const { send, busy, refused } = useQueuedSend();
  const waits = useHeld(duty.id).some((one) => standingNow(one) === 'waiting');
  useArrival(duty.id, onStale);
  if (!duty.actions.some((one) => one === 'recordRound' || one === 'recordDuty')) return null;
  if (waits) return <Waited ticketId={duty.id} />;
  // Others may have taken down more since it was counted.
  const items = Math.max(counted ?? 0, duty.tickets.length);
  const save = async (said: string, many: number) => {
    const body = { id: duty.id, items: many, words: said };
    const done = await send({ act: 'recordRound', subject: duty.id, title: duty.title, words: said, body });
    if (done) {
      forget();
      forgetCount();
    }
    if (done && !done.arrived) void Taro.showToast({ title: KEPT_HERE, icon: 'none', duration: 2_500 });
    else void onStale();
  };
  return (
    <>
      <Waited ticketId={duty.id} />
      {isRound && (
        <View className="row mt16">
          <View className="b grow">里面有几条</View>
          <Stepper id="items" label="里面的" many={items} least={duty.tickets.length} most={999} onChange={count} />
        </View>
      )}
      <View className={`label ${wrongWith(refused, 'words') ? 'wrong' : ''}`}>{isRound ? '怎么处理的' : duty.title}</View>
      <Area id="round-words" words={words} hint={duty.asks} wrong={wrongWith(refused, 'words') !== undefined} onWrite={write} />
      <Refusal refused={refused} />
      <View className="btns mt16">
        {isRound && items === 0 && (
          <Button id="nothing-in-it" look="line" size="wide" busy={busy} onPress={() => save('没有', 0)}>
            里面没有
          </Button>
        )}
        <Button id="record-round" look="main" size="wide" busy={busy} onPress={() => save(words, isRound ? items : 0)}>
          记下
        </Button>
      </View>
    </>
  );
}
