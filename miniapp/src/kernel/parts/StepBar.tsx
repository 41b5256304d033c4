import Steps from '@taroify/core/steps';
import { Text, View } from '@tarojs/components';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { STACKS_FROM, useScale } from '../scale.ts';
import { Icon } from './Icon.tsx';

type Step = TicketDetail['steps'][number];

function Dot({ state }: Pick<Step, 'state'>) {
  return <View className={`dot ${state}`}>{state === 'done' && <Icon name="check" />}</View>;
}

/** Five steps in the resident's words; upright where the text is large. */
export function StepBar({ steps }: { steps: readonly Step[] }) {
  const isUpright = useScale() >= STACKS_FROM;
  return (
    <Steps className="steps" direction={isUpright ? 'vertical' : 'horizontal'} alternativeLabel>
      {steps.map(({ label, at, state }) => (
        <Steps.Step key={label} completed={state === 'done'} active={state === 'now'} icon={<Dot state={state} />}>
          <Text>{label}</Text>
          <Text className="at">{at}</Text>
        </Steps.Step>
      ))}
    </Steps>
  );
}
