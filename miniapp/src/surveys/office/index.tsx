import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { ErrandCell } from '../../errands/ErrandCell.tsx';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { useSend } from '../../kernel/send.ts';
import { SURVEY_WORK, toWriting } from '../go.ts';
import { Paper } from './Paper.tsx';
import '../surveys.scss';

interface Opening {
  officeId: string;
  survey: 'quarter' | 'year' | 'own';
  questionnaireId?: string;
}

interface Place {
  id: string;
  name: string;
}

interface PlacesProps {
  offices: readonly Place[];
  chosen: string;
  /** What the chips are called by. */
  name: string;
  onChoose: (id: string) => void;
}

/** One of several estates. */
const Places = ({ offices, chosen, name, onChoose }: PlacesProps) => (
  <View className="chips mt8">
    {offices.map((office) => (
      <Chip key={office.id} id={`${name}-${office.id}`} on={office.id === chosen} onPress={() => onChoose(office.id)}>
        {office.name}
      </Chip>
    ))}
  </View>
);

interface CompanysProps {
  offices: readonly Place[];
  busy: boolean;
  onOpen: (opening: Opening) => void;
}

/** 开一次公司的调查: of a quarter or of a year, for one estate (S8). */
function Companys({ offices, busy, onOpen }: CompanysProps) {
  const [chosen, choose] = useState(offices[0]?.id ?? '');
  return (
    <View className="card mt12" id="companys">
      <View className="lead">开一次公司的调查</View>
      <View className="sub">有需要时开：打电话问，住户自己答也行。一季、一年各一份。</View>
      {offices.length > 1 && <Places offices={offices} chosen={chosen} name="at" onChoose={choose} />}
      <View className="btns mt12">
        <Button id="open-quarter" size="wide" busy={busy} onPress={() => onOpen({ officeId: chosen, survey: 'quarter' })}>
          开这一季的
        </Button>
        <Button id="open-year" size="wide" busy={busy} onPress={() => onOpen({ officeId: chosen, survey: 'year' })}>
          开今年的
        </Button>
      </View>
    </View>
  );
}

/** The surveys that are not over yet, of the estates one works for. */
function Running({ now }: { now: Date }) {
  const paged = usePages((after) => api.errands({ which: 'open', kind: 'survey', ...(after ? { after } : {}) }), 'surveys running');
  return (
    <>
      <View className="sec">在做的调查</View>
      <Shown asked={paged}>
        {({ items }) => (
          <View className="cells" id="running">
            {items.length === 0 && <View className="cell sub">现在没有在做的调查</View>}
            {items.map((errand) => (
              <ErrandCell key={errand.id} errand={errand} now={now} />
            ))}
            <More paged={paged} />
          </View>
        )}
      </Shown>
    </>
  );
}

/** 调查和问卷, for colleagues: what runs, what can be opened, and the questionnaires of their estates (S8). */
export default function SurveysOfOfficePage() {
  const now = useNow();
  const asked = useAsked(() => api.questionnaires({}), 'questionnaires');
  const { send, busy, refused } = useSend();
  const open = async (opening: Opening) => {
    const made = await send(opening, api.openSurvey);
    if (made) await Taro.navigateTo({ url: `${SURVEY_WORK}${made.id}` });
  };
  const [at, goTo] = useState('');
  const writing = (asked.value?.offices ?? []).filter(({ mayWrite }) => mayWrite);
  const writesFor = writing.find(({ id }) => id === at) ?? writing[0];
  return (
    <Screen
      foot={
        writesFor && (
          <Button id="write-questionnaire" look="main" onPress={() => toWriting(writesFor.id)}>
            {writing.length > 1 ? `给${writesFor.name}写一份问卷` : '写一份问卷'}
          </Button>
        )
      }
    >
      <Running now={now} />
      <Shown asked={asked}>
        {({ items, offices }) => {
          const companys = offices.filter(({ mayOpenCompanys }) => mayOpenCompanys);
          return (
            <>
              {companys.length > 0 && <Companys offices={companys} busy={busy} onOpen={open} />}
              <Refusal refused={refused} />
              <View className="sec">小区自己的问卷</View>
              {writing.length > 1 && (
                <View className="card" id="write-for">
                  <View className="b">给哪个小区写</View>
                  <Places offices={writing} chosen={writesFor?.id ?? ''} name="for" onChoose={goTo} />
                </View>
              )}
              {items.length === 0 && <Blank title="还没有写过问卷" note="服务中心写好，品质管理部和管理者代表都同意了才能发。" />}
              {items.map((paper) => (
                <Paper
                  key={paper.id}
                  paper={paper}
                  now={now}
                  busy={busy}
                  onOpen={() => open({ officeId: paper.officeId, survey: 'own', questionnaireId: paper.id })}
                  onDone={asked.again}
                />
              ))}
            </>
          );
        }}
      </Shown>
    </Screen>
  );
}
