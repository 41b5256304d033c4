import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { Colleague } from '../../../../shared/contract/bindings.ts';
import { sayPost } from '../../../../shared/kernel/people.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { useSend } from '../../kernel/send.ts';

/** Twenty-six characters, read in fives. */
const spaced = (code: string) => (code.match(/.{1,5}/g) ?? []).join(' ');

function InviteSheet({ colleague, onClose }: { colleague: Colleague; onClose: () => void }) {
  const now = useNow();
  const { send, busy, refused } = useSend();
  const [made, setMade] = useState<Awaited<ReturnType<typeof api.invite>> | null>(null);
  const submit = async () => {
    const answer = await send({ id: colleague.id }, api.invite);
    if (answer) setMade(answer);
  };
  if (made)
    return (
      <Sheet title={`给${made.name}的邀请码`} onClose={onClose}>
        <View id="invitation-code" className="title mt16">
          {spaced(made.code)}
        </View>
        <View className="sub mt8">
          <Dated text={`${sayMoment(new Date(made.goodUntil), now)} 前`} />
          有效，只能用一次，要用{made.name}登记的手机号。关掉以后看不到了，可以再发一个。
        </View>
        <View className="mt16">
          <Button id="copy-code" look="main" onPress={() => void Taro.setClipboardData({ data: made.code })}>
            复制
          </Button>
        </View>
        <Button id="close-code" look="plain" onPress={onClose}>
          发给他了
        </Button>
      </Sheet>
    );
  return (
    <Sheet title={`邀请${colleague.name}`} onClose={onClose}>
      <View className="mt8">发一个邀请码，对方在登录页点“我有邀请码”填进去。</View>
      {colleague.invitedUntil && <View className="sub mt8">之前发的还没有用；再发一个，之前的就作废。</View>}
      {colleague.boundAt && <View className="sub mt8">已经绑过微信；用了新的，旧手机会退出。</View>}
      <Refusal refused={refused} kept="" />
      <View className="mt16">
        <Button id="do-invite" look="main" busy={busy} onPress={submit}>
          发邀请码
        </Button>
      </View>
    </Sheet>
  );
}

const stateOf = (one: Colleague, now: Date) => {
  if (one.invitedUntil) return `邀请码 ${sayMoment(new Date(one.invitedUntil), now)} 前有效`;
  return one.boundAt ? '已绑定微信' : '还没有绑定';
};

/** 邀请同事: whoever works here comes in by a code of their own, once (A1). */
export default function InvitePage() {
  const now = useNow();
  const asked = useAsked(() => api.colleagues({}), 'colleagues');
  const [open, setOpen] = useState<Colleague | null>(null);
  const close = () => {
    setOpen(null);
    void asked.again();
  };
  return (
    <Screen>
      <Shown asked={asked}>
        {({ items }) => (
          <View className="cells">
            {items.map((one) => (
              <Press key={one.id} id={`invite-${one.id}`} className="cell" onPress={() => setOpen(one)}>
                <View className="grow">
                  <View>
                    <Text className="b">{one.name}</Text>
                    <Text className="sub">　{one.posts.map((post) => `${post.officeName}${sayPost(post.role, post.department)}`).join('、')}</Text>
                  </View>
                  <View className="cap">{stateOf(one, now)}</View>
                </View>
                <Icon name="right" />
              </Press>
            ))}
          </View>
        )}
      </Shown>
      {open && <InviteSheet key={open.id} colleague={open} onClose={close} />}
    </Screen>
  );
}
