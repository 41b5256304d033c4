import { View } from '@tarojs/components';
import { useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { wrongWith } from '../../kernel/say.ts';
import type { FormProps } from './form.ts';

/** 记一次电话: what was said, and how it ended (I2, R8). */
export function CallForm({ work, onDone }: FormProps) {
  const [words, write, forget] = useDraft(`call.${work.id}`);
  const [outcome, writeOutcome, forgetOutcome] = useDraft(`call-outcome.${work.id}`);
  const submit = async () => {
    if (!(await work.act('call', { words, outcome }))) return;
    forget();
    forgetOutcome();
    onDone();
  };
  return (
    <>
      <View className="label">说了什么</View>
      <Area id="call-words" words={words} hint="住户怎么说，您怎么答" wrong={wrongWith(work.refused, 'words') !== undefined} onWrite={write} />
      <View className="label">
        结果<View className="cap">可以不写</View>
      </View>
      <Area id="call-outcome" words={outcome} hint="比如：同意明天上午来" max={100} onWrite={writeOutcome} />
      <View className="mt16">
        <Button id="do-call" look="main" busy={work.busy} onPress={submit}>
          记下这次电话
        </Button>
      </View>
    </>
  );
}
