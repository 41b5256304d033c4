import { View } from '@tarojs/components';
import { goBack } from '../../kernel/go.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import type { Work } from './work.ts';

/** Dispatched: on to the next one, or stay. */
export function NextSheet({ work }: { work: Work }) {
  if (work.dispatchedTo === null) return null;
  return (
    <Sheet title={`派给${work.dispatchedTo}了`} onClose={work.stay}>
      <View className="mt8">师傅和住户都收到了消息。</View>
      <View className="mt16">
        <Button id="next" look="main" onPress={goBack}>
          下一件
        </Button>
      </View>
      <Button id="stay" look="plain" onPress={work.stay}>
        留在这一件
      </Button>
    </Sheet>
  );
}
