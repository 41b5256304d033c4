import { View } from '@tarojs/components';
import { useState } from 'react';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { DEFECT_CHECKS, type Visit } from '../../../../shared/visits/script.ts';
import { toArrange, toComplete, toNoticeWriting, toOffer, toQuote, toSpend, toVisit } from '../../kernel/go.ts';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { AgreeForm } from './AgreeForm.tsx';
import { CallForm, DirectorCallForm } from './CallForm.tsx';
import { CancelForm } from './CancelForm.tsx';
import { ClaimForm } from './ClaimForm.tsx';
import { COMPLAINT_FORMS } from './ComplaintForms.tsx';
import { ConfirmPublicForm } from './ConfirmPublicForm.tsx';
import { NobodyHomeForm, ProposeDateForm, RecordDateForm } from './DoorForms.tsx';
import { ExplainMissForm } from './ExplainMissForm.tsx';
import { FacilityForm } from './FacilityForm.tsx';
import { FlagForm } from './FlagForm.tsx';
import { HandBackForm } from './HandBackForm.tsx';
import { HeardForm } from './HeardForm.tsx';
import { KeepMergedForm, MergeForm, UnmergeForm } from './MergeForms.tsx';
import { PriceForm, RecordAnswerForm, SettleForm, WithdrawQuoteForm } from './MoneyForms.tsx';
import { ReassignForm } from './ReassignForm.tsx';
import { ReclassifyForm } from './ReclassifyForm.tsx';
import { REMARK_FORMS } from './RemarkForms.tsx';
import type { Work } from './work.ts';

interface Props {
  ticket: TicketDetail;
  others: TicketDetail['actions'];
  /** What stands open at once. */
  first: TicketDetail['actions'][number] | null;
  work: Work;
  now: Date;
  onClose: () => void;
}

/** What has a page of its own. */
export const PAGES = {
  quote: toQuote,
  spend: toSpend,
  announce: toNoticeWriting,
  arrange: toArrange,
  rearrange: toArrange,
  offerPrice: toOffer,
  complete: toComplete,
};

/** What is done by a small form behind 更多. */
export const FORMS = {
  reassign: ReassignForm,
  call: CallForm,
  agree: AgreeForm,
  reclassify: ReclassifyForm,
  explainMiss: ExplainMissForm,
  handBack: HandBackForm,
  directorCall: DirectorCallForm,
  answerClaim: ClaimForm,
  confirmPublic: ConfirmPublicForm,
  flag: FlagForm,
  price: PriceForm,
  recordAnswer: RecordAnswerForm,
  withdrawQuote: WithdrawQuoteForm,
  settle: SettleForm,
  nobodyHome: NobodyHomeForm,
  proposeDate: ProposeDateForm,
  recordDate: RecordDateForm,
  cancel: CancelForm,
  nameFacility: FacilityForm,
  merge: MergeForm,
  unmerge: UnmergeForm,
  keepMerged: KeepMergedForm,
  // Where a visit is owed, its own page; where none is, what they say by themselves.
  returnVisit: HeardForm,
  ...REMARK_FORMS,
  ...COMPLAINT_FORMS,
};

/** What has a page of its own: the open promises each action keeps. */
const VISITS_OF: Partial<Record<string, readonly Visit[]>> = {
  visit: ['special_visit', 'survey_visit'],
  returnVisit: ['return_visit', 'follow_up'],
  checkDefect: DEFECT_CHECKS,
  providerVisit: ['provider_visit'],
  qualityVisit: ['quality_visit'],
};

/** The visit an action is about, if one is owed: the soonest. */
export function visitOf(ticket: TicketDetail, action: string): Visit | null {
  const owed = ticket.promises.filter((one) => VISITS_OF[action]?.includes(one.what as Visit) && !one.keptAt && !one.withdrawnAt);
  const [first] = [...owed].sort((one, other) => one.dueBy.localeCompare(other.dueBy));
  return (first?.what as Visit | undefined) ?? null;
}

/** The rest of what one may do: choose, then fill in a small form. */
export function MoreSheet({ ticket, others, first, work, now, onClose }: Props) {
  const [chosen, choose] = useState(first);
  const Form = chosen && FORMS[chosen.action as keyof typeof FORMS];
  const close = () => {
    work.forgive();
    onClose();
  };
  const open = (one: TicketDetail['actions'][number]) => {
    const visit = visitOf(ticket, one.action);
    const goes = visit ? () => toVisit(ticket.id, visit) : PAGES[one.action as keyof typeof PAGES];
    if (!goes) return choose(one);
    close();
    void goes(ticket.id);
  };
  return (
    <Sheet title={chosen?.label ?? '更多'} onClose={close}>
      {!Form &&
        others.map((one) => (
          <Press key={one.action} id={`choose-${one.action}`} className="cell" onPress={() => open(one)}>
            <View className="grow">{one.label}</View>
            <Icon name="right" />
          </Press>
        ))}
      {Form && <Form ticket={ticket} work={work} now={now} onDone={close} />}
      {Form && <Refusal refused={work.refused} />}
    </Sheet>
  );
}
