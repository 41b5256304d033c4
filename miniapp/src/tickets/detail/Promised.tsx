import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { PromiseView, TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { WORDINGS } from '../../../../shared/tickets/wordings.ts';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { waitsOn } from '../../kernel/parts/PromiseBadge.tsx';
import { PromiseRow } from '../../kernel/parts/PromiseRow.tsx';
import { type Rule, RuleSheet } from '../../kernel/parts/RuleSheet.tsx';
import { sayClause } from '../../kernel/standing.ts';

const keyOf = (promise: PromiseView) => `${promise.what} ${promise.round} ${promise.openedBy}`;

/** 我们答应您: this round's promises; earlier rounds stay, folded. */
export function Promised({ ticket, now }: { ticket: TicketDetail; now: Date }) {
  const [rule, setRule] = useState<Rule | null>(null);
  const [past, setPast] = useState(false);
  const current = ticket.promises.filter((one) => one.round === ticket.round);
  const earlier = ticket.promises.filter((one) => one.round !== ticket.round);
  if (ticket.promises.length === 0) return null;
  const { clause } = WORDINGS[ticket.kind];
  const row = (promise: PromiseView) => (
    <PromiseRow
      key={keyOf(promise)}
      promise={promise}
      now={now}
      waits={waitsOn(ticket, false)}
      onPress={() => setRule({ clause: promise.clause, title: `我们答应您：${promise.label}`, promise })}
    />
  );
  return (
    <View className="card promised">
      <View className="row">
        <View className="row tight grow">
          <Icon name="mark" className="lake" />
          <Text className="b">我们答应您</Text>
        </View>
        <Press id="rule" className="link" role="link" onPress={() => setRule({ clause, title: sayClause(ticket, clause) })}>
          {sayClause(ticket, clause)}
          <Icon name="right" />
        </Press>
      </View>
      {current.map(row)}
      {earlier.length > 0 && (
        <Press id="earlier" className="link" onPress={() => setPast(!past)}>
          {past ? '收起上一次' : `上一次答应的 ${earlier.length} 条`}
          <Icon name={past ? 'x' : 'down'} />
        </Press>
      )}
      {past && earlier.map(row)}
      <RuleSheet rule={rule} onClose={() => setRule(null)} />
    </View>
  );
}
