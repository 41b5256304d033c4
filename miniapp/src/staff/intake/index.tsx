import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { Intake } from '../../../../shared/contract/intake.ts';
import { RELATION_HOLDERS } from '../../../../shared/kernel/people.ts';
import { categoryOf, urgencyOf } from '../../../../shared/repairs/categories.ts';
import { sayReportVows } from '../../../../shared/repairs/vows.ts';
import { api } from '../../kernel/api.ts';
import { useNow } from '../../kernel/clock.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Failed } from '../../kernel/parts/Failed.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { UrgencyTag } from '../../kernel/parts/Tag.tsx';
import { Waiting } from '../../kernel/parts/Waiting.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';
import { useViewer, type Viewer } from '../../kernel/session.ts';
import { type Draft, useIntakeDraft } from './draft.ts';
import { HowItCame } from './HowItCame.tsx';
import { WhatBroke } from './WhatBroke.tsx';
import { WhoseHome } from './WhoseHome.tsx';

type Call = (body: Record<string, unknown>, options: { key: string }) => Promise<{ id: string }>;

/** What is sent; a field not filled in is left out, so that the answer names it. */
const bodyOf = ({ home, personId, name, channel, saidAt, category, where, worse, ...draft }: Draft) => ({
  place: draft.place,
  danger: draft.danger,
  words: draft.words,
  where: draft.place === 'public' ? where : '',
  worse: categoryOf(category)?.worse !== undefined && worse,
  ...(home ? { homeId: home.id } : {}),
  ...(personId ? { personId } : { name }),
  ...(channel ? { channel } : {}),
  ...(category ? { category } : {}),
  ...(saidAt ? { saidAt } : {}),
});

/** Whoever oversees an estate finds homes by their residents too, and dispatches themselves. */
const oversees = ({ session }: Viewer) =>
  session.appointments.some((post) => [RELATION_HOLDERS.agent, RELATION_HOLDERS.head, RELATION_HOLDERS.director].some((holds) => holds(post)));

function IntakeForm({ viewer }: { viewer: Viewer }) {
  const now = useNow();
  const isOverseer = oversees(viewer);
  const { draft, write, clear } = useIntakeDraft(isOverseer ? {} : { channel: 'on_the_way' }, useRouter().params.channel);
  const { send, busy, refused, forgive } = useSend();
  const category = categoryOf(draft.category);
  const urgency = category && urgencyOf(category, draft.place, draft.worse, draft.danger).urgency;
  const change = (part: Partial<Draft>) => {
    if (refused) forgive();
    write(part);
  };
  const submit = async () => {
    const done = await send(bodyOf(draft), api.intake as unknown as Call, Intake);
    if (!done) {
      void Taro.pageScrollTo({ scrollTop: 0, duration: 200 });
      return;
    }
    clear();
    await Taro.redirectTo({ url: `/staff/ticket/index?id=${done.id}` });
  };
  const part = { draft, wrong: (field: string) => wrongWith(refused, field) !== undefined, onWrite: change };
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
      <WhatBroke {...part} />
    </Screen>
  );
}

/** 记一件: what somebody says by phone, at the desk or on the way, taken down in half a minute. */
export default function IntakePage() {
  const { viewer, failed, again } = useViewer();
  if (viewer) return <IntakeForm viewer={viewer} />;
  return <Screen>{failed ? <Failed failed={failed} onAgain={again} /> : <Waiting />}</Screen>;
}
