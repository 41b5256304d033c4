import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { DemoForward } from '#demo';
import type { ErrandDetail } from '../../../../shared/contract/errands.ts';
import type { OpenLetter } from '../../../../shared/contract/open-letters.ts';
import { Past, Promises } from '../../errands/Told.tsx';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { toLetter } from '../../kernel/go.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { StandStill } from '../../kernel/parts/StandStill.tsx';
import { toCalls, toResults } from '../go.ts';
import { PaperLink } from '../paper/PaperLink.tsx';
import { type SurveyWork, useSurveyWork } from './act.ts';
import { AnalysisForm, IssueForm, ReviewForm, SendUpForm, type SurveyProgress } from './Forms.tsx';
import { Drawn, Progress } from './Progress.tsx';
import { type SurveyTelling, TellForm, Telling } from './Telling.tsx';
import '../surveys.scss';

interface Asked {
  errand: ErrandDetail;
  progress: SurveyProgress;
  /** From its collection on. */
  letter: OpenLetter | null;
  /** Of special services, once it is out. */
  telling: SurveyTelling | null;
}

async function askSurvey(id: string): Promise<Asked> {
  const [errand, progress] = await Promise.all([api.errand({ id }), api.surveyProgress({ id })]);
  const [letter, telling] = await Promise.all([
    progress.goesUp && isOver(errand) ? api.openLetter({ id }) : null,
    progress.tells && progress.issued !== null ? api.surveyTelling({ id }) : null,
  ]);
  return { errand, progress, letter, telling };
}

/** Whose turn the letter is: to write it, or to agree to it. */
function sayLetterTurn(letter: OpenLetter | null | undefined): string | null {
  if (!letter) return null;
  if (letter.mayDecide) return '看公开信，同意或退回';
  return letter.mayWrite && letter.dueBy ? (letter.stand === 'returned' ? '公开信退回了，去改' : '写公开信') : null;
}

const isOver = ({ status }: ErrandDetail) => status === 'returned' || status === 'closed';
/** What is done in a sheet of its own. */
const IN_A_SHEET = ['issueSurvey', 'sendSurveyUp', 'reviewSurvey', 'tellProvider'];
const mayDo = (asked: Asked | null, action: string) => asked?.errand.actions.find((one) => one.action === action);

function ActSheet({ asked, work, now, onClose }: { asked: Asked; work: SurveyWork; now: Date; onClose: () => void }) {
  const { progress, telling } = asked;
  const act = IN_A_SHEET.map((name) => mayDo(asked, name)).find((one) => one !== undefined);
  if (!act) return null;
  return (
    <Sheet title={act.label} onClose={onClose}>
      {act.action === 'issueSurvey' && <IssueForm progress={progress} work={work} onDone={onClose} />}
      {act.action === 'tellProvider' && telling && <TellForm telling={telling} work={work} onDone={onClose} />}
      {act.action === 'sendSurveyUp' && <SendUpForm work={work} now={now} onDone={onClose} />}
      {act.action === 'reviewSurvey' && <ReviewForm work={work} now={now} onDone={onClose} />}
      <Refusal refused={work.refused} />
    </Sheet>
  );
}

/** 满意率调查, to colleagues: how far it is, what is owed, and what is to be done next (S1–S6, S10). */
export default function SurveyWorkPage() {
  const { id = '' } = useRouter().params;
  const now = useNow();
  const asked = useAsked(() => askSurvey(id), `survey ${id}`);
  const work = useSurveyWork(id, asked.again);
  const [isOpen, open] = useState(false);
  const main = IN_A_SHEET.map((name) => mayDo(asked.value, name)).find((one) => one !== undefined);
  const concludes = mayDo(asked.value, 'concludeSurvey') !== undefined;
  const analyses = concludes || mayDo(asked.value, 'analyseSurvey') !== undefined;
  const letterTurn = analyses ? null : sayLetterTurn(asked.value?.letter);
  const close = () => {
    work.forgive();
    open(false);
  };
  return (
    <Screen
      foot={
        letterTurn ? (
          <Button id="go-letter-turn" look="main" onPress={() => toLetter(id)}>
            {letterTurn}
          </Button>
        ) : (
          main && (
            <Button id={`open-${main.action}`} look="main" onPress={() => open(true)}>
              {main.label}
            </Button>
          )
        )
      }
    >
      <StandStill />
      <Shown asked={asked}>
        {({ errand, progress, letter, telling }) => (
          <>
            <View className="lead survey-title">{progress.title}</View>
            <View className="sub">{errand.officeName}</View>
            <View className="mt8" id="survey-standing">
              <Text className="tag ours says">
                <Dated text={errand.standing} />
              </Text>
            </View>
            {/* What came out says how many came back, too. */}
            {!analyses && <Progress progress={progress} isOver={isOver(errand)} now={now} />}
            {analyses && <Drawn progress={progress} />}
            {analyses && <AnalysisForm work={work} isCompanys={progress.byPhone} goesUp={progress.goesUp} tells={progress.tells} />}
            {analyses && <Refusal refused={work.refused} />}
            {progress.issued !== null && !progress.byPhone && <PaperLink id={id} />}
            {progress.mayCall && errand.status === 'taken' && (
              <View className="cells mt12">
                <Press id="go-calls" className="cell" role="link" onPress={() => toCalls(id)}>
                  <Text className="grow">打电话问这几户</Text>
                  <Icon name="right" />
                </Press>
              </View>
            )}
            {isOver(errand) && !analyses && (
              <View className="cells mt12">
                <Press id="go-results" className="cell" role="link" onPress={() => toResults(id, true)}>
                  <Text className="grow">看结果、住户写了什么</Text>
                  <Icon name="right" />
                </Press>
                {letter && (
                  <Press id="go-letter" className="cell" role="link" onPress={() => toLetter(id)}>
                    <View className="grow">
                      <View>公开信</View>
                      <View className="sub">
                        {letter.stand === 'posted' ? `贴出去了，答应 ${letter.deeds.length} 件，做到 ${letter.kept} 件` : letter.says}
                      </View>
                    </View>
                    <Icon name="right" />
                  </Press>
                )}
              </View>
            )}
            {telling && <Telling telling={telling} now={now} />}
            <Promises errand={errand} now={now} />
            <Past errand={errand} now={now} />
          </>
        )}
      </Shown>
      {isOpen && asked.value && <ActSheet asked={asked.value} work={work} now={now} onClose={close} />}
      <DemoForward onForward={asked.again} />
    </Screen>
  );
}
