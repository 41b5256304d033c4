import { Text, View } from '@tarojs/components';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { NOT_THE_SAME } from '../../../../shared/merging/dispute.ts';
import { toTicket } from '../../kernel/go.ts';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';

type Report = TicketDetail['merged'][number];

function ReportCell({ one, now }: { one: Report; now: Date }) {
  const body = (
    <View className="grow">
      <View>
        <Text className="b">{one.reporterName}</Text>　<Text>{one.where}</Text>
      </View>
      {one.words && <View className="sub said">“{one.words}”</View>}
      <View className="cap">
        <Text className="nw">{one.number}</Text> · <Dated text={sayMoment(new Date(one.receivedAt), now)} /> 报
      </View>
    </View>
  );
  const { id } = one;
  if (id === null) return <View className="cell">{body}</View>;
  return (
    <Press id={`merged-${id}`} className="cell" role="link" onPress={() => toTicket(id, true)}>
      {body}
      <Icon name="right" />
    </Press>
  );
}

/** Who else reported the same matter, each with their own ticket; or where this one is being dealt with (Z3). */
export function Together({ ticket, now }: { ticket: TicketDetail; now: Date }) {
  const goesTo = ticket.survivor?.id ?? null;
  const disputed = ticket.promises.find((one) => one.what === 'merge_answer' && !one.keptAt && !one.withdrawnAt);
  const said = [...ticket.thread].reverse().find((one) => one.direction === 'in' && one.body.startsWith(NOT_THE_SAME))?.body;
  return (
    <>
      {ticket.mergedInto && (
        <Press
          id="survivor"
          className="strip lake-strip mt8"
          role="link"
          off={goesTo === null}
          onPress={() => goesTo !== null && toTicket(goesTo, true)}
        >
          <Icon name="swap" />
          <View className="grow">已经并到 {ticket.mergedInto} 一起办，这里只留着住户自己的话</View>
          {goesTo !== null && <Icon name="right" />}
        </Press>
      )}
      {disputed && (
        <View className="strip lake-strip mt8" id="disputed">
          <Icon name="alert" />
          <View className="grow">
            <View className="b">住户说这不是同一件</View>
            {said && <View className="said">“{said}”</View>}
            <View>
              <Dated text={`${sayMoment(new Date(disputed.dueBy), now)} 前`} />
              拆开，或者写明为什么是同一件
            </View>
          </View>
        </View>
      )}
      {ticket.merged.length > 0 && (
        <>
          <View className="sec">还有 {ticket.merged.length} 件并在这里</View>
          <View className="cells" id="merged">
            {ticket.merged.map((one) => (
              <ReportCell key={one.number} one={one} now={now} />
            ))}
          </View>
        </>
      )}
    </>
  );
}
