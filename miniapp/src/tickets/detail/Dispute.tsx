import { View } from '@tarojs/components';
import { useState } from 'react';
import { mergingRoutes } from '../../../../shared/contract/merging.ts';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { MINUTE, sayLength, sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { useSend } from '../../kernel/send.ts';

const { disputeMerge } = mergingRoutes;
const SCHEMA = disputeMerge.params.extend(disputeMerge.body.shape);

interface Props {
  ticket: TicketDetail;
  onDone: () => Promise<void>;
}

/** What is different, if one likes; what follows is said before it is sent. */
function DisputeSheet({ ticket, onDone, onClose }: Props & { onClose: () => void }) {
  const sending = useSend();
  const [words, write, forget] = useDraft(`dispute.${ticket.id}`);
  const submit = async () => {
    if (!(await sending.send({ id: ticket.id, words }, api.disputeMerge, SCHEMA))) return;
    forget();
    onClose();
    await onDone();
  };
  return (
    <Sheet title="这不是同一件" onClose={onClose}>
      <View className="mt8">
        客服和工程主管都会收到。{sayLength(ticket.figures.mergeAnswerMinutes * MINUTE)}内拆开单独办，或者告诉您为什么是同一件。
      </View>
      <View className="label">
        哪里不一样<View className="cap">可以不写</View>
      </View>
      <Area id="dispute-words" words={words} hint="比如：我说的是1单元的电梯" max={200} onWrite={write} />
      <Refusal refused={sending.refused} kept="写好的话还在" />
      <View className="mt16">
        <Button id="do-disputeMerge" look="main" busy={sending.busy} onPress={submit}>
          告诉服务中心
        </Button>
      </View>
    </Sheet>
  );
}

/** 这不是同一件: whoever's own was merged says so, and reads by when they are answered (Z3). */
export function Dispute({ ticket, now, onDone }: Props & { now: Date }) {
  const [open, setOpen] = useState(false);
  const owed = ticket.promises.find((one) => one.what === 'merge_answer' && !one.keptAt && !one.withdrawnAt);
  if (owed)
    return (
      <View className="strip lake-strip mt12" id="disputed">
        <Icon name="clock" />
        <View className="grow">
          <Dated
            text={
              owed.missed
                ? `您说这不是同一件，答应${sayMoment(new Date(owed.dueBy), now)} 前答复，已经迟了`
                : `您说这不是同一件，${sayMoment(new Date(owed.dueBy), now)} 前答复您`
            }
          />
        </View>
      </View>
    );
  if (!ticket.actions.some((one) => one.action === 'disputeMerge')) return null;
  return (
    <View className="mt12">
      <Button id="go-disputeMerge" look="line" onPress={() => setOpen(true)}>
        这不是同一件
      </Button>
      {open && <DisputeSheet ticket={ticket} onDone={onDone} onClose={() => setOpen(false)} />}
    </View>
  );
}
