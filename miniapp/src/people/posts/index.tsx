import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { StaffMember, StaffOffice } from '../../../../shared/contract/staff-posts.ts';
import { isoDay, sayDay } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips } from '../../kernel/parts/Choice.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { AppointSheet } from './AppointSheet.tsx';
import { MemberSheet } from './MemberSheet.tsx';
import { sayStaffPost } from './say.ts';

/** Whether somebody is here, and has come in yet. */
function stateOf({ leaves, boundAt, invitedUntil }: StaffMember, now: Date): string | null {
  const [leave] = leaves;
  // What began this minute has begun, whatever the phone's clock says.
  if (leave && isoDay(new Date(leave.from)) <= isoDay(now)) return leave.deputyName ? `请假，${leave.deputyName}代` : '请假，没有人代';
  if (leave) return `${sayDay(new Date(leave.from), now)}起请假`;
  if (boundAt) return null;
  return invitedUntil ? '邀请码还没有用' : '还没有登录过';
}

/** 同事: who works where; appointed, moved, away, ended (A1, A3, Z15). */
export default function StaffPostsPage() {
  const now = useNow();
  const asked = useAsked(() => api.staffPosts({}), 'staff-posts');
  const [chosen, choose] = useState('');
  const [open, show] = useState<string | null>(null);
  const [isNew, begin] = useState(false);
  const offices: readonly StaffOffice[] = asked.value?.offices ?? [];
  const office = offices.find((one) => one.id === chosen) ?? offices[0];
  const member = office?.people.find((one) => one.id === open);
  const done = () => {
    show(null);
    begin(false);
    void asked.again();
  };
  const foot = office && (
    <View className="btns">
      <Button id="appoint" look="main" size="wide" icon="plus" onPress={() => begin(true)}>
        任命同事
      </Button>
    </View>
  );
  return (
    <Screen foot={foot}>
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
              {office.people.length === 0 && <Blank title="这里还没有同事" note="点下面“任命同事”，填姓名和手机号。" />}
              <View className="cells mt12">
                {office.people.map((one) => {
                  const state = stateOf(one, now);
                  return (
                    <Press key={one.id} id={`member-${one.id}`} className="cell" onPress={() => show(one.id)}>
                      <View className="grow">
                        <View className="b">{one.name}</View>
                        <Text className="sub">{one.posts.map((post) => sayStaffPost(post, now)).join('；')}</Text>
                        {state && <View className="cap">{state}</View>}
                      </View>
                      <Icon name="right" />
                    </Press>
                  );
                })}
              </View>
            </>
          ) : (
            <Blank title="没有归您定的岗位" />
          )
        }
      </Shown>
      {member && office && <MemberSheet key={member.id} member={member} office={office} offices={offices} onDone={done} onClose={() => show(null)} />}
      {isNew && office && <AppointSheet offices={offices} officeId={office.id} onDone={done} onClose={() => begin(false)} />}
    </Screen>
  );
}
