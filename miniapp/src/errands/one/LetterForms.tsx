import { View } from '@tarojs/components';
import { useState } from 'react';
import type { LetterCopy } from '../../../../shared/errands/letter.ts';
import { Button } from '../../kernel/parts/Button.tsx';
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
