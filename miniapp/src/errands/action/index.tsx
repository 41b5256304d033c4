import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import type { About } from '../../../../shared/actions/action.ts';
import { sayAbout } from '../../../../shared/analysis/say.ts';
import { analysisRoutes } from '../../../../shared/contract/analysis.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { useDraft, useDraftChoice } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { MomentChoice } from '../../kernel/parts/MomentChoice.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';
import { ColleagueChips } from '../ColleagueChips.tsx';

const COUNTS = ['kind', 'field', 'category', 'cause', 'building', 'homeId', 'facilityId'] as const;

interface Draft {
  holder: string;
  dueBy: string;
}

/** 定纠正措施: who puts a main cause right, how, and by when (C9). Opened from the figure it answers. */
export default function ActionPage() {
  const { month = '', officeId = '', ...rest } = useRouter().params;
  const about = Object.fromEntries(COUNTS.flatMap((name) => (rest[name] ? [[name, decodeURIComponent(rest[name])]] : []))) as About;
  const name = `action.${month}.${officeId}.${JSON.stringify(about)}`;
  const now = useNow();
  const asked = useAsked(() => api.analysisActions({ month, officeId }), `actions ${month} ${officeId}`);
  const [draft, setDraft, forgetDraft] = useDraftChoice<Draft>(name, { holder: '', dueBy: '' });
  const [content, writeContent, forgetContent] = useDraft(`${name}.content`);
  const { send, busy, refused, forgive } = useSend();
  const change = (part: Partial<Draft>) => {
    forgive();
    setDraft({ ...draft, ...part });
  };
  const dueBy = draft.dueBy && new Date(draft.dueBy) > now ? new Date(draft.dueBy) : null;
  const holder = asked.value?.people.find((one) => one.id === draft.holder);
  const submit = async () => {
    const body = { month, officeId, about: about as never, holder: draft.holder, content, dueBy: dueBy?.toISOString() ?? '' };
    const done = await send(body, api.giveAction, analysisRoutes.giveAction.body);
    if (!done) return;
    forgetDraft();
    forgetContent();
    await Taro.redirectTo({ url: `/errands/one/index?id=${done.id}` });
  };
  const wrong = (field: string) => (wrongWith(refused, field) === undefined ? '' : 'wrong');
  return (
    <Screen
      foot={
        <>
          <View className="foot-line">{holder ? `请${holder.name}去做，对方马上收到` : '选好谁去做，写明做什么'}</View>
          <Button id="submit" look="main" busy={busy} onPress={submit}>
            定下这条措施
          </Button>
        </>
      }
    >
      <Refusal refused={refused} />
      <View className="card mt8">
        <View className="cap">针对</View>
        <Text className="b" id="action-about">
          {sayAbout(month, about, now)}
        </Text>
      </View>
      <View className={`label ${wrong('content')}`}>怎么做，才不再发生</View>
      <Area id="content" words={content} hint="原因是什么，从哪里改，做到什么样" wrong={wrong('content') !== ''} onWrite={writeContent} />
      <View className={`label ${wrong('dueBy')}`}>什么时候做好</View>
      <MomentChoice chosen={dueBy} now={now} onChoose={(at) => change({ dueBy: at.toISOString() })} />
      <View className={`label ${wrong('holder')}`}>谁去做</View>
      <Shown asked={asked}>
        {({ people }) => <ColleagueChips people={people} chosen={draft.holder} onChoose={(id) => change({ holder: id })} />}
      </Shown>
    </Screen>
  );
}
