import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { OwnRecord } from '../../../../shared/contract/own-record.ts';
import { RESIDES_AS } from '../../../../shared/households/households.ts';
import { sayDay } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { SIGN_IN, toReveals, toTicket } from '../../kernel/go.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { useSend, useTurn } from '../../kernel/send.ts';
import { endSession } from '../../kernel/session.ts';
import { download } from '../../staff/registers/download.ts';
import { JoinSheet } from '../JoinSheet.tsx';

function Known({ label, value }: { label: string; value: string }) {
  return (
    <View className="cell">
      <View className="grow">{label}</View>
      <Text className="sub">{value}</Text>
    </View>
  );
}

function ForgetSheet({ onClose }: { onClose: () => void }) {
  const { send, busy, refused } = useSend();
  const submit = async () => {
    if (!(await send({}, api.forgetMe))) return;
    endSession();
    void Taro.reLaunch({ url: SIGN_IN });
  };
  return (
    <Sheet title="清除我的资料？" onClose={onClose}>
      <View className="mt8">姓名和号码马上清掉，微信解绑，所有手机都退出，房屋也不在您名下了。清了不能恢复，要再来得请服务中心重新登记。</View>
      <View className="mt8">报过的事还留着编号和时间，不再写您的姓名；写过的话、照片，到保存期限再清。</View>
      <Refusal refused={refused} kept="" />
      <View className="mt16">
        <Button id="do-forget" look="main" busy={busy} onPress={submit}>
          清除，不能恢复
        </Button>
      </View>
      <Button id="stay-known" look="plain" onPress={onClose}>
        先不清
      </Button>
    </Sheet>
  );
}

/** What stands in the way of being forgotten, or the way there. */
function Forget({ record, onAsk }: { record: OwnRecord; onAsk: () => void }) {
  if (record.isColleague) return <View className="sub mt16">您在这里上班，要清除资料请找人事行政部。</View>;
  if (record.open.length === 0)
    return (
      <View className="mt12">
        <Button id="go-forget" look="plain" onPress={onAsk}>
          清除我的资料
        </Button>
      </View>
    );
  return (
    <>
      <View className="sec">办完这些，才能清除资料</View>
      <View className="cells">
        {record.open.map((one) => (
          <Press key={one.id} id={`open-${one.id}`} className="cell" role="link" onPress={() => toTicket(one.id, false)}>
            <View className="grow nw">{one.number}</View>
            <Icon name="right" />
          </Press>
        ))}
      </View>
    </>
  );
}

/** 我的资料: what is known of me here; to take along, and to have cleared (A1, Z10). */
export default function OwnRecordPage() {
  const now = useNow();
  const asked = useAsked(() => api.ownRecord({}), 'own-record');
  const { take, busy, refused } = useTurn();
  const [open, setOpen] = useState<'forget' | 'join' | null>(null);
  const close = () => {
    setOpen(null);
    void asked.again();
  };
  const span = (home: OwnRecord['homes'][number]) =>
    `${sayDay(new Date(home.from), now)}起${home.until ? `，到${sayDay(new Date(home.until), now)}` : ''}`;
  return (
    <Screen>
      <Shown asked={asked}>
        {(record) => (
          <>
            <View className="cells">
              <Known label="姓名" value={record.name} />
              <Known label="登记的号码" value={record.phone} />
              <Known label="绑定的微信" value={record.boundAt ? `${sayDay(new Date(record.boundAt), now)}绑的` : '没有绑定'} />
              <Known label="收不收微信消息" value={`选过 ${record.consents} 次`} />
              <Known label="报过的事" value={`${record.tickets} 件`} />
              <Known label="写过的话" value={`${record.words} 句`} />
              <Known label="传过的照片、语音" value={`${record.photos} 份`} />
              <Press id="go-looks" className="cell" role="link" onPress={() => toReveals(false)}>
                <View className="grow">谁看过我的号码</View>
                <Text className="sub">{record.looks} 次</Text>
                <Icon name="right" />
              </Press>
            </View>
            <View className="sec">住过的房屋</View>
            {record.homes.length === 0 && <View className="sub">名下没有房屋</View>}
            <View className="cells">
              {record.homes.map((home) => (
                <View key={`${home.id} ${home.from}`} className="cell">
                  <View className="grow">
                    <View>
                      <Text className="b">{home.label}</Text>
                      <Text className="sub">　{RESIDES_AS[home.as]}</Text>
                    </View>
                    <View className="cap">
                      {home.officeName} · {span(home)}
                    </View>
                  </View>
                </View>
              ))}
              <Press id="go-join" className="cell" onPress={() => setOpen('join')}>
                <View className="grow">家人发了邀请码，填在这里</View>
                <Icon name="right" />
              </Press>
            </View>
            <Refusal refused={refused} kept="" />
            <View className="mt16">
              <Button id="take-record" look="main" busy={busy} onPress={() => take(() => download(record.file, record.fileName))}>
                导出我的资料
              </Button>
              <View className="sub mt8">一张 Excel 表：上面这些，加上您报过的事、写过的话、谁看过您的号码。</View>
            </View>
            <Forget record={record} onAsk={() => setOpen('forget')} />
            {open === 'forget' && <ForgetSheet onClose={close} />}
            {open === 'join' && <JoinSheet onClose={close} />}
          </>
        )}
      </Shown>
    </Screen>
  );
}
