import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { DemoForward } from '#demo';
import type { ErrandDetail } from '../../../../shared/contract/errands.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { toExchange, toLetter, toTicket } from '../../kernel/go.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { StandStill } from '../../kernel/parts/StandStill.tsx';
import { useNavigationBarTitle } from '../../kernel/title.ts';
import { NEEDS_WORK, SURVEY_WORK } from '../../surveys/go.ts';
import { Papers } from '../Papers.tsx';
import { isOpen, Past, Promises } from '../Told.tsx';
import { useErrandWork } from './act.ts';
import { ERRAND_FORMS } from './Forms.tsx';

type Action = ErrandDetail['actions'][number];

/** To the tickets behind the figure an action answers. */
const toFigure = ({ label, figure }: NonNullable<ErrandDetail['about']>) => {
  const asked = Object.entries(figure).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  void Taro.navigateTo({ url: `/staff/analysis/index?what=${encodeURIComponent(label)}&${asked.join('&')}` });
};

/** Which matter it is about, and where: as far as whoever reads may know. */
function AboutMatter({ errand: { matter } }: { errand: ErrandDetail }) {
  if (!matter) return null;
  return (
    <View className="pair" id="matter">
      <Text className="part">{matter.title}</Text>
      <Text className="part">{matter.where}</Text>
    </View>
  );
}

/** What it is, with whom it is, and where it stands. */
function Facts({ errand, now }: { errand: ErrandDetail; now: Date }) {
  const { exchangeId, letterId, ticketId } = errand;
  return (
    <View className="card mt8">
      <View className="row tight wrap">
        <Text className={`tag ${errand.kind === 'urgent' ? 'urgent' : ''}`}>{errand.label}</Text>
        {errand.lead && <Text className="tag ours">牵头</Text>}
        <Text className="lead">{errand.to}</Text>
      </View>
      <View className="said mt8" id="errand-words">
        {errand.words}
      </View>
      <View className="mt8" id="errand-standing">
        <Text className="tag ours">{errand.standing}</Text>
        {errand.round > 1 && <Text className="sub"> 第 {errand.round} 次</Text>}
      </View>
      {errand.letter && (
        <View className="sub mt8" id="letter-facts">
          {errand.letter.from}：{errand.letter.sender} · {errand.letter.receivedOn} 收到
          {errand.letter.copies.length > 0 && ` · 抄送${errand.letter.copies.join('、')}`}
        </View>
      )}
      <View className="cap mt8">
        {errand.officeName} · {errand.giverName} {sayMoment(new Date(errand.givenAt), now)} {errand.letter ? '登记的' : '写的'}
      </View>
      {letterId && (
        <Press id="go-letter" className="row tight mt8" role="link" onPress={() => toLetter(letterId)}>
          <Text className="lake b">看公开信</Text>
          <Icon name="right" />
        </Press>
      )}
      {exchangeId && (
        <Press id="go-exchange" className="row tight mt8" role="link" onPress={() => toExchange(exchangeId)}>
          <Text className="lake b">看全文和回话</Text>
          <Icon name="right" />
        </Press>
      )}
      {errand.about && (
        <Press id="go-figure" className="row tight mt8" role="link" onPress={() => toFigure(errand.about!)}>
          <Text className="lake b">针对：{errand.about.label}</Text>
          <Icon name="right" />
        </Press>
      )}
      {ticketId && (
        <Press id="go-ticket" className="row tight mt8" role="link" onPress={() => toTicket(ticketId, true)}>
          <View className="grow">
            <AboutMatter errand={errand} />
            <Text className="lake b nw">{errand.ticketNumber}</Text>
          </View>
          <Text className="lake">打开这一件</Text>
          <Icon name="right" />
        </Press>
      )}
      {!ticketId && errand.ticketNumber && (
        <View className="mt8" id="about-ticket">
          <AboutMatter errand={errand} />
          <Text className="cap nw">{errand.ticketNumber}</Text>
        </View>
      )}
    </View>
  );
}

