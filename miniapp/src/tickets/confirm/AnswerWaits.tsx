import { View } from '@tarojs/components';
import { toQueue } from '../../kernel/go.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';

/** What a resident answered and this phone could not send yet. */
export function AnswerWaits() {
  return (
    <Blank icon="nosignal" title="您的回答存在手机里" note="有信号自动发出，只发一次。">
      <View className="mt20">
        <Button id="see-queue" look="main" onPress={toQueue}>
          看没发出去的
        </Button>
      </View>
    </Blank>
  );
}
