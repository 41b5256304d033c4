import { View } from '@tarojs/components';
import type { PromiseView } from '../../../../shared/contract/ticket-views.ts';
import { AGREEABLE } from '../../../../shared/tickets/agreements.ts';
import { useDraft, useDraftChoice } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips } from '../../kernel/parts/Choice.tsx';
import { MomentChoice } from '../../kernel/parts/MomentChoice.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { type Channel, ChannelChoice } from './ChannelChoice.tsx';
import type { FormProps } from './form.ts';

const isOpen = (promise: PromiseView) => !promise.keptAt && !promise.withdrawnAt;

/** 和住户约时间: which promise, until when, how and why; the first date stays on record (I7). */
export function AgreeForm({ ticket, work, now, onDone }: FormProps) {
  const open = ticket.promises.filter((one) => one.round === ticket.round && isOpen(one) && (AGREEABLE as readonly string[]).includes(one.what));
  const [chosen, choose, forgetChoice] = useDraftChoice(`agree-choice.${work.id}`, {
    what: open[0]?.what ?? 'repaired',
    until: '',
    channel: 'phone' as Channel,
  });
  // What was chosen days ago may be kept by now.
  const what = open.some((one) => one.what === chosen.what) ? chosen.what : (open[0]?.what ?? 'repaired');
  const until = chosen.until && new Date(chosen.until) > now ? new Date(chosen.until) : null;
  const { channel } = chosen;
  const [why, write, forget] = useDraft(`agree.${work.id}`);
  const submit = async () => {
    if (!(await work.act('agree', { what, dueBy: until?.toISOString() ?? '', channel, why }))) return;
    forget();
    forgetChoice();
    onDone();
  };
  return (
    <>
      <View className="label">约哪一项</View>
      <Chips
        id="what"
        items={open.map((one) => ({ name: one.what, label: one.label }))}
        chosen={what}
        onChoose={(name) => choose({ ...chosen, what: name })}
      />
      <View className={`label ${wrongWith(work.refused, 'dueBy') ? 'wrong' : ''}`}>约到什么时候</View>
      <MomentChoice chosen={until} now={now} onChoose={(at) => choose({ ...chosen, until: at.toISOString() })} />
      <View className="label">怎么约的</View>
      <ChannelChoice chosen={channel} onChoose={(one) => choose({ ...chosen, channel: one })} />
      <View className="label">为什么</View>
      <Area id="why" words={why} hint="比如：配件明天到，住户同意" max={200} wrong={wrongWith(work.refused, 'why') !== undefined} onWrite={write} />
      <View className="cap mt8">原来答应的时间照样留着。</View>
      <View className="mt16">
        <Button id="do-agree" look="main" busy={work.busy} onPress={submit}>
          记下约好的时间
        </Button>
      </View>
    </>
  );
}
