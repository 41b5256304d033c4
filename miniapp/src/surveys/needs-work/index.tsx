import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { DemoForward } from '#demo';
import type { Output } from '../../../../shared/contract/client.ts';
import type { ErrandDetail } from '../../../../shared/contract/errands.ts';
import type { needsRoutes } from '../../../../shared/contract/needs.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { Past, Promises } from '../../errands/Told.tsx';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { useDraft, useDraftChoice } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Field } from '../../kernel/parts/Field.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { StandStill } from '../../kernel/parts/StandStill.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';
import { toResults } from '../go.ts';
import { Results } from '../Results.tsx';
import { percentOf, Share } from '../Share.tsx';
import '../surveys.scss';

type NeedsProgress = Output<(typeof needsRoutes)['needsProgress']>;
type Action = 'issueNeeds' | 'analyseNeeds' | 'answerNeeds';

/** What whoever keeps it does with it: sends it, and draws it as it stands then. */
function useNeedsWork(id: string, again: () => Promise<unknown>) {
  const sending = useSend();
  const act = async (action: Action, fields: Record<string, unknown> = {}): Promise<boolean> => {
    const call = api[action] as unknown as (input: Record<string, unknown>, options: { key: string }) => Promise<{ id: string }>;
    if (!(await sending.send({ id, ...fields }, call))) return false;
    await again();
    return true;
  };
  return { id, act, busy: sending.busy, refused: sending.refused, forgive: sending.forgive };
}
type Work = ReturnType<typeof useNeedsWork>;

/** What was refused is forgiven once it is touched. */
const anew = (work: Work, write: (words: string) => void) => (words: string) => {
  work.forgive();
  write(words);
};

/** How it goes: how many came back, and no result while it runs. */
function Progress({ progress, isOver, now }: { progress: NeedsProgress; isOver: boolean; now: Date }) {
  const { people, issued, returned, closesAt, reminded } = progress;
  if (issued === null)
    return (
      <View className="card mt12" id="not-issued">
        <View>公司现在有 {people} 位同事，还没有发。</View>
        <View className="sub">不记名，一人一份；没截止以前，谁也看不到结果。</View>
      </View>
    );
  const came = percentOf(returned ?? 0, issued);
  return (
    <View className="card mt12" id="issued">
      <View className="row wrap">
        <View className="grow">
          发了 {issued} 人，<Text className="b nw">交回 {returned} 人</Text>
        </View>
        <Text className="b nw">{came}%</Text>
      </View>
      <Share percent={came} tick={null} />
      {!isOver && closesAt && (
        <View className="sub mt8">
          <Dated text={`${sayMoment(new Date(closesAt), now)} 截止；没截止以前，谁也看不到结果`} />
        </View>
      )}
      {reminded !== null && <View className="sub">已提醒 {reminded} 位还没答的</View>}
    </View>
  );
}

/** What many need, most named first. */
function Common({ progress: { common, least } }: { progress: NeedsProgress }) {
  return (
    <>
      <View className="sec">普遍的需求</View>
      <View className="cells" id="common">
        {common.length === 0 && <View className="cell sub">没有哪一样有 {least} 人以上说到</View>}
        {common.map(({ label, count }) => (
          <View key={label} className="cell">
            <Text className="grow">{label}</Text>
            <Text className="nw">{count} 人</Text>
          </View>
        ))}
      </View>
    </>
  );
}

/** 写分析，公布结果: below what came out; whoever was asked reads both from here on. */
function Analysis({ work, progress }: { work: Work; progress: NeedsProgress }) {
  const asked = useAsked(() => api.surveyResults({ id: work.id }), `results ${work.id}`);
  const [words, write, forget] = useDraft(`needs-analysis.${work.id}`);
  const submit = async () => {
    if (await work.act('analyseNeeds', { words })) forget();
  };
  const wrong = wrongWith(work.refused, 'words') !== undefined;
  return (
    <>
      <Shown asked={asked}>{(found) => <Results found={found} />}</Shown>
      <Common progress={progress} />
      <Press id="go-words" className="link mt8" role="link" onPress={() => toResults(work.id, true)}>
        看同事写了什么
      </Press>
      <View className={`label ${wrong ? 'wrong' : ''}`}>公司怎么看</View>
      <View className="cap">全体同事看得到；不写能认出是谁的话</View>
      <View className="mt8">
        <Area id="analysis-words" words={words} hint="哪几样最缺，为什么，接下来怎么办" max={1_000} wrong={wrong} tall onWrite={anew(work, write)} />
      </View>
      <View className="mt16">
        <Button id="do-analyseNeeds" look="main" busy={work.busy} onPress={submit}>
          公布结果
        </Button>
      </View>
    </>
  );
}

