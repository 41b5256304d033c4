import { View } from '@tarojs/components';
import { exchangeRoutes } from '../../../../shared/contract/exchanges.ts';
import { api } from '../../kernel/api.ts';
import { useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';

const { params, body } = exchangeRoutes.setAsideExchange;
const SCHEMA = params.extend(body.shape);

/** 不用传达: seen, and why nobody needs to be told. */
export function SettingAside({ id, onDone, onClose }: { id: string; onDone: () => void; onClose: () => void }) {
  const [words, write, forget] = useDraft(`set-aside.${id}`);
  const { send, busy, refused } = useSend();
  const submit = async () => {
    if (!(await send({ id, words }, api.setAsideExchange, SCHEMA))) return;
    forget();
    onDone();
  };
  return (
    <Sheet title="不用传达" onClose={onClose}>
      <View className="cap">登记的人会知道；以后要传达，还可以再传达。</View>
      <View className="mt8">
        <Area id="set-aside-words" words={words} hint="为什么不用传达" wrong={wrongWith(refused, 'words') !== undefined} onWrite={write} />
      </View>
      <Refusal refused={refused} />
      <View className="mt16">
        <Button id="do-set-aside" look="main" busy={busy} onPress={submit}>
          记下
        </Button>
      </View>
    </Sheet>
  );
}
