import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { dutyRoutes, type KeepingOfficeView, type KeptChannelView } from '../../../../shared/contract/duties.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Chip, Chips } from '../../kernel/parts/Choice.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { useSend } from '../../kernel/send.ts';

/** Who keeps a channel, as people say it. */
function sayKeeper({ keeper, off }: KeptChannelView): string {
  if (off) return '没有这个渠道';
  if (!keeper) return '还没有指定，服务中心负责人看';
  return keeper.left ? `${keeper.name}不在这里上班了，服务中心负责人代看` : keeper.name;
}

interface SheetProps {
  office: KeepingOfficeView;
  channel: KeptChannelView;
  onDone: () => void;
  onClose: () => void;
}

/** Names who looks through a channel from now on, or says that there is none; one tap each. */
function KeeperSheet({ office, channel, onDone, onClose }: SheetProps) {
  const { send, busy, refused } = useSend();
  const name = async (keeperId: string | null) => {
    const body = { officeId: office.id, channel: channel.channel, keeperId };
    if (!busy && (await send(body, api.nameKeeper, dutyRoutes.nameKeeper.body))) onDone();
  };
  return (
    <Sheet title={`${channel.label}由谁看`} onClose={onClose}>
      <View className="chips mt8">
        {office.staff.map((one) => (
          <Chip key={one.id} id={`keeper-${one.id}`} on={one.id === channel.keeper?.id && !channel.keeper.left} onPress={() => name(one.id)}>
            {one.name}（{one.post}）
          </Chip>
        ))}
      </View>
      <View className="label">或者</View>
      <Chip id="no-channel" on={channel.off} onPress={() => name(null)}>
        这个小区没有{channel.label}
      </Chip>
      <View className="cap mt8">从现在起算，以前是谁看的都留着；正要做的一轮归新的人。</View>
      <Refusal refused={refused} kept="" />
    </Sheet>
  );
}

/** 各渠道由谁看: the channels that do not ring, each with whoever looks through it (I13). */
export default function KeepersPage() {
  const now = useNow();
  const asked = useAsked(() => api.keepers({}), 'keepers');
  const [chosen, choose] = useState('');
  const [editing, edit] = useState<KeptChannelView | null>(null);
  const offices = asked.value?.offices ?? [];
  const office = offices.find((one) => one.id === chosen) ?? offices[0];
  const done = () => {
    edit(null);
    void asked.again();
  };
  return (
    <Screen>
      <Shown asked={asked}>
        {() =>
          office ? (
            <>
              {offices.length > 1 && (
                <Chips
                  id="office"
                  className="mt12"
                  items={offices.map((one) => ({ name: one.id, label: one.name }))}
                  chosen={office.id}
                  onChoose={choose}
                />
              )}
              <View className="sub mt12">
                每 {office.everyDays} 天看一轮。{office.mayName ? '点一行，指定谁看。' : '由主任和服务中心负责人指定。'}
              </View>
              <View className="cells mt8">
                {office.channels.map((one) => (
                  <Press key={one.channel} id={`channel-${one.channel}`} className="cell" off={!office.mayName} onPress={() => edit(one)}>
                    <View className="grow">
                      <View className="b">{one.label}</View>
                      <View className={one.off || (one.keeper && !one.keeper.left) ? 'sub' : 'sub red'}>{sayKeeper(one)}</View>
                      {one.since && (
                        <Text className="cap">
                          {one.byName} <Dated text={sayMoment(new Date(one.since), now)} /> 定的
                        </Text>
                      )}
                    </View>
                    {office.mayName && <Icon name="right" />}
                  </Press>
                ))}
              </View>
              {editing && <KeeperSheet key={editing.channel} office={office} channel={editing} onDone={done} onClose={() => edit(null)} />}
            </>
          ) : (
            <Blank title="没有要看的渠道" />
          )
        }
      </Shown>
    </Screen>
  );
}
