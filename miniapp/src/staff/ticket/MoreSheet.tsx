import { View } from '@tarojs/components';
import { useState } from 'react';
import type { TicketDetail } from '../../../../shared/contract/tickets.ts';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { AgreeForm } from './AgreeForm.tsx';
import { CallForm } from './CallForm.tsx';
import { ExplainMissForm } from './ExplainMissForm.tsx';
import { ReassignForm } from './ReassignForm.tsx';
import { ReclassifyForm } from './ReclassifyForm.tsx';
import { ReturnVisitForm } from './ReturnVisitForm.tsx';
import { VisitForm } from './VisitForm.tsx';
import type { Work } from './work.ts';

interface Props {
  ticket: TicketDetail;
  others: TicketDetail['actions'];
  work: Work;
  now: Date;
  onClose: () => void;
}

/** What is done by a small form behind 更多. */
export const FORMS = {
  reassign: ReassignForm,
  call: CallForm,
  visit: VisitForm,
  returnVisit: ReturnVisitForm,
  agree: AgreeForm,
  reclassify: ReclassifyForm,
  explainMiss: ExplainMissForm,
};

/** The rest of what one may do: choose, then fill in a small form. */
export function MoreSheet({ ticket, others, work, now, onClose }: Props) {
  const [chosen, choose] = useState<TicketDetail['actions'][number] | null>(null);
  const Form = chosen && FORMS[chosen.action as keyof typeof FORMS];
  const close = () => {
    work.forgive();
    onClose();
  };
  return (
    <Sheet title={chosen?.label ?? '更多'} onClose={close}>
      {!Form &&
        others.map((one) => (
          <Press key={one.action} id={`choose-${one.action}`} className="cell" onPress={() => choose(one)}>
            <View className="grow">{one.label}</View>
            <Icon name="right" />
          </Press>
        ))}
      {Form && <Form ticket={ticket} work={work} now={now} onDone={close} />}
      {Form && <Refusal refused={work.refused} />}
    </Sheet>
  );
}
