import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { foresee } from '../../../../shared/complaints/foresee.ts';
import { SETTINGS } from '../../../../shared/kernel/settings.ts';
import { endOfDayAfter, sayMoment } from '../../../../shared/kernel/time.ts';
import type { ContactKind } from '../../../../shared/surveys/contact.ts';
import { api } from '../../kernel/api.ts';
import { useNow } from '../../kernel/clock.ts';
import { useDraft, useDraftChoice } from '../../kernel/draft.ts';
import { type About, AgainstChoice, NOBODY } from '../../kernel/parts/AgainstChoice.tsx';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips } from '../../kernel/parts/Choice.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';
import '../surveys.scss';

const KINDS: readonly { name: ContactKind; label: string }[] = [
  { name: 'suggestion', label: '有个建议' },
  { name: 'enquiry', label: '想问一件事' },
  { name: 'complaint', label: '要投诉' },
];

interface ComplaintProps {
  about: About;
  toCompany: boolean;
  onAbout: (about: About) => void;
  onDoor: (toCompany: boolean) => void;
  now: Date;
}

/** Whom a complaint is against, who handles it and who does not see it, before it is sent (C1–C3). */
function Complaint({ about, toCompany, onAbout, onDoor, now }: ComplaintProps) {
  const { who, why, shutTo, leavesOffice } = foresee({ door: toCompany ? 'company' : 'office', ...about }, now);
  return (
    <>
      <AgainstChoice about={about} onChange={onAbout} asStaff={false} />
      <View className="strip quiet mt12" id="who-sees">
        <Icon name="lock" />
        <View className="grow">
          {who}处理：{why}。{shutTo && `${shutTo}看不到。`}
          {leavesOffice ? '小区的人、邻居、您的家人都看不到。' : '邻居、您的家人看不到。'}
        </View>
      </View>
      {!leavesOffice && (
        <Press id="to-company" className="link mt12" role="switch" checked={toCompany} onPress={() => onDoor(!toCompany)}>
          {toCompany ? '由公司品质管理部办 · 改回小区先处理' : '不等小区，直接交公司品质管理部办'}
        </Press>
      )}
    </>
  );
}

/** 请联系我: by name and in words of its own, apart from what was answered (Z16, V6). */
export default function ContactPage() {
  const { id = '', home = '' } = useRouter().params;
  const now = useNow();
  const draft = `survey-contact.${id}.${home}`;
  const [words, write, forget] = useDraft(draft);
  const [kind, chooseKind, forgetKind] = useDraftChoice<ContactKind>(`${draft}.kind`, 'suggestion');
  const [about, choose, forgetAbout] = useDraftChoice<About>(`${draft}.about`, NOBODY);
  const [toCompany, goToCompany, forgetDoor] = useDraftChoice(`${draft}.door`, false);
  const { send, busy, refused, forgive } = useSend();
  const submit = async () => {
    const { against, compensation, danger } = about;
    const more = kind === 'complaint' ? { against, compensation, danger, door: toCompany ? ('company' as const) : ('office' as const) } : {};
    const made = await send({ id, homeId: home, kind, words, ...more }, api.askContact);
    if (!made) return;
    for (const drop of [forget, forgetKind, forgetAbout, forgetDoor]) drop();
    await Taro.redirectTo({ url: `/tickets/detail/index?id=${made.id}` });
  };
  const foot = (
    <>
      <View className="foot-line" id="promised">
        <Dated text={`最晚 ${sayMoment(endOfDayAfter(now, SETTINGS.surveyVisitDays.fallback), now)} 联系您`} />
        <Text className="tag">承诺 V6</Text>
      </View>
      <Button id="submit" look="main" busy={busy} onPress={submit}>
        请联系我
      </Button>
    </>
  );
  return (
    <Screen foot={foot}>
      <View className="lead">想当面或者电话里说说？</View>
      <View className="strip yours-strip mt8" id="named">
        <Icon name="users" />
        <View className="grow">这一条记名：我们看得到是您、哪一户，好联系您。它和刚才的答卷不连在一起，答卷里写过的请在这里再说一遍。</View>
      </View>
      <Refusal refused={refused} kept="您写的还在" />
      <View className="label">是什么事</View>
      <Chips id="kind" items={KINDS} chosen={kind} onChoose={chooseKind} />
      <View className="label">想说什么</View>
      <Area
        id="contact-words"
        words={words}
        hint="写几句，联系您的人先看一看"
        max={500}
        wrong={wrongWith(refused, 'words') !== undefined}
        onWrite={(next) => {
          forgive();
          write(next);
        }}
      />
      {kind === 'complaint' ? (
        <Complaint about={about} toCompany={toCompany} onAbout={choose} onDoor={goToCompany} now={now} />
      ) : (
        <View className="cap mt8">服务中心看得到，家里人也看得到</View>
      )}
    </Screen>
  );
}
