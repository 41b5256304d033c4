import { View } from '@tarojs/components';
import { useState } from 'react';
import { foresee } from '../../../../shared/complaints/foresee.ts';
import { complaintRoutes } from '../../../../shared/contract/complaints.ts';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { api } from '../../kernel/api.ts';
import { type About, AgainstChoice, NOBODY } from '../../kernel/parts/AgainstChoice.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { useSend } from '../../kernel/send.ts';
import type { OtherProps } from './other.ts';

const saidIn = ({ against, compensation, danger, media }: NonNullable<TicketDetail['complaint']>): About => ({
  against,
  compensation,
  danger,
  media,
});

/** What was said before, and what is added to it. */
const together = (before: About, next: About): About => ({
  against: [...new Set([...before.against, ...next.against])],
  compensation: before.compensation || next.compensation,
  danger: before.danger || next.danger,
  media: before.media || next.media,
});

/** Says afterwards whom it is against, or that what was said is a complaint; who handles it then stands above the button (I3, C3). */
const about = (action: 'point' | 'becomeComplaint') =>
  function AboutForm({ ticket, afterwards, now, onDone }: OtherProps) {
    const { complaint } = ticket;
    const said = complaint ? saidIn(complaint) : NOBODY;
    const [chosen, change] = useState<About>(said);
    // What was said stays said.
    const choose = (next: About) => change(together(said, next));
    const { send, busy, refused } = useSend();
    const schema = complaintRoutes[action].params.extend(complaintRoutes[action].body.shape);
    const foreseen = foresee({ door: complaint?.door ?? 'office', against: chosen.against, compensation: chosen.compensation }, now);
    const submit = async () => {
      if (!(await send({ id: ticket.id, ...chosen }, api[action] as never, schema))) return;
      await afterwards.again();
      onDone();
    };
    return (
      <>
        <AgainstChoice about={chosen} onChange={choose} asStaff={false} />
        <View className="cap mt8">
          {action === 'point' ? '说了就算，只会添上，不会去掉。' : '前面的话都留着，家里人不再看到。'}
          {foreseen.shutTo ? `${foreseen.shutTo}看不到。` : ''}
        </View>
        <View className="mt16">
          <Button id={`do-${action}`} look="main" busy={busy} onPress={submit}>
            {action === 'point' ? '记下' : '转为投诉'}
          </Button>
        </View>
        <Refusal refused={refused} />
      </>
    );
  };

export const PointForm = about('point');
export const BecomeForm = about('becomeComplaint');
