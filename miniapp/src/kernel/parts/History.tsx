import Timeline from '@taroify/core/timeline';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { Button } from './Button.tsx';
import { Dated } from './Dated.tsx';

const FIRST = 3;

/** What happened, newest first; three lines, then all of it. */
export function History({ history, now, all = false }: { history: TicketDetail['history']; now: Date; all?: boolean }) {
  const [open, setOpen] = useState(all);
  const shown = open ? history : history.slice(0, FIRST);
  return (
    <View className="card">
      <Timeline position="right">
        {shown.map((one, index) => (
          <Timeline.Item key={one.id} className={`happened ${index === 0 ? 'now' : ''}`}>
            <Text>
              <Dated text={one.text} />
            </Text>
            <Text className="at">{sayMoment(new Date(one.at), now)}</Text>
          </Timeline.Item>
        ))}
      </Timeline>
      {!open && history.length > FIRST && (
        <Button look="plain" onPress={() => setOpen(true)}>
          看全部经过
        </Button>
      )}
    </View>
  );
}
