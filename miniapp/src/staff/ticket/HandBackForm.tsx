import { View } from '@tarojs/components';
import { isoDay } from '../../../../shared/kernel/time.ts';
import { type HandBackReason, handBackReasonsFor } from '../../../../shared/tickets/hand-back.ts';
import { useDraft, useDraftChoice } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips } from '../../kernel/parts/Choice.tsx';
import { wrongWith } from '../../kernel/say.ts';
import type { FormProps } from './form.ts';

/** 退回: why, in one tap; the agents and the supervisor hear at once, and the promises run on. */
export function HandBackForm({ ticket, work, now, onDone }: FormProps) {
  const [reason, choose, forgetReason] = useDraftChoice<HandBackReason | null>(`hand-back.${work.id}`, null);
  const [words, write, forget] = useDraft(`hand-back-words.${work.id}`);
  const submit = async () => {
    if (!(await work.act('handBack', { words, ...(reason ? { reason } : {}) }))) return;
    forget();
    forgetReason();
    onDone();
  };
  return (
    <>
      <View className={`label ${wrongWith(work.refused, 'reason') ? 'wrong' : ''}`}>为什么</View>
      <Chips
        id="reason"
        items={handBackReasonsFor(ticket.status, isoDay(now)).map((row) => ({ name: row.code, label: row.label }))}
        chosen={reason}
        onChoose={choose}
      />
      {ticket.actions.some((one) => one.action === 'nobodyHome') && <View className="cap mt8">住户不在不用退回，请点“更多”里的“家里没人”。</View>}
      <View className="label">
        还要告诉同事的<View className="cap">可以不写，住户看不到</View>
      </View>
      <Area
        id="hand-back-words"
        words={words}
        hint="比如：要带梯子，两个人去"
        max={200}
        wrong={wrongWith(work.refused, 'words') !== undefined}
        onWrite={write}
      />
      <View className="cap mt8">答应住户的时间不变，客服和主管马上知道。</View>
      <View className="mt16">
        <Button id="do-handBack" look="main" busy={work.busy} onPress={submit}>
          退回
        </Button>
      </View>
    </>
  );
}
