import { View } from '@tarojs/components';
import { useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { wrongWith } from '../../kernel/say.ts';
import type { FormProps } from './form.ts';

/** 发通报: begun from the draft that came with the report; every colleague reads it, and nobody learns whose complaint it was (C7). */
export function BulletinForm({ ticket, work, onDone }: FormProps) {
  const drafted = ticket.thread.filter((line) => line.outcome === '通报稿');
  const [draft, write, forget] = useDraft(`issueBulletin.${work.id}`);
  const words = draft === '' ? (drafted[drafted.length - 1]?.body ?? '') : draft;
  const wrong = wrongWith(work.refused, 'bulletin');
  const submit = async () => {
    if (!(await work.act('issueBulletin', { bulletin: words }))) return;
    forget();
    onDone();
  };
  return (
    <>
      <View className={`label ${wrong ? 'wrong' : ''}`}>
        给全体同事看的<View className="cap">不能有投诉人的姓名、号码、房号和编号；发出去就改不了</View>
      </View>
      <Area id="issueBulletin-bulletin" words={words} max={500} hint="" wrong={wrong !== undefined} onWrite={write} />
      <View className="mt16">
        <Button id="do-issueBulletin" look="main" busy={work.busy} onPress={submit}>
          发给全体同事
        </Button>
      </View>
    </>
  );
}
