import { View } from '@tarojs/components';
import { useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { wrongWith } from '../../kernel/say.ts';
import type { FormProps } from './form.ts';

/** 大缺陷: the supervisor says that it is one, or that it is none, and why (R10). */
export function FlagForm({ ticket, work, onDone }: FormProps) {
  const [words, write, forget] = useDraft(`flag.${work.id}`);
  const submit = async () => {
    if (!(await work.act('flag', { isLarge: !ticket.isLargeDefect, words }))) return;
    forget();
    onDone();
  };
  return (
    <>
      <View className="mt8">
        {ticket.isLargeDefect ? '现在是大缺陷。取消以后，还没做的现场检查就不做了。' : '标上以后，修好了要按日子到现场检查三次，记录住户也看得到。'}
      </View>
      <View className="label">为什么</View>
      <Area id="flag-words" words={words} hint="给同事看的" max={200} wrong={wrongWith(work.refused, 'words') !== undefined} onWrite={write} />
      <View className="mt16">
        <Button id="do-flag" look="main" busy={work.busy} onPress={submit}>
          {ticket.isLargeDefect ? '不是大缺陷了' : '标为大缺陷'}
        </Button>
      </View>
    </>
  );
}