/** What comes first of what may be done: its own button; the rest behind 更多. */
const FIRST = [
  'answerNotice',
  'take',
  'giveBack',
  'verify',
  'receiveBack',
  'registerUrgent',
  'report',
  'reach',
  'writeReport',
  'answerLetter',
  'deedHolds',
];
const owesTelling = ({ promises }: ErrandDetail) =>
  promises.some((one) => (one.what === 'resident_told' || one.what === 'progress_told') && isOpen(one));
const mainOf = (errand: ErrandDetail) =>
  [...(owesTelling(errand) ? ['tellResident'] : []), ...FIRST]
    .map((name) => errand.actions.find((one) => one.action === name))
    .find((one) => one !== undefined);

/** Kinds that have a page of their own, wherever one comes from. */
const PAGES: Partial<Record<ErrandDetail['kind'], string>> = { survey: SURVEY_WORK, needs: NEEDS_WORK, mailbox: '/mailbox/one/index?id=' };

/** 一张单子: what it is, whose turn it is, what is owed, what happened. */
export default function ErrandPage() {
  const { id = '' } = useRouter().params;
  const now = useNow();
  const asked = useAsked(() => api.errand({ id }), `errand ${id}`);
  const work = useErrandWork(id, asked);
  const [chosen, choose] = useState<Action | 'more' | null>(null);
  useNavigationBarTitle(asked.value?.label);
  const kind = asked.value?.kind;
  const ownPage = kind ? PAGES[kind] : undefined;
  useEffect(() => {
    if (ownPage) void Taro.redirectTo({ url: `${ownPage}${id}` });
  }, [ownPage]);
  const close = () => {
    work.forgive();
    choose(null);
  };
  if (ownPage) return <Screen />;
  // What is given out is chosen on its own page.
  const actions = (asked.value?.actions ?? []).filter((one) => ERRAND_FORMS[one.action] !== undefined);
  const main = asked.value && mainOf(asked.value);
  const others = actions.filter((one) => one !== main);
  const Form = chosen && chosen !== 'more' ? ERRAND_FORMS[chosen.action] : undefined;
  const outside = asked.value?.actions.some((one) => one.action === 'distribute') ? asked.value.exchangeId : null;
  return (
    <Screen
      foot={
        outside ? (
          <Button id="go-distribute" look="main" onPress={() => toExchange(outside)}>
            去传达
          </Button>
        ) : (
          actions.length > 0 && (
            <View className="btns">
              {others.length > 0 && (
                <Button id="more" onPress={() => choose('more')}>
                  更多
                </Button>
              )}
              {main && (
                <Button id={`open-${main.action}`} look="main" size="wide" onPress={() => choose(main)}>
                  {main.label}
                </Button>
              )}
            </View>
          )
        )
      }
    >
      <StandStill />
      <Shown asked={asked}>
        {(errand) => (
          <>
            <Facts errand={errand} now={now} />
            {errand.letter && <Papers id={id} as="letter" photos={errand.photos} mayAdd={errand.mayPhotograph} onArrived={asked.again} />}
            <Promises errand={errand} now={now} />
            <Past errand={errand} now={now} />
          </>
        )}
      </Shown>
      {chosen && (
        <Sheet title={chosen === 'more' ? '更多' : chosen.label} onClose={close}>
          {chosen === 'more' &&
            others.map((one) => (
              <Press key={one.action} id={`choose-${one.action}`} className="cell" onPress={() => choose(one)}>
                <View className="grow">{one.label}</View>
                <Icon name="right" />
              </Press>
            ))}
          {Form && asked.value && <Form errand={asked.value} work={work} now={now} onDone={close} />}
          {Form && <Refusal refused={work.refused} />}
        </Sheet>
      )}
      <DemoForward onForward={asked.again} />
    </Screen>
  );
}
