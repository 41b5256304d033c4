import { Text } from '@tarojs/components';
import type { TicketCard } from '../../../../shared/contract/ticket-views.ts';
import { WORDINGS } from '../../../../shared/tickets/wordings.ts';

export function UrgencyTag({ urgency }: { urgency: 'urgent' | 'general' }) {
  return urgency === 'urgent' ? <Text className="tag urgent">急修</Text> : <Text className="tag">一般</Text>;
}

/** What sort of matter it is: how urgent a repair, or that it was ordered. */
export function KindTag({ ticket }: { ticket: Pick<TicketCard, 'kind' | 'urgency' | 'title'> }) {
  const { tag } = WORDINGS[ticket.kind];
  // Nobody sorted it yet: its title says the kind.
  if (tag === ticket.title) return null;
  return tag ? <Text className="tag ours">{tag}</Text> : <UrgencyTag urgency={ticket.urgency} />;
}

/** How often residents urged, for colleagues (I7). */
export function UrgedTag({ urged }: { urged: number }) {
  return urged > 0 ? <Text className="tag yours-tag urged">催过 {urged} 次</Text> : null;
}

/** What came back within its warranty is mended free (R6). */
export function ReworkTag({ isRework }: { isRework: boolean }) {
  return isRework ? <Text className="tag">返修，免费</Text> : null;
}
