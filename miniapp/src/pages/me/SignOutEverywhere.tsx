import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../kernel/api.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { useSend } from '../../kernel/send.ts';

/** 退出所有设备: asked once more, then every phone has to sign in again, this one too. */
export function SignOutEverywhere({ onOut }: { onOut: () => void }) {
  const { send, busy, refused, forgive } = useSend();
  const [open, setOpen] = useState(false);
  const close = () => {
    forgive();
    setOpen(false);
  };
  const submit = async () => {
    if (await send({}, api.signOutEverywhere)) onOut();
  };
  return (
    <>
      <View className="cells">
        <Press id="sign-out-everywhere" className="cell" onPress={() => setOpen(true)}>
          <View className="grow">退出所有设备</View>
          <Icon name="right" />
        </Press>
      </View>
      {open && (
        <Sheet title="在所有手机上都退出？" onClose={close}>
          <View className="mt8">手机丢了，或者借给别人登录过，就点“都退出”。别的手机马上看不到您的事，这部手机也要重新登录。</View>
          <Refusal refused={refused} kept="" />
          <View className="mt16">
            <Button id="do-sign-out-everywhere" look="main" busy={busy} onPress={submit}>
              都退出
            </Button>
          </View>
          <Button id="stay-in" look="plain" onPress={close}>
            先不退
          </Button>
        </Sheet>
      )}
    </>
  );
}
