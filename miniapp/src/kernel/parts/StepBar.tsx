import { Text, View } from '@tarojs/components';
import type { TicketDetail } from '../../../../shared/contract/tickets.ts';
import { Icon } from './Icon.tsx';

/** Five steps in the resident's words; upright where the text is large. */
export function StepBar({ steps }: { steps: TicketDetail['steps'] }) {
  return (
    <View className="steps">
      {steps.map((step) => (
        <View key={step.label} className={`step ${step.state}`}>
          <View className="dot">{step.state === 'done' && <Icon name="check" />}</View>
          <Text>{step.label}</Text>
          <Text className="at">{step.at}</Text>
        </View>
      ))}
    </View>
  );
}