/** 用公司文件答复: a title, what it says, and what each need gets. */
function Document({ work, progress }: { work: Work; progress: NeedsProgress }) {
  const [title, writeTitle, forgetTitle] = useDraft(`needs-title.${work.id}`);
  const [words, write, forget] = useDraft(`needs-document.${work.id}`);
  const [gets, setGets] = useDraftChoice<Record<string, string>>(`needs-gets.${work.id}`, {});
  const wrong = (field: string) => wrongWith(work.refused, field);
  const lacks = (index: number) => wrong(`gets.${index}.gets`) !== undefined;
  const submit = async () => {
    const given = progress.common.map(({ label }) => ({ need: label, gets: gets[label] ?? '' }));
    if (!(await work.act('answerNeeds', { title, words, gets: given }))) return;
    forgetTitle();
    forget();
    setGets({});
  };
  return (
    <>
      <View className="sec">用公司文件答复</View>
      <View className="cap">全体同事看得到；不写是谁提的</View>
      <Field
        id="document-title"
        label="文件题目"
        words={title}
        hint="比如 关于排班和人手的答复"
        max={60}
        wrong={wrong('title')}
        onWrite={anew(work, writeTitle)}
      />
      <View className={`label ${wrong('words') ? 'wrong' : ''}`}>写什么</View>
      <Area
        id="document-words"
        words={words}
        hint="公司怎么看，从什么时候起怎么做"
        max={2_000}
        wrong={wrong('words') !== undefined}
        tall
        onWrite={anew(work, write)}
      />
      {progress.common.map(({ label, count }, index) => (
        <View key={label}>
          <View className={`label ${lacks(index) ? 'wrong' : ''}`}>
            {label}
            <Text className="cap end">{count} 人说到</Text>
          </View>
          <Area
            id={`gets-${index}`}
            words={gets[label] ?? ''}
            hint="这一样怎么办、什么时候办到"
            max={200}
            wrong={lacks(index)}
            onWrite={anew(work, (said) => setGets({ ...gets, [label]: said }))}
          />
        </View>
      ))}
      <View className="mt16">
        <Button id="do-answerNeeds" look="main" busy={work.busy} onPress={submit}>
          发给全体同事
        </Button>
      </View>
    </>
  );
}

const askNeeds = async (id: string): Promise<{ errand: ErrandDetail; progress: NeedsProgress }> => {
  const [errand, progress] = await Promise.all([api.errand({ id }), api.needsProgress({ id })]);
  return { errand, progress };
};

/** 员工需求普查, to whoever keeps it and the company: how far it is, and what is to be done next (S11). */
export default function NeedsWorkPage() {
  const { id = '' } = useRouter().params;
  const now = useNow();
  const asked = useAsked(() => askNeeds(id), `needs ${id}`);
  const work = useNeedsWork(id, asked.again);
  const may = (...actions: string[]) => asked.value?.errand.actions.some(({ action }) => actions.includes(action)) === true;
  const analyses = may('analyseNeeds', 'concludeNeeds');
  return (
    <Screen
      foot={
        may('issueNeeds') && (
          <Button id="do-issueNeeds" look="main" busy={work.busy} onPress={() => void work.act('issueNeeds')}>
            发给全体同事
          </Button>
        )
      }
    >
      <StandStill />
      <Shown asked={asked}>
        {({ errand, progress }) => {
          const isOver = errand.status === 'returned' || errand.status === 'closed';
          return (
            <>
              <View className="lead survey-title">{progress.title}</View>
              <View className="mt8" id="needs-standing">
                <Text className="tag ours says">
                  <Dated text={errand.standing} />
                </Text>
              </View>
              {!analyses && <Progress progress={progress} isOver={isOver} now={now} />}
              {analyses && <Analysis work={work} progress={progress} />}
              {isOver && !analyses && <Common progress={progress} />}
              {isOver && !analyses && (
                <View className="cells mt12">
                  <Press id="go-results" className="cell" role="link" onPress={() => toResults(id, true)}>
                    <Text className="grow">看结果、同事写了什么</Text>
                    <Icon name="right" />
                  </Press>
                </View>
              )}
              {may('answerNeeds') && <Document work={work} progress={progress} />}
              {progress.document && (
                <View className="card mt12" id="document">
                  <View className="b">{progress.document.title}</View>
                  <View className="said mt8">{progress.document.words}</View>
                  {progress.document.gets.map(({ need, gets }) => (
                    <View key={need} className="mt8">
                      <View className="sub">{need}</View>
                      <View className="said">{gets}</View>
                    </View>
                  ))}
                </View>
              )}
              <Refusal refused={work.refused} kept="写的都还在" />
              <Promises errand={errand} now={now} />
              <Past errand={errand} now={now} />
            </>
          );
        }}
      </Shown>
      <DemoForward onForward={asked.again} />
    </Screen>
  );
}
