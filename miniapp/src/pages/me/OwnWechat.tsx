import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { useSend } from '../../kernel/send.ts';

/** 微信已绑定: since when, and the way out of it. Nothing where none is bound. */
export function OwnWechat({ onOut }: { onOut: () => void }) {
  const now = useNow();
  const { value } = useAsked(() => api.ownWechat({}), 'wechat');
  const { send, busy, refused, forgive } = useSend();
  const [open, setOpen] = useState(false);
  if (!value?.boundAt) return null;
  const close = () => {
    forgive();
    setOpen(false);
  };
  const submit = async () => {
    if (await send({}, api.unbind)) onOut();
  };
  return (
    <>
      <View className="cells mt12">
        <Press id="own-wechat" className="cell" onPress={() => setOpen(true)}>
          <View className="grow">
            <View className="b">微信已绑定</View>
            <Text className="sub">
              <Dated text={sayMoment(new Date(value.boundAt), now)} /> 绑的，下次点一下就能登录
            </Text>
          </View>
          <Icon name="right" />
        </Press>
      </View>
      {open && (
        <Sheet title="解绑微信？" onClose={close}>
          <View className="mt8">解绑以后，所有手机都退出；再来要重新绑定。您报过的事都还在。</View>
          <Refusal refused={refused} kept="" />
          <View className="mt16">
            <Button id="do-unbind" look="main" busy={busy} onPress={submit}>
              解绑
            </Button>
          </View>
          <Button id="stay-bound" look="plain" onPress={close}>
            先不解绑
          </Button>
        </Sheet>
      )}
    </>
  );
}
