import { View } from '@tarojs/components';
import { type DutyDetail, dutyRoutes } from '../../../../shared/contract/duties.ts';
import { api } from '../../kernel/api.ts';
import { useDraft, useDraftChoice } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Stepper } from '../../kernel/parts/Stepper.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';

const { params, body } = dutyRoutes.recordRound;
/** As it is sent: the duty's id with what was written. */
const SCHEMA = params.extend(body.shape);

interface Props {
  duty: DutyDetail;
  onDone: (duty: DutyDetail) => void;
  onStale: () => void;
}

/** How many there were and what became of them; nothing in it is a result as well. */
export function Writing({ duty, onDone, onStale }: Props) {
  const isRound = duty.duty === 'round';
  const [counted, count, forgetCount] = useDraftChoice<number | null>(`round-items.${duty.id}`, null);
  const [words, write, forget] = useDraft(`round.${duty.id}`);
  const { send, busy, refused } = useSend();
  if (!duty.actions.some((one) => one === 'recordRound' || one === 'recordDuty')) return null;
  // Others may have taken down more since it was counted.
  const items = Math.max(counted ?? 0, duty.tickets.length);
  const save = async (said: string, many: number) => {
    const done = await send({ id: duty.id, items: many, words: said }, api.recordRound, SCHEMA);
    if (!done) return void onStale();
    forget();
    forgetCount();
    onDone(done);
  };
  return (
    <>
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
