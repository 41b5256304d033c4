import { View } from '@tarojs/components';
import { mayHaveArrived } from '../../../../shared/queue/queue.ts';
import { type Held, letGo } from '../../kernel/held.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { isWritten, unsend } from './unsend.ts';

/** Taking one back: to change it, or not to send it at all. */
export function TakeBackSheet({ held, onClose }: { held: Held; onClose: () => void }) {
  return (
    <Sheet title="先不发这一件？" onClose={onClose}>
      {held.words && <View className="sub mt8 said">{held.words}</View>}
      {mayHaveArrived(held) && <View className="strip yours-strip mt12">刚才发过，没等到回音，可能已经收到了。改了再交，就成了两件。</View>}
      <View className="mt16">
        {isWritten(held) && (
          <Button
            id="change-held"
            look="main"
            onPress={() => {
              onClose();
              unsend(held);
            }}
          >
            拿回来改
          </Button>
        )}
      </View>
      <View className="mt8">
        <Button
          id="drop-held"
          onPress={() => {
            onClose();
            letGo(held);
          }}
        >
          不要了，删掉
        </Button>
      </View>
      <Button id="stay-held" look="plain" onPress={onClose}>
        接着等
      </Button>
    </Sheet>
  );
}
