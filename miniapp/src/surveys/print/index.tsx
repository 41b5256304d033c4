import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Output } from '../../../../shared/contract/client.ts';
import type { surveyPaperRoutes } from '../../../../shared/contract/survey-paper.ts';
import type { QuestionView } from '../../../../shared/contract/surveys.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips } from '../../kernel/parts/Choice.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { CodeNote, CodePicture } from './Code.tsx';
import { useCode } from './code.ts';
import './print.scss';

type SheetAsked = Output<(typeof surveyPaperRoutes)['surveySheet']>;
type Named = SheetAsked['grades'];

const IN_BROWSER = process.env.TARO_ENV === 'h5';
const SCALE = Array.from({ length: 11 }, (_, at) => ({ code: String(at), label: String(at) }));

const Boxes = ({ of }: { of: Named }) => (
  <View className="print-boxes">
    {of.map(({ code, label }) => (
      <View key={code} className="print-choice">
        <View className="print-box" />
        <Text>{label}</Text>
      </View>
    ))}
  </View>
);

/** What a question is answered with on paper: a box to tick, or a line to write on. */
function Blank({ question, grades }: { question: QuestionView; grades: Named }) {
  const { kind, options } = question;
  if (kind === 'satisfaction') return <Boxes of={grades} />;
  if (kind === 'scale') return <Boxes of={SCALE} />;
  if (kind === 'words')
    return (
      <>
        <View className="print-line" />
        <View className="print-line" />
      </>
    );
  if (kind !== 'matrix') return <Boxes of={options} />;
  return (
    <>
      {options.map(({ code, label }) => (
        <View key={code}>
          <View>{label}</View>
          <Boxes of={grades} />
        </View>
      ))}
    </>
  );
}

function Question({ question, grades }: { question: QuestionView; grades: Named }) {
  return (
    <View className="print-question">
      <View className={question.folded ? '' : 'b'}>{question.text}</View>
      <Blank question={question} grades={grades} />
    </View>
  );
}

interface PaperProps {
  sheet: SheetAsked;
  picture: string | null;
}

const until = ({ closesAt, now }: SheetAsked) => closesAt && sayMoment(new Date(closesAt), new Date(now));

function Paper({ sheet, picture }: PaperProps) {
  const { title, officeName, hotline, sections, grades } = sheet;
  const closes = until(sheet);
  return (
    <View className="print-sheet" id="print-sheet">
      <View className="print-head">
        <View className="grow">
          <View className="print-title">{title}</View>
          <View>
            {officeName}
            {closes && ` · 请在 ${closes} 以前交到服务中心`}
          </View>
        </View>
        {picture && (
          <View className="print-scan">
            <CodePicture picture={picture} />
            <View>微信扫一扫</View>
            <View>在手机上答</View>
          </View>
        )}
      </View>
      <View className="print-note">
        一户一份，每样打一个勾，没有留意的空着。手机上答过的不用再交。不写姓名、房号、电话；哪一户交了由一位同事勾，答了什么由另一位同事录入，对不上是谁。
      </View>
      <View className="print-question">我家在 ＿＿＿＿ 栋（可以不写）</View>
      {sections.map(({ field, label, questions }, at) => (
        <View key={field} className="print-section">
          <View className="print-field">
            {at + 1} · {label}
          </View>
          {questions.map((question) => (
            <Question key={question.code} question={question} grades={grades} />
          ))}
        </View>
      ))}
      {hotline && <View className="print-note">有事请打 {hotline}</View>}
    </View>
  );
}

/** What hangs in the lift and on the notice board. */
function Poster({ sheet, picture }: PaperProps) {
  const { title, officeName, hotline, sampled } = sheet;
  const closes = until(sheet);
  return (
    <View className="print-sheet print-poster" id="print-poster">
      <View className="print-title">{title}</View>
      <View className="print-large">请您说说，我们做得怎么样</View>
      {picture && (
        <>
          <CodePicture picture={picture} />
          <View className="print-large">打开微信，扫一扫就能答</View>
        </>
      )}
      <View>{sampled ? '这次抽了一部分住户：发到的每户答一份，没发到的不用答' : '每户答一份'}</View>
      <View>不记谁答了什么</View>
      {closes && <View>{closes} 截止</View>}
      <View>不用手机的，请到服务中心拿一张纸的意见表</View>
      <View className="print-note">
        {officeName}服务中心{hotline && ` · ${hotline}`}
      </View>
    </View>
  );
}

const PAPERS = [
  { name: 'sheet', label: '意见表' },
  { name: 'poster', label: '海报' },
] as const;

/** 打印意见表: the sheet as it goes to the doors, in type that everybody reads, and a poster; with the code that leads to the same on the phone (S2, S3). */
export default function PrintPage() {
  const { id = '' } = useRouter().params;
  const asked = useAsked(() => api.surveySheet({ id }), `sheet ${id}`);
  const { stand, picture, again } = useCode(id);
  const [paper, choose] = useState<(typeof PAPERS)[number]['name']>('sheet');
  const Shape = paper === 'sheet' ? Paper : Poster;
  return (
    <Screen
      foot={
        IN_BROWSER && (
          <Button id="print" look="main" onPress={() => window.print()}>
            打印
          </Button>
        )
      }
    >
      {!IN_BROWSER && (
        <View className="strip quiet">
          <Icon name="alert" />
          <View className="grow">手机上只能看；打印请在电脑浏览器里打开这一页</View>
        </View>
      )}
      <View className="print-aside">
        <Chips id="paper" items={PAPERS} chosen={paper} onChoose={choose} />
      </View>
      <CodeNote stand={stand} onAgain={again} />
      <Shown asked={asked}>
        {(sheet) => (
          <View className="mt12">
            <Shape sheet={sheet} picture={picture} />
          </View>
        )}
      </Shown>
    </Screen>
  );
}
