import { View } from '@tarojs/components';
import { useState } from 'react';
import type { PromiseView, TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { MISS_CAUSES, type MissCause } from '../../../../shared/tickets/agreements.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips, choicesOf } from '../../kernel/parts/Choice.tsx';
import { wrongWith } from '../../kernel/say.ts';
import type { FormProps } from './form.ts';

const CAUSES = choicesOf(MISS_CAUSES);

const keyOf = ({ what, round }: PromiseView) => `${what}-${round}`;

/** What was missed, each once; those without a cause first. */
function missedOf(ticket: TicketDetail): PromiseView[] {
  const missed = ticket.promises.filter((one) => one.missed);
  const each = missed.filter((one, index) => missed.findIndex((other) => keyOf(other) === keyOf(one)) === index);
  return [...each.filter((one) => !one.missCause), ...each.filter((one) => one.missCause)];
}

/** 记超时原因: which promise, and why it was missed (R3). */
export function ExplainMissForm({ ticket, work, onDone }: FormProps) {
  const missed = missedOf(ticket);
  const [key, setKey] = useState(missed[0] && keyOf(missed[0]));
  const [cause, setCause] = useState<MissCause | null>(null);
  const chosen = missed.find((one) => keyOf(one) === key);
  const choose = (name: MissCause) => {
    work.forgive();
    setCause(name);
  };
  const submit = async () => {
    if (await work.act('explainMiss', { what: chosen?.what, round: chosen?.round, cause: cause ?? undefined })) onDone();
  };
  return (
    <>
      <View className={`label ${wrongWith(work.refused, 'what') ? 'wrong' : ''}`}>哪一项超时</View>
      <Chips
        id="missed"
        items={missed.map((one) => ({ name: keyOf(one), label: `${one.label}${ticket.round > 1 ? `（第 ${one.round} 次）` : ''}` }))}
        chosen={key}
        onChoose={setKey}
      />
      {chosen?.missCause && <View className="cap mt8">现在记的是：{chosen.missCause}</View>}
      <View className={`label ${wrongWith(work.refused, 'cause') ? 'wrong' : ''}`}>为什么超时</View>
      <Chips id="cause" items={CAUSES} chosen={cause} onChoose={choose} />
      <View className="mt16">
        <Button id="do-explainMiss" look="main" busy={work.busy} onPress={submit}>
          记下原因
        </Button>
      </View>
    </>
  );
}
