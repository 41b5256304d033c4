import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { waitsOn } from '../../kernel/parts/PromiseBadge.tsx';
import { PromiseRow } from '../../kernel/parts/PromiseRow.tsx';
import { type Rule, RuleSheet } from '../../kernel/parts/RuleSheet.tsx';

/** 答应了什么: every promise with who owes it, its clause and how it stands. */
export function Ledger({ ticket, now }: { ticket: TicketDetail; now: Date }) {
  const [rule, setRule] = useState<Rule | null>(null);
  const newestFirst = [...ticket.promises].sort((a, b) => b.round - a.round);
  return (
    <>
      <View className="sec">
        答应了什么<Text className="cap end">{ticket.promises.length} 条承诺</Text>
      </View>
      <View className="card promised">
        {newestFirst.map((promise) => (
          <PromiseRow
            key={`${promise.what} ${promise.round} ${promise.openedBy}`}
            promise={promise}
            now={now}
            forStaff
            waits={waitsOn(ticket, true)}
            onPress={() => setRule({ clause: promise.clause, title: `${promise.label}：${promise.owedBy}`, promise, officeId: ticket.officeId })}
          />
        ))}
      </View>
      <RuleSheet rule={rule} onClose={() => setRule(null)} />
    </>
  );
}
