import { View } from '@tarojs/components';
import { useState } from 'react';
import type { LetterCopy } from '../../../../shared/errands/letter.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { Copies } from '../letter/Copies.tsx';
import type { ErrandFormProps } from './Forms.tsx';

/** 抄送: an important letter goes to others too; whoever has it hears nothing twice (I14). */
export function CopyForm({ work, onDone }: ErrandFormProps) {
  const [copies, choose] = useState<LetterCopy[]>([]);
  const submit = async () => {
    if (await work.act('copyLetter', { copies })) onDone();
  };
  return (
    <>
      <View className="cap">抄送的部门负责人、公司领导马上收到，看得到这一封。</View>
      <Copies chosen={copies} onChoose={choose} />
      <View className="mt16">
        <Button id="do-copyLetter" look="main" busy={work.busy} onPress={submit}>
          抄送
        </Button>
      </View>
    </>
  );
}

/** 换人负责: the date stands (I14). */
export function HandOnForm({ work, onDone }: ErrandFormProps) {
  const asked = useAsked(() => api.errandUnits({}), 'units of letters');
  const [holder, choose] = useState('');
  const submit = async () => {
    if (await work.act('handOnLetter', { holder })) onDone();
  };
  return (
    <>
      <View className="cap">答复的日子不变，由接手的人欠着。</View>
      <Shown asked={asked}>
        {({ units }) => (
          <View className="chips">
            {units.map((unit) => (
              <Chip key={unit.department} id={`holder-${unit.headId}`} on={unit.headId === holder} onPress={() => choose(unit.headId)}>
                {unit.label} {unit.headName}
              </Chip>
            ))}
          </View>
        )}
      </Shown>
      <View className="mt16">
        <Button id="do-handOnLetter" look="main" busy={work.busy} onPress={submit}>
          由这位负责
        </Button>
      </View>
    </>
  );
}
