import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { RELATION_HOLDERS } from '../../../../shared/kernel/people.ts';
import { categoryOf, urgencyOf } from '../../../../shared/repairs/categories.ts';
import { sayReportVows } from '../../../../shared/repairs/vows.ts';
import { useNow } from '../../kernel/clock.ts';
import { goBack } from '../../kernel/go.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { ChosenShots } from '../../kernel/parts/ChosenShots.tsx';
import { Failed } from '../../kernel/parts/Failed.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { UrgencyTag } from '../../kernel/parts/Tag.tsx';
import { Waiting } from '../../kernel/parts/Waiting.tsx';
import { useViewer, type Viewer } from '../../kernel/session.ts';
import type { Draft } from './draft.ts';
import { HowItCame } from './HowItCame.tsx';
import { saidBy, useTaking } from './taking.ts';
import { WhatBroke } from './WhatBroke.tsx';
import { WhoseHome } from './WhoseHome.tsx';

/** What is sent; a field not filled in is left out, so that the answer names it. */
const bodyOf = (draft: Draft) => ({
  ...saidBy(draft),
  place: draft.place,
  danger: draft.danger,
  words: draft.words,
  where: draft.place === 'public' ? draft.where : '',
  worse: categoryOf(draft.category)?.worse !== undefined && draft.worse,
  ...(draft.category ? { category: draft.category } : {}),
});

/** Whoever oversees an estate finds homes by their residents too, and dispatches themselves. */
const oversees = ({ session }: Viewer) =>
  session.appointments.some((post) => [RELATION_HOLDERS.agent, RELATION_HOLDERS.head, RELATION_HOLDERS.director].some((holds) => holds(post)));

function IntakeForm({ viewer }: { viewer: Viewer }) {
  const now = useNow();
  const isOverseer = oversees(viewer);
  const taking = useTaking('intake', isOverseer ? {} : { channel: 'on_the_way' }, useRouter().params.channel);
  const { draft, part, busy, refused } = taking;
  const category = categoryOf(draft.category);
  const urgency = category && urgencyOf(category, draft.place, draft.worse, draft.danger).urgency;
  const submit = async () => {
    const said = await taking.take(bodyOf(draft));
    if (!said) return;
    if (said.arrived) await Taro.redirectTo({ url: `/staff/ticket/index?id=${said.arrived.id}` });
    else goBack();
  };
  const foot = (
    <>
      {urgency && (
        <View className="foot-line" id="promised">
          <UrgencyTag urgency={urgency} />
          <View className="b">{sayReportVows(urgency, now)}</View>
        </View>
      )}
      <Button id="submit" look="main" busy={busy} onPress={submit}>
        {isOverseer ? '记下' : '记下，交给客服'}
      </Button>
    </>
  );
  return (
    <Screen foot={foot}>
      <Refusal refused={refused} />
      <WhoseHome {...part} byName={isOverseer} />
      <HowItCame {...part} />
      <WhatBroke {...part}>
        <ChosenShots shots={taking.photos.shots} onChange={taking.photos.take} />
      </WhatBroke>
    </Screen>
  );
}

/** 记一件: what somebody says by phone, at the desk or on the way, taken down in half a minute. */
export default function IntakePage() {
  const { viewer, failed, again } = useViewer();
  if (viewer) return <IntakeForm viewer={viewer} />;
  return <Screen>{failed ? <Failed failed={failed} onAgain={again} /> : <Waiting />}</Screen>;
}
