import { View } from '@tarojs/components';
import { useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { wrongWith } from '../../kernel/say.ts';
import type { FormProps } from './form.ts';

/** 看过了，修好了: the supervisor has seen a public place mended; whoever reported it may still say otherwise (Z3). */
export function ConfirmPublicForm({ work, onDone }: FormProps) {
  const [words, write, forget] = useDraft(`inspection.${work.id}`);
  const submit = async () => {
    if (!(await work.act('confirmPublic', { words }))) return;
    forget();
    onDone();
  };
  return (
    <>
      <View className="mt8">到现场看过才点。点了就办完，报的住户都会收到，没修好还可以说；电话回访照样要打。</View>
      <View className="label">看到了什么</View>
      <Area id="inspection-words" words={words} hint="给同事看的" max={200} wrong={wrongWith(work.refused, 'words') !== undefined} onWrite={write} />
      <View className="mt16">
        <Button id="do-confirmPublic" look="main" busy={work.busy} onPress={submit}>
          看过了，修好了
        </Button>
      </View>
    </>
  );
}
