import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { DemoForward } from '#demo';
import { RESIDES_AS } from '../../../../shared/households/households.ts';
import { headsServiceCentre, RELATION_HOLDERS } from '../../../../shared/kernel/people.ts';
import { fillsAny } from '../../../../shared/staff/fillers.ts';
import {
  SIGN_IN,
  toBindings,
  toBulletins,
  toChecks,
  toCompany,
  toExchanges,
  toFamily,
  toGuideKeeping,
  toHouseholds,
  toInvite,
  toMailbox,
  toManual,
  toOwnRecord,
  toPeople,
  toPriceKeeping,
  toReplies,
  toReveals,
  toServiceKeeping,
  toSettings,
  toSurveys,
  toTemplates,
} from '../../kernel/go.ts';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { Failed } from '../../kernel/parts/Failed.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Segments } from '../../kernel/parts/Segments.tsx';
import { Waiting } from '../../kernel/parts/Waiting.tsx';
import { sayOwnPost } from '../../kernel/roles.ts';
import { toggleLarge, useLarge } from '../../kernel/scale.ts';
import { askSession, chooseAs, choosePost, endSession, postName, useViewer, type Viewer } from '../../kernel/session.ts';
import { OwnWechat } from './OwnWechat.tsx';
import { SignOut } from './SignOut.tsx';
import { SignOutEverywhere } from './SignOutEverywhere.tsx';

const ROLES = [
  { name: 'staff', label: '同事', id: 'as-staff' },
  { name: 'resident', label: '住户', id: 'as-resident' },
] as const;

/** As what somebody looks: each post of theirs, and at home; one at a time. */
function Hats({ viewer }: { viewer: Viewer }) {
  const { posts, session, as } = viewer;
  const isHome = session.homes.length > 0;
  if (posts.length + (isHome ? 1 : 0) < 2) return null;
  if (posts.length === 1) return <Segments items={ROLES} chosen={as} onChoose={chooseAs} />;
  const offices = new Set(posts.map((one) => one.officeId)).size;
  const [on] = session.appointments;
  return (
    <View className="chips">
      {posts.map((one, nth) => (
        <Chip key={postName(one)} id={`post-${nth}`} on={as === 'staff' && on === one} onPress={() => choosePost(postName(one))}>
          {offices > 1 ? `${one.officeName} ` : ''}
          {sayOwnPost(one)}
        </Chip>
      ))}
      {isHome && (
        <Chip id="as-resident" on={as === 'resident'} onPress={() => chooseAs('resident')}>
          住户
        </Chip>
      )}
    </View>
  );
}

function signOut(): void {
  endSession();
  void Taro.reLaunch({ url: SIGN_IN });
}

/** Who answers for how numbers are treated (A1). */
const readsLooks = (one: Parameters<typeof RELATION_HOLDERS.director>[0]) =>
  RELATION_HOLDERS.director(one) || RELATION_HOLDERS.quality(one) || RELATION_HOLDERS.leadership(one);

/** Who sees how the company and its estates are set up. */
const seesSetUp = (one: Parameters<typeof RELATION_HOLDERS.director>[0]) => readsLooks(one) || headsServiceCentre(one) || one.role === 'hr';

/** Who looks at words that are held. */
const looksAtWords = (one: Parameters<typeof RELATION_HOLDERS.director>[0]) => RELATION_HOLDERS.agent(one) || readsLooks(one);

/** Who keeps the register of who lives where. */
const keepsHouseholds = (one: Parameters<typeof RELATION_HOLDERS.director>[0]) => RELATION_HOLDERS.agent(one) || RELATION_HOLDERS.director(one);

