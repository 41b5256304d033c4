import { View } from '@tarojs/components';
import { useState } from 'react';
import { toQueue } from '../../kernel/go.ts';
import { isUnsent, letGo } from '../../kernel/held.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { useHeld } from '../../kernel/queue.ts';
import { run } from '../../kernel/sending.ts';

/** 退出登录; where something has not gone yet, it asks first. */
export function SignOut({ onOut }: { onOut: () => void }) {
  const waits = useHeld().filter(isUnsent);
  const [open, setOpen] = useState(false);
  const [trying, setTrying] = useState(false);
  const send = async () => {
    setTrying(true);
    await run(true);
    setTrying(false);
  };
  return (
    <>
      <Button id="sign-out" onPress={() => (waits.length > 0 ? setOpen(true) : onOut())}>
        退出登录
      </Button>
      {open && (
        <Sheet title={waits.length > 0 ? `还有 ${waits.length} 件没发出去` : '都发出去了'} onClose={() => setOpen(false)}>
          <View className="mt8">
            {waits.length > 0 ? '退出以后不会替您发，也不给别人看；您下次在这部手机上登录再发。写了一半的会清掉。' : '现在可以退出了。'}
          </View>
          <View className="mt16">
            {waits.length > 0 ? (
              <Button id="send-first" look="main" busy={trying} onPress={send}>
                先发出去
              </Button>
            ) : (
              <Button id="leave-sent" look="main" onPress={onOut}>
                退出登录
              </Button>
            )}
          </View>
          {waits.length > 0 && (
            <>
              <View className="btns mt8">
                <Button id="leave-kept" onPress={onOut}>
                  留着，退出
                </Button>
                <Button
                  id="leave-dropped"
                  onPress={() => {
                    for (const one of waits) letGo(one);
                    onOut();
                  }}
                >
                  删掉，退出
                </Button>
              </View>
              <Button id="see-held" look="plain" onPress={toQueue}>
                看是哪几件
              </Button>
            </>
          )}
        </Sheet>
      )}
    </>
  );
}
