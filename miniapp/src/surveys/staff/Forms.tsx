import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { Output } from '../../../../shared/contract/client.ts';
import type { surveyRoutes } from '../../../../shared/contract/surveys.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useDraft } from '../../kernel/draft.ts';
import { tapForm, wordsForm } from '../../kernel/parts/ActForms.tsx';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Pick } from '../../kernel/parts/Choice.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { toResults } from '../go.ts';
import { Results } from '../Results.tsx';
import type { SurveyWork } from './act.ts';

export type SurveyProgress = Output<(typeof surveyRoutes)['surveyProgress']>;

interface IssueProps {
  progress: SurveyProgress;
  work: SurveyWork;
  onDone: () => void;
}

/** 发给住户: to all or to a part, with the numbers before it is done (S2). */
export function IssueForm({ progress, work, onDone }: IssueProps) {
  const { homes, samplePercent, sampleSize, most } = progress;
  const [coverage, choose] = useState<'census' | 'sample'>(most === null ? 'census' : 'sample');
  const size = coverage === 'census' ? homes : sampleSize;
  const submit = async () => {
    if (await work.act('issueSurvey', { coverage })) onDone();
  };
  return (
    <>
      <View className="mt12">
        {most === null && (
          <Pick
            id="coverage-census"
            on={coverage === 'census'}
            title={`全部住户，${homes} 户`}
            note="每一户都问到，不用抽"
            onPress={() => choose('census')}
          />
        )}
        <Pick
          id="coverage-sample"
          on={coverage === 'sample'}
          title={most === null ? `抽一部分，${sampleSize} 户` : `抽 ${sampleSize} 户`}
          note={`按楼栋比例随机抽${most === null ? ` ${samplePercent}%` : ''}，种子公开，谁都能照样再抽一遍`}
          onPress={() => choose('sample')}
        />
      </View>
      <View className="cap middle mt16">发出去以后不能再改发给谁</View>
      <View className="mt8">
        <Button id="do-issueSurvey" look="main" busy={work.busy} onPress={submit}>
          发给 {size} 户
        </Button>
      </View>
    </>
  );
}

interface AnalysisProps {
  work: SurveyWork;
  isCompanys: boolean;
  goesUp: boolean;
  /** Providers hear it, too (S10). */
  tells: boolean;
}

/** What the words are to be about. */
function asksFor({ isCompanys, tells }: AnalysisProps): { label: string; hint: string } {
  if (tells) return { label: '服务做得怎么样，要改什么', hint: '准时、做得好不好、态度、价格，哪样好、哪样不好，请来做的人改什么' };
  if (isCompanys) return { label: '住户的意见办得怎么样', hint: '这一段时间的意见接得怎么样、办得怎么样，要小区改什么' };
  return { label: '主要的意见，打算怎么做', hint: '哪几样最不满意，为什么，接下来谁做什么、什么时候做好' };
}

/** 写分析，公布结果: below what came out; from here on the households read both (S4), of special services the providers too (S10). */
export function AnalysisForm(props: AnalysisProps) {
  const { work, goesUp, tells } = props;
  const asked = useAsked(() => api.surveyResults({ id: work.id }), `results ${work.id}`);
  const [words, write, forget] = useDraft(`survey-analysis.${work.id}`);
  const [serious, setSerious] = useState(false);
  const submit = async () => {
    if (!(await work.act('analyseSurvey', { words, serious }))) return;
    forget();
    void Promise.resolve(Taro.pageScrollTo({ scrollTop: 0, duration: 200 })).catch(() => undefined);
  };
  const wrong = wrongWith(work.refused, 'words') !== undefined;
  const { label, hint } = asksFor(props);
  return (
    <>
      <Shown asked={asked}>{(found) => <Results found={found} />}</Shown>
      <Press id="go-words" className="link mt8" role="link" onPress={() => toResults(work.id, true)}>
        看住户写了什么
      </Press>
      <View className={`label ${wrong ? 'wrong' : ''}`}>{label}</View>
      <View className="cap">{tells ? '住户、服务方看得到' : '住户看得到'}；不写能认出是谁的话</View>
      <View className="mt8">
        <Area id="analysis-words" words={words} hint={hint} max={1_000} wrong={wrong} tall onWrite={write} />
      </View>
      {goesUp && (
        <View className="mt12">
          <Pick
            id="serious"
            on={serious}
            title="有特别严重的意见，要写公开信"
            note="说的人多的，系统已经算好要写；只有一两户说、但很严重的，在这里勾"
            onPress={() => setSerious(!serious)}
          />
        </View>
      )}
      <View className="cap middle mt16">公布以后，发到的住户都看得到结果和这段话</View>
      <View className="mt8">
        <Button id="do-analyseSurvey" look="main" busy={work.busy} onPress={submit}>
          公布结果
        </Button>
      </View>
    </>
  );
}

/** 交品质管理部, 看过了 (S6). */
export const SendUpForm = tapForm('sendSurveyUp', '统计表和分析一起交给品质管理部，接着由管理者代表评审。', '交品质管理部');
export const ReviewForm = wordsForm('reviewSurvey', { note: '只给同事看', hint: '评审意见：哪里同意，还要做什么', button: '看过了' });
