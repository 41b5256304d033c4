import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { Output } from '../../../../shared/contract/client.ts';
import type { surveyPaperRoutes } from '../../../../shared/contract/survey-paper.ts';
import type { QuestionView } from '../../../../shared/contract/surveys.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
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

function Paper({ sheet }: { sheet: SheetAsked }) {
  const { title, officeName, hotline, closesAt, sections, grades, now } = sheet;
  return (
    <View className="print-sheet" id="print-sheet">
      <View className="print-title">{title}</View>
      <View>
        {officeName}
        {closesAt && ` · 请在 ${sayMoment(new Date(closesAt), new Date(now))} 以前交到服务中心`}
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

/** 打印意见表: the sheet as it goes to the doors, in type that everybody reads (S2, S3). */
export default function PrintPage() {
  const { id = '' } = useRouter().params;
  const asked = useAsked(() => api.surveySheet({ id }), `sheet ${id}`);
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
      <Shown asked={asked}>{(sheet) => <Paper sheet={sheet} />}</Shown>
    </Screen>
  );
}
