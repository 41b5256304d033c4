import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import type { VisitLine } from '../../../../shared/contract/visits.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { WORDINGS } from '../../../../shared/tickets/wordings.ts';
import { toTicket } from '../../kernel/go.ts';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { badgeFrom, PromiseBadge } from '../../kernel/parts/PromiseBadge.tsx';
import { sayDone } from '../tries.ts';

/** Whom it is about, what was done and why this visit is made. */
export function About({ line, now, children }: PropsWithChildren<{ line: VisitLine; now: Date }>) {
  const done = sayDone(line, now);
  return (
    <>
      <View className="row wrap tight">
        <Text className="grow">
          <Text className="b">{line.label}</Text>　{line.why}
        </Text>
        <PromiseBadge badge={badgeFrom({ ...line, what: line.what }, now)} />
      </View>
      <View className="cap">
        <Dated text={`${sayMoment(new Date(line.dueBy), now)} 前`} />
      </View>
      <View className="card mt8">
        <Press id="visit-ticket" className="row tight" role="link" onPress={() => toTicket(line.ticketId, true)}>
          <View className="grow">
            <View className="lead">
              {line.residentName}　{line.where}
            </View>
            <View className="sub">
              {line.title}
              {done && `，${done}`} · <Text className="nw">{line.number}</Text>
            </View>
          </View>
          <Icon name="right" />
        </Press>
        {line.result && (
          <View className="sub mt4 said">
            {WORDINGS[line.kind].doneBy}：{line.result}
          </View>
        )}
        {line.said && <View className="sub mt4 said">住户说：“{line.said}”</View>}
        {children}
      </View>
    </>
  );
}
