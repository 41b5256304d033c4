import { Text } from '@tarojs/components';
import type { VisitLine } from '../../../../shared/contract/visits.ts';
import { reworkVows } from '../../../../shared/repairs/vows.ts';

/** What pressing the button sets going (V7, R11), said above it. */
export function Reopens({ line, now }: { line: VisitLine; now: Date }) {
  if (line.kind === 'special_service')
    return (
      <Text id="reopens" className="foot-line visit-reopens">
        <Text className="b">自动重开：</Text>服务中心马上重新安排，不再收费
      </Text>
    );
  const vows = reworkVows(line.urgency, now).map((vow) => `${vow.allowance}内${vow.label}`);
  return (
    <Text id="reopens" className="foot-line visit-reopens">
      <Text className="b">自动重开：</Text>
      {vows.join('，')}
    </Text>
  );
}
