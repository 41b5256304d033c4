import { Text, View } from '@tarojs/components';
import type { RegisterLine } from '../../../../shared/contract/contacts.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useNow } from '../../kernel/clock.ts';
import { sayChannel, sayContact } from '../../kernel/contacts.ts';
import { toTicket } from '../../kernel/go.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { StandStill } from '../../kernel/parts/StandStill.tsx';

function Line({ line, now }: { line: RegisterLine; now: Date }) {
  const { ticketId } = line;
  const kind = sayContact(line, true);
  return (
    <Press id={`contact-${line.id}`} className="cell" onPress={() => ticketId && toTicket(ticketId, true)}>
      <View className="grow">
        <View className="row tight wrap">
          <Text className="tag ours">{sayChannel(line.channel)}</Text>
          <Text className="b">{line.byName}</Text>
          <Text className="sub">{line.byTitle ?? '住户'}</Text>
          {line.participants.length > 0 && (
            <Text className="b">
              {line.direction === 'in' ? '←' : '→'} {line.participants.join('、')}
            </Text>
          )}
          <Text className="cap">{sayMoment(new Date(line.at), now)}</Text>
        </View>
        <View className="said mt4">
          {kind && `${kind}：`}
          {line.body}
        </View>
        {line.outcome && <View className="sub">结果：{line.outcome}</View>}
        <View className="cap">
          {line.where}
          {line.ticketNumber && <Text className="nw"> · {line.ticketNumber}</Text>}
        </View>
      </View>
      {ticketId && <Icon name="right" />}
    </Press>
  );
}

/** 沟通登记表: every word that came or went, newest first (I2). */
export default function RegisterPage() {
  const now = useNow();
  const paged = usePages((after) => api.register(after ? { after } : {}), 'register');
  return (
    <Screen>
      <StandStill />
      <Shown asked={paged}>
        {({ items }) => (
          <>
            {items.length === 0 && <Blank title="还没有登记" note="每一次联系都会记在这里。" />}
            <View className="cells">
              {items.map((line) => (
                <Line key={line.id} line={line} now={now} />
              ))}
            </View>
            <More paged={paged} />
          </>
        )}
      </Shown>
    </Screen>
  );
}
