import { View } from '@tarojs/components';
import { guideRoutes } from '../../../../shared/contract/guide.ts';
import { api } from '../../kernel/api.ts';
import { useDraftChoice } from '../../kernel/draft.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { useSend } from '../../kernel/send.ts';
import { type EntryDraft, EntryForm } from './EntryForm.tsx';

/** One entry more; what is being written outlives the sheet. */
export function WriteSheet({ officeId, onDone, onClose }: { officeId: string; onDone: () => void; onClose: () => void }) {
  const [draft, write, forget] = useDraftChoice<EntryDraft>(`guide.${officeId}`, { section: 'ways', title: '', words: '', phone: '' });
  const { send, busy, refused } = useSend();
  const save = async () => {
    if (!(await send({ officeId, ...draft }, api.addGuide, guideRoutes.addGuide.body))) return;
    forget();
    onDone();
  };
  return (
    <Sheet title="加一条" onClose={onClose}>
      <EntryForm draft={draft} refused={refused} onWrite={write} />
      <Refusal refused={refused} kept="写好的话还在" />
      <View className="cap mt8">存好，本小区的住户马上看得到。</View>
      <View className="mt16">
        <Button id="save-entry" look="main" busy={busy} onPress={save}>
          存好
        </Button>
      </View>
    </Sheet>
  );
}
