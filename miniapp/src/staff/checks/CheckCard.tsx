import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { CHECK_STANDS, DECISIONS } from '../../../../shared/content/checks.ts';
import type { CheckLine } from '../../../../shared/contract/checks.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { toErrand, toExchange, toTicket } from '../../kernel/go.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Shots } from '../../kernel/parts/Shots.tsx';
import { useSend } from '../../kernel/send.ts';
import { WithholdSheet } from './WithholdSheet.tsx';

interface Props {
  line: CheckLine;
  now: Date;
  onDecided: () => void;
}

/** To what it is about. */
function open({ ticketId, paper }: CheckLine): void {
  if (ticketId) void toTicket(ticketId, true);
  else if (paper) void (paper.of === 'errand' ? toErrand : toExchange)(paper.id);
}

/** What somebody wrote or photographed, why it waits, and the two ways on. */
export function CheckCard({ line, now, onDecided }: Props) {
  const sending = useSend();
  const [withholding, setWithholding] = useState(false);
  const release = async () => {
    if (await sending.send({ id: line.id, decision: 'released' as const }, api.decideCheck)) onDecided();
  };
  const close = (isDecided: boolean) => {
    setWithholding(false);
    if (isDecided) onDecided();
  };
  return (
    <View className="card" id={`check-${line.id}`}>
      <Press className="row tight" role="link" onPress={() => open(line)}>
        <View className="grow">
          <View>
            <Text className="b">{line.mine ? '您' : line.byName}</Text>
            <Text className="sub">　{line.byTitle}</Text>
          </View>
          <View className="cap">
            <Dated text={sayMoment(new Date(line.at), now)} /> · {line.officeName} · <Text className="nw">{line.ticketNumber}</Text>
          </View>
        </View>
        <Icon name="right" />
      </Press>
      {line.said !== null && <View className="said mt8">{line.said}</View>}
      {line.photo && (
        <View className="mt8">
          <Shots size="little" photos={[line.photo]} />
        </View>
      )}
      {line.decision === null ? (
        <View className="sub mt8">{CHECK_STANDS[line.stand]}</View>
      ) : (
        <View className="sub mt8">
          <Text className="b">{DECISIONS[line.decision]}</Text>
          {line.reason && `：${line.reason}`}
          {line.decidedAt && ` · ${line.decidedBy} ${sayMoment(new Date(line.decidedAt), now)}`}
        </View>
      )}
      {line.decision === null && line.mine && <View className="cap mt4">自己写的，请另一位同事看</View>}
      <Refusal refused={sending.refused} />
      {line.mayDecide && (
        <View className="btns mt12">
          <Button id={`withhold-${line.id}`} onPress={() => setWithholding(true)}>
            不展示
          </Button>
          <Button id={`release-${line.id}`} look="main" size="wide" busy={sending.busy} onPress={release}>
            放行，大家都能看
          </Button>
        </View>
      )}
      {withholding && <WithholdSheet id={line.id} from={line.paper ? '别人' : '别的住户'} onClose={close} />}
    </View>
  );
}
