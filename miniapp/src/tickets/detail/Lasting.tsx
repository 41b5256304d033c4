import { View } from '@tarojs/components';
import { useState } from 'react';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { sayDay, sayLength, sayMoment } from '../../../../shared/kernel/time.ts';
import { WORDINGS } from '../../../../shared/tickets/wordings.ts';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { type Rule, RuleSheet } from '../../kernel/parts/RuleSheet.tsx';

/** What lasts after the work: until when silence is waited for, 没修好 goes on here, and the repair is warranted (Z1, R6). */
export function Lasting({ ticket, now }: { ticket: TicketDetail; now: Date }) {
  const [rule, setRule] = useState<Rule | null>(null);
  const ahead = (at: string | null) => (at !== null && new Date(at) >= now ? new Date(at) : null);
  const silent = ahead(ticket.silentAt);
  const reopen = ticket.status === 'closed' ? ahead(ticket.reopenUntil) : null;
  const warranty = ticket.status === 'closed' ? ahead(ticket.warrantyUntil) : null;
  const left = silent && sayLength(silent.getTime() - now.getTime());
  if (!silent && !reopen && !warranty) return null;
  const { verb, afterClause } = WORDINGS[ticket.kind];
  return (
    <View className="card">
      <Press
        id="lasting"
        className="row"
        onPress={() => setRule(silent || reopen ? { clause: afterClause, title: `${verb}好以后` } : { clause: 'R6', title: '保修' })}
      >
        <View className="grow sub">
          {silent && (
            <View id="silent-at">
              <Dated text={`${left}后视为修好：${sayMoment(silent, now)} 前没有您的回话，就不再等`} />
            </View>
          )}
          {reopen && (
            <View id="reopen-until">
              <Dated text={`${sayMoment(reopen, now)} 前，还可以说没${verb}好`} />
            </View>
          )}
          {warranty && (
            <View id="warranty-until">
              <Dated text={`保修到${sayDay(new Date(warranty.getTime() - 1), now)}，又坏了免费返修`} />
            </View>
          )}
        </View>
        <Icon name="right" />
      </Press>
      <RuleSheet rule={rule} onClose={() => setRule(null)} />
    </View>
  );
}
