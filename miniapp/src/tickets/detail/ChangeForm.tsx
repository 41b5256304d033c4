import { View } from '@tarojs/components';
import { categoriesFor, categoryOf } from '../../../../shared/repairs/categories.ts';
import { useDraft, useDraftChoice } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip, Chips } from '../../kernel/parts/Choice.tsx';
import { UploadRow } from '../../kernel/parts/UploadRow.tsx';
import { usePhotos } from '../../kernel/photos.ts';
import { wrongWith } from '../../kernel/say.ts';
import type { OtherProps } from './other.ts';

/** 改一改、补充: another category, that it got worse, words or photos; never less urgent without a colleague (I9). */
export function ChangeForm({ ticket, afterwards, onDone }: OtherProps) {
  const [chosen, choose, forgetChoice] = useDraftChoice<{ code?: string; worse?: boolean; danger?: boolean }>(`change-choice.${ticket.id}`, {});
  const { code = ticket.category, worse = false, danger = false } = chosen;
  const [words, write, forget] = useDraft(`change.${ticket.id}`);
  const photos = usePhotos(ticket.id, 'message', `change.${ticket.id}`);
  const question = categoryOf(code)?.worse?.question;
  const wrong = (field: string) => wrongWith(afterwards.refused, field) !== undefined;
  const change = async () => {
    const category = code === ticket.category ? {} : { category: code };
    const fields = { words, danger, worse: question !== undefined && worse, photoIds: photos.sentIds, ...category };
    if (!(await afterwards.act('change', fields, '改好了，办的人都收到了'))) return;
    forget();
    forgetChoice();
    onDone();
  };
  return (
    <>
      <View className={`label ${wrong('category') ? 'wrong' : ''}`}>哪里坏了</View>
      <Chips
        id="change"
        items={categoriesFor(ticket.place).map((one) => ({ name: one.code, label: one.label }))}
        chosen={code}
        onChoose={(name) => choose({ ...chosen, code: name, worse: false })}
      />
      <View className="chips mt12">
        {question && (
          <Chip id="change-worse" on={worse} onPress={() => choose({ ...chosen, worse: !worse })}>
            {question.replace('？', '')}
          </Chip>
        )}
        <Chip id="change-danger" on={danger} onPress={() => choose({ ...chosen, danger: !danger })}>
          有人有危险
        </Chip>
      </View>
      <View className={`label ${wrong('words') ? 'wrong' : ''}`}>
        补充几句<View className="cap">可以不写</View>
      </View>
      <Area id="change-words" words={words} hint="比如：在哪个位置、什么时候有人" wrong={wrong('words')} onWrite={write} />
      <View className="mt8">
        <UploadRow photos={photos} canAdd />
      </View>
      <View className="mt16">
        <Button id="do-change" look="main" busy={afterwards.busy || photos.isBusy} onPress={change}>
          改好，发给我们
        </Button>
      </View>
    </>
  );
}
