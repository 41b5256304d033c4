import { Text, View } from '@tarojs/components';
import type { BoardTechnician, KindAsked } from '../../../../shared/contract/boards.ts';
import type { TicketCard } from '../../../../shared/contract/ticket-views.ts';
import { KIND_LABELS } from '../../../../shared/tickets/ticket.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { toReassign, toTicket } from '../../kernel/go.ts';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { OwedRow } from '../../kernel/parts/OwedRow.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { badgeFrom, PromiseBadge } from '../../kernel/parts/PromiseBadge.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { StandStill } from '../../kernel/parts/StandStill.tsx';
import { UrgencyTag } from '../../kernel/parts/Tag.tsx';
import { AnalysisRow } from '../AnalysisRow.tsx';
import { KindChips, useKind } from '../KindChips.tsx';

function Job({ ticket, now }: { ticket: TicketCard; now: Date }) {
  return (
    <Press id={`job-${ticket.id}`} className="cell" label={`${ticket.title}，改派`} onPress={() => toReassign(ticket.id)}>
      <View className="grow">
        <View className="row tight wrap">
          <Text>{ticket.title}</Text>
          {ticket.urgency === 'urgent' && <UrgencyTag urgency="urgent" />}
        </View>
        <Text className="cap">
          {ticket.where} · <Text className="nw">{ticket.number}</Text>
        </Text>
      </View>
      {ticket.next && <PromiseBadge badge={badgeFrom(ticket.next, now)} />}
      <Icon name="swap" />
    </Press>
  );
}

function Person({ technician, kind, now }: { technician: BoardTechnician; kind: KindAsked; now: Date }) {
  const { name, tickets, late, doneToday, onSite } = technician;
  return (
    <View id={`technician-${technician.id}`} className="mt12">
      <View className="sec">
        {name}
        <Text className="cap">
          手上 {tickets.length} 件{late > 0 ? `，迟 ${late} 件` : ''}，今天做好 {doneToday} 件
        </Text>
      </View>
      <View className="cells">
        {onSite && (
          <Press className="cell" onPress={() => toTicket(onSite.ticketId, true)}>
            <Icon name="pin" className="lead-ic" />
            <View className="grow">现在在 {onSite.where}</View>
            <Icon name="right" />
          </Press>
        )}
        {tickets.map((ticket) => (
          <Job key={ticket.id} ticket={ticket} now={now} />
        ))}
        {tickets.length === 0 && <View className="cell sub">{kind === 'all' ? '手上没有活' : `手上没有${KIND_LABELS[kind]}`}</View>}
      </View>
    </View>
  );
}

/** 班组: what nobody has yet, then each technician: in hand, where, late, done today (R8). A tap gives a job to somebody else. */
export default function BoardPage() {
  const now = useNow();
  const [kind, choose] = useKind('board');
  const asked = useAsked(() => api.board({ kind }), `board ${kind}`);
  return (
    <Screen>
      <StandStill />
      <KindChips isBoard chosen={kind} onChoose={choose} />
      <AnalysisRow />
      <Shown asked={asked}>
        {({ unassigned, technicians, places, onlyFirst }) => (
          <>
            <View className="sub mt8">{places.join('、')}</View>
            {onlyFirst !== null && <View className="strip quiet mt8">太多了，只列出先到期的 {onlyFirst} 件</View>}
            <View className={`sec ${unassigned.length > 0 ? 'red' : ''}`}>还没派人 {unassigned.length} 件</View>
            <View className="cells" id="unassigned">
              {unassigned.map((ticket) => (
                <OwedRow key={ticket.id} ticket={ticket} now={now} />
              ))}
            </View>
            {unassigned.length === 0 && <View className="strip quiet">都派出去了</View>}
            {technicians.map((technician) => (
              <Person key={technician.id} technician={technician} kind={kind} now={now} />
            ))}
            {technicians.length === 0 && <View className="strip quiet mt12">这里还没有登记师傅</View>}
          </>
        )}
      </Shown>
    </Screen>
  );
}
