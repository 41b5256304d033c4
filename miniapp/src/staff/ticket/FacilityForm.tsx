import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../kernel/parts/Button.tsx';
import { FacilityChips } from '../../kernel/parts/FacilityChips.tsx';
import { Field } from '../../kernel/parts/Field.tsx';
import { wrongWith } from '../../kernel/say.ts';
import type { FormProps } from './form.ts';

/** 是哪一处设施: one that has its name, or a new name that is used again from now on (R7). */
export function FacilityForm({ ticket, work, onDone }: FormProps) {
  const [name, write] = useState(ticket.facility?.name ?? ticket.suggestedFacility);
  const submit = async () => {
    if (await work.act('nameFacility', { name })) onDone();
  };
  return (
    <>
      <View className="mt8">费用和报修都按这个名字合在一起，以后的报修接着用。</View>
      <Field
        id="facility-name"
        label="叫什么"
        words={name}
        hint="比如 3栋2单元电梯"
        max={40}
        wrong={wrongWith(work.refused, 'name') ? '请写' : undefined}
        onWrite={write}
      />
      <FacilityChips officeId={ticket.officeId} words="" label="起过名字的" onChoose={write} />
      <View className="mt16">
        <Button id="do-nameFacility" look="main" busy={work.busy} onPress={submit}>
          就是这一处
        </Button>
      </View>
    </>
  );
}
