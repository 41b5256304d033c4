import { View } from '@tarojs/components';
import { publicationRoutes } from '../../../../shared/contract/publications.ts';
import { api } from '../../kernel/api.ts';
import { useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';

const { params, body } = publicationRoutes.withdrawNotice;

/** 撤回: why, and the director agrees to it like to any other (P2). */
export function WithdrawSheet({ id, onDone, onClose }: { id: string; onDone: () => Promise<void>; onClose: () => void }) {
  const { send, busy, refused } = useSend();
  const [why, write, forget] = useDraft(`withdraw.${id}`);
  const submit = async () => {
    if (!(await send({ id, why }, api.withdrawNotice, params.extend(body.shape)))) return;
    forget();
    onClose();
    await onDone();
  };
  return (
    <Sheet title="撤回这一张" onClose={onClose}>
      <View className="mt8">主任批准以后，收过的住户都会收到；批准以前，原来的还作数。</View>
      <View className="label">为什么撤回</View>
      <Area id="withdraw-why" words={why} hint="写给住户看的" max={200} wrong={wrongWith(refused, 'why') !== undefined} onWrite={write} />
      <Refusal refused={refused} />
      <View className="mt16">
        <Button id="do-withdraw" look="main" busy={busy} onPress={submit}>
          送主任批，撤回
        </Button>
      </View>
    </Sheet>
  );
}
