import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Housemate, OwnHome } from '../../../../shared/contract/family.ts';
import { RESIDES_AS } from '../../../../shared/households/households.ts';
import { sayDay, sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { useSend } from '../../kernel/send.ts';
import { InviteSheet } from './InviteSheet.tsx';

function SendOffSheet({ home, mate, onClose }: { home: OwnHome; mate: Housemate; onClose: () => void }) {
  const { send, busy, refused } = useSend();
  const submit = async () => {
    if (await send({ id: home.id, stayId: mate.id }, api.sendOff)) onClose();
  };
  return (
    <Sheet title={mate.isMe ? `不住${home.label}了？` : `${mate.name}不住这里了？`} onClose={onClose}>
      <View className="mt8">以前报的事还看得到，以后这一户的，马上就看不到了。</View>
      <Refusal refused={refused} kept="" />
      <View className="mt16">
        <Button id="do-send-off" look="main" busy={busy} onPress={submit}>
          不住这里了
        </Button>
      </View>
      <Button id="keep-mate" look="plain" onPress={onClose}>
        先不改
      </Button>
    </Sheet>
  );
}

function WithdrawSheet({ home, invitation, onClose }: { home: OwnHome; invitation: OwnHome['invitations'][number]; onClose: () => void }) {
  const { send, busy, refused } = useSend();
  const submit = async () => {
    if (await send({ id: home.id, invitationId: invitation.id }, api.withdrawFamily)) onClose();
  };
  return (
    <Sheet title={`收回给${invitation.name}的邀请码？`} onClose={onClose}>
      <View className="mt8">收回以后，这张码就不能用了。</View>
      <Refusal refused={refused} kept="" />
      <View className="mt16">
        <Button id="do-withdraw" look="main" busy={busy} onPress={submit}>
          收回
        </Button>
      </View>
      <Button id="keep-code" look="plain" onPress={onClose}>
        先不收回
      </Button>
    </Sheet>
  );
}

/** 我家的人: who lives in one's own home; family is asked in by a code, and may be let go. */
export default function FamilyPage() {
  const now = useNow();
  const { id = '' } = useRouter().params;
  const asked = useAsked(() => api.ownHome({ id }), id);
  const [open, setOpen] = useState<{ mate: Housemate } | { invitation: OwnHome['invitations'][number] } | 'invite' | null>(null);
  const close = () => {
    setOpen(null);
    void asked.again();
  };
  return (
    <Screen>
      <Shown asked={asked}>
        {(home) => (
          <>
            <View className="card">
              <View className="title">{home.label}</View>
              <View className="sub mt4">{[home.officeName, home.organisation].filter(Boolean).join(' · ')}</View>
            </View>
            <View className="sec">住在这里的人</View>
            <View className="cells">
              {home.residents.map((mate) => (
                <Press key={mate.id} id={`mate-${mate.id}`} className="cell" off={!mate.maySendOff} onPress={() => setOpen({ mate })}>
                  <View className="grow">
                    <View>
                      <Text className="b">{mate.name}</Text>
                      <Text className="sub">　{mate.isMe ? '我' : RESIDES_AS[mate.as]}</Text>
                    </View>
                    <View className="cap">
                      {sayDay(new Date(mate.since), now)}起{mate.isInvited ? ' · 凭邀请码进来的' : ''}
                    </View>
                  </View>
                  {mate.maySendOff && <Icon name="right" />}
                </Press>
              ))}
            </View>
            {home.invitations.length > 0 && <View className="sec">还没用的邀请码</View>}
            <View className="cells">
              {home.invitations.map((invitation) => (
                <Press key={invitation.id} id={`code-${invitation.id}`} className="cell" onPress={() => setOpen({ invitation })}>
                  <View className="grow">
                    <View>
                      <Text className="b">{invitation.name}</Text>
                      <Text className="sub nw">　{invitation.phone}</Text>
                    </View>
                    <View className="cap">{sayMoment(new Date(invitation.goodUntil), now)} 前有效</View>
                  </View>
                  <Icon name="right" />
                </Press>
              ))}
            </View>
            {home.mayInvite && home.left > 0 && (
              <View className="mt16">
                <Button id="go-invite-family" look="main" onPress={() => setOpen('invite')}>
                  请家人进来
                </Button>
                <View className="sub mt8">还能请 {home.left} 位。租客、换业主，请找服务中心登记。</View>
              </View>
            )}
            {home.mayInvite && home.left === 0 && <View className="sub mt16">请的人够多了。收回没用的邀请码，或者找服务中心登记。</View>}
            {!home.mayInvite && <View className="sub mt16">请家人进来由业主办；要加人，请业主发邀请码，或者找服务中心登记。</View>}
            {open === 'invite' && <InviteSheet home={home} now={now} onClose={close} />}
            {open !== null && typeof open === 'object' && 'mate' in open && <SendOffSheet home={home} mate={open.mate} onClose={close} />}
            {open !== null && typeof open === 'object' && 'invitation' in open && (
              <WithdrawSheet home={home} invitation={open.invitation} onClose={close} />
            )}
          </>
        )}
      </Shown>
    </Screen>
  );
}
