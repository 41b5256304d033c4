import { Text, View } from '@tarojs/components';
import type { VisitLine } from '../../../../shared/contract/visits.ts';
import { sayDay, sayMoment } from '../../../../shared/kernel/time.ts';
import { WORDINGS } from '../../../../shared/tickets/wordings.ts';
import { toTicket, toVisit } from '../../kernel/go.ts';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { badgeFrom, PromiseBadge } from '../../kernel/parts/PromiseBadge.tsx';
import { UrgencyTag } from '../../kernel/parts/Tag.tsx';
import { sayDone, sayTries } from '../tries.ts';

/** One visit owed: by when, which, where, what was done, and why it is made. */
export function VisitRow({ line, now }: { line: VisitLine; now: Date }) {
  const dueBy = new Date(line.dueBy);
  const badge = badgeFrom({ ...line, what: line.what }, now);
  const tries = sayTries(line, now);
  return (
    <Press
      id={`visit-${line.ticketId}-${line.what}`}
      className="card"
      onPress={() => (line.unnamed ? toTicket(line.ticketId, true) : toVisit(line.ticketId, line.what))}
    >
      <View className="row wrap tight">
        <View className="grow">
          <Text className="lead">{line.label}</Text>
          <View className="sub">
            <Dated text={`${dueBy < now ? '应' : ''}${sayMoment(dueBy, now)} 前`} />
          </View>
        </View>
        <PromiseBadge badge={badge} />
        <Icon name="right" />
      </View>
      <View className="row wrap tight mt8">
        <Text className="b">
          {line.residentName}　{line.where}
        </Text>
        {line.urgency === 'urgent' && <UrgencyTag urgency="urgent" />}
      </View>
      <View className="sub mt4">
        {line.title}
        {sayDone(line, now) && `，${sayDone(line, now)}`}
      </View>
      {line.result && (
        <View className="cap mt4 said">
          {WORDINGS[line.kind].doneBy}：{line.result}
        </View>
      )}
      <View className="cap mt4">
        {line.unnamed ? '没留姓名，没有人可问：到这一件里记没法回访' : line.why}
        {line.said && `：“${line.said}”`}
      </View>
      {line.notBefore && <View className="cap mt4 b">这户一周内打过电话，{sayMoment(new Date(line.notBefore), now)} 以后再打</View>}
      {tries && (
        <View className="cap mt4 b" id={`tries-${line.ticketId}`}>
          {tries}
        </View>
      )}
      <View className="cap mt4">
        <Text className="nw">{line.number}</Text> · {line.officeName} · {sayDay(new Date(line.startedAt), now)}起
      </View>
    </Press>
  );
}