function Me({ viewer }: { viewer: Viewer }) {
  const { person, homes, appointments } = viewer.session;
  const isLarge = useLarge();
  return (
    <>
      <Hats viewer={viewer} />
      <View className="card mt12 row">
        <View className="av big">{person.name.slice(0, 1)}</View>
        <View className="title grow">{person.name}</View>
      </View>
      {homes.length > 0 && <View className="sec">我的房屋</View>}
      <View className="cells">
        {homes.map((home) => (
          <Press key={home.id} id={`home-${home.id}`} className="cell" role="link" onPress={() => toFamily(home.id)}>
            <View className="grow">
              <View className="b">{home.label}</View>
              <Text className="sub">
                {home.officeName} · {RESIDES_AS[home.as]} · 谁住在这里
              </Text>
            </View>
            <Icon name="right" />
          </Press>
        ))}
      </View>
      {viewer.posts.length > 0 && <View className="sec">我的岗位</View>}
      <View className="cells">
        {viewer.posts.map((one) => (
          <View key={postName(one)} className="cell">
            <View className="grow">
              <View className="b">{sayOwnPost(one)}</View>
              <Text className="sub">{one.officeName}</Text>
            </View>
          </View>
        ))}
      </View>
      {viewer.as === 'staff' && (
        <View className="cells mt12">
          <Press id="go-manual" className="cell" role="link" onPress={() => toManual()}>
            <View className="grow">
              <View className="b">公司手册</View>
              <Text className="sub">每一条怎么说、原话在哪、现在是多少</Text>
            </View>
            <Icon name="right" />
          </Press>
          <Press id="go-settings" className="cell" role="link" onPress={toSettings}>
            <View className="grow">
              <View className="b">公司的规矩</View>
              <Text className="sub">每一项现在是多少、谁定的、从哪天起</Text>
            </View>
            <Icon name="right" />
          </Press>
          <Press id="go-templates" className="cell" role="link" onPress={toTemplates}>
            <View className="grow">
              <View className="b">微信消息模板</View>
              <Text className="sub">会写什么、审到哪一步</Text>
            </View>
            <Icon name="right" />
          </Press>
        </View>
      )}
      <View className="cells mt12">
        {viewer.as === 'resident' && (
          <Press id="go-surveys" className="cell" role="link" onPress={toSurveys}>
            <View className="grow">满意率调查</View>
            <Icon name="right" />
          </Press>
        )}
        {viewer.as === 'resident' && (
          <Press id="go-own-reveals" className="cell" role="link" onPress={() => toReveals(false)}>
            <View className="grow">谁看过我的号码</View>
            <Icon name="right" />
          </Press>
        )}
        {viewer.as === 'staff' && appointments.some(looksAtWords) && (
          <Press id="go-checks" className="cell" role="link" onPress={toChecks}>
            <View className="grow">
              <View className="b">待看的话</View>
              <Text className="sub">放行以前，只有写的人和同事看得到</Text>
            </View>
            <Icon name="right" />
          </Press>
        )}
        {viewer.as === 'staff' && (
          <Press id="go-bulletins" className="cell" role="link" onPress={toBulletins}>
            <View className="grow">公司通报</View>
            <Icon name="right" />
          </Press>
        )}
        {viewer.as === 'staff' && (
          <Press id="go-mailbox" className="cell" role="link" onPress={toMailbox}>
            <View className="grow">总裁信箱、员工需求普查</View>
            <Icon name="right" />
          </Press>
        )}
        {viewer.as === 'staff' && (
          <Press id="go-exchanges" className="cell" role="link" onPress={toExchanges}>
            <View className="grow">信息交流</View>
            <Icon name="right" />
          </Press>
        )}
        {viewer.as === 'staff' && (
          <Press id="go-replies" className="cell" role="link" onPress={toReplies}>
            <View className="grow">常用话</View>
            <Icon name="right" />
          </Press>
        )}
        {viewer.as === 'staff' && (
          <Press id="go-guide-keeping" className="cell" role="link" onPress={toGuideKeeping}>
            <View className="grow">办事指南</View>
            <Icon name="right" />
          </Press>
        )}
        {viewer.as === 'staff' && (
          <Press id="go-service-keeping" className="cell" role="link" onPress={toServiceKeeping}>
            <View className="grow">特约服务</View>
            <Icon name="right" />
          </Press>
        )}
        {viewer.as === 'staff' && (
          <Press id="go-price-keeping" className="cell" role="link" onPress={toPriceKeeping}>
            <View className="grow">价目表</View>
            <Icon name="right" />
          </Press>
        )}
        {viewer.as === 'staff' && appointments.some(readsLooks) && (
          <Press id="go-reveals" className="cell" role="link" onPress={() => toReveals(true)}>
            <View className="grow">看号码的记录</View>
            <Icon name="right" />
          </Press>
        )}
        {viewer.as === 'staff' && appointments.some(keepsHouseholds) && (
          <Press id="go-households" className="cell" role="link" onPress={toHouseholds}>
            <View className="grow">住户</View>
            <Icon name="right" />
          </Press>
        )}
        {viewer.as === 'staff' && appointments.some(keepsHouseholds) && (
          <Press id="go-bindings" className="cell" role="link" onPress={toBindings}>
            <View className="grow">绑定核对</View>
            <Icon name="right" />
          </Press>
        )}
        {viewer.as === 'staff' && appointments.some(seesSetUp) && (
          <Press id="go-company" className="cell" role="link" onPress={toCompany}>
            <View className="grow">
              <View className="b">公司和小区</View>
              <Text className="sub">房号、住户名单、服务电话、上班时间</Text>
            </View>
            <Icon name="right" />
          </Press>
        )}
        {viewer.as === 'staff' && fillsAny(appointments) && (
          <Press id="go-people" className="cell" role="link" onPress={toPeople}>
            <View className="grow">
              <View className="b">同事</View>
              <Text className="sub">任命、换岗、请假、离任</Text>
            </View>
            <Icon name="right" />
          </Press>
        )}
        {viewer.as === 'staff' && fillsAny(appointments) && (
          <Press id="go-invite" className="cell" role="link" onPress={toInvite}>
            <View className="grow">邀请同事</View>
            <Icon name="right" />
          </Press>
        )}
        <Press id="go-own-record" className="cell" role="link" onPress={toOwnRecord}>
          <View className="grow">我的资料</View>
          <Icon name="right" />
        </Press>
        <Press id="large" className={`cell ${isLarge ? 'on' : ''}`} role="switch" checked={isLarge} onPress={toggleLarge}>
          <View className="grow">大字版</View>
          <View className="switch" />
        </Press>
      </View>
      <OwnWechat onOut={signOut} />
      <SignOutEverywhere onOut={signOut} />
      <View className="mt20">
        <SignOut onOut={signOut} />
      </View>
      <DemoForward onForward={askSession} />
    </>
  );
}

/** 我的: who I am, where I live, what I do here, and which of the two I am now. */
export default function MePage() {
  const { viewer, failed, again } = useViewer();
  return <Screen>{viewer ? <Me viewer={viewer} /> : failed ? <Failed failed={failed} onAgain={again} /> : <Waiting cards={2} />}</Screen>;
}
