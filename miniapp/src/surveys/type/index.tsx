import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { Output } from '../../../../shared/contract/client.ts';
import type { surveyPaperRoutes } from '../../../../shared/contract/survey-paper.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips } from '../../kernel/parts/Choice.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { useSend } from '../../kernel/send.ts';
import { forgetAnswersOf, useAnswers } from '../answer/draft.ts';
import { firstWrong, Sections } from '../answer/Form.tsx';
import '../surveys.scss';

type SheetAsked = Output<(typeof surveyPaperRoutes)['surveySheet']>;
/** Under what a sheet that is being typed is kept on the phone: it is of no home. */
const SHEET = 'sheet';

interface Typed {
  typed: number;
  missing: number;
  toTick: number;
}

const scrollTo = (where: { selector: string } | { scrollTop: number }) =>
  void Promise.resolve(Taro.pageScrollTo({ ...where, duration: 200 })).catch(() => undefined);

/** What comes next: the pile's next sheet, unless more homes have to be ticked before it. */
function sayNext({ missing, toTick }: Typed): string {
  if (missing === 0) return '，勾了的都录入了。';
  return toTick > 0 ? `，还差 ${missing} 份；再勾 ${toTick} 户才能接着录入。` : `，还差 ${missing} 份。放好这一份，拿下一份。`;
}

/** What was typed last, and what is left of the pile. */
const Last = ({ last }: { last: Typed }) => (
  <View className="row tight mt12" id="typed">
    <Icon name="check" />
    <View className="grow">
      录入了，一共 {last.typed} 份{sayNext(last)}
    </View>
  </View>
);

/** The building, where the sheet says it. */
const Building = ({ sheet, chosen, onChoose }: { sheet: SheetAsked; chosen: string | null; onChoose: (building: string | null) => void }) => (
  <View className="card mt12">
    <View className="cap">纸表上写了几栋？没有写就不选</View>
    <Chips
      id="building"
      className="mt8"
      items={sheet.buildings.map((one) => ({ name: String(one), label: `${one}栋` }))}
      chosen={chosen}
      onChoose={(one) => onChoose(one === chosen ? null : one)}
    />
  </View>
);

function Form({ sheet, last, onTyped }: { sheet: SheetAsked; last: Typed | null; onTyped: (typed: Typed) => void }) {
  const filled = useAnswers(sheet, SHEET);
  const [building, choose] = useState<string | null>(null);
  const { send, busy, refused } = useSend();
  const submit = async () => {
    const body = { id: sheet.id, edition: sheet.edition, building: building === null ? null : Number(building), answers: filled.given };
    const done = await send(body, (one, options) => api.typeSheet(one, options));
    if (!done) return;
    forgetAnswersOf(sheet.id, SHEET);
    onTyped(done);
  };
  useEffect(() => {
    if (!refused) return;
    const wrong = firstWrong(sheet, refused);
    scrollTo(wrong ? { selector: `#q-${wrong}` } : { scrollTop: 0 });
  }, [refused]);
  return (
    <Screen
      foot={
        <>
          <View className="row tight wrap">
            <Text className="b grow nw" id="filled">
              已填 {filled.done} / {filled.of}
            </Text>
            <Text className="sub nw">交了不能再改</Text>
          </View>
          <View className="mt8">
            <Button id="submit-sheet" look="main" busy={busy} onPress={submit}>
              录入这一份
            </Button>
          </View>
        </>
      }
    >
      <View className="lead">{sheet.title}</View>
      <View className="sub">{sheet.officeName} · 照纸表点，没有答的跳过</View>
      {last && <Last last={last} />}
      <View className="strip quiet mt12">
        <Icon name="lock" />
        <View className="grow">不记是哪一户的，也不要写姓名、房号、电话</View>
      </View>
      <Refusal refused={refused} kept="您填的都还在" />
      <Building sheet={sheet} chosen={building} onChoose={choose} />
      <View className="mt12">
        <Sections survey={sheet} filled={filled} refused={refused} />
      </View>
    </Screen>
  );
}

/** 录入一份纸表: what it says, and never whose it is (S3). */
export default function TypePage() {
  const { id = '' } = useRouter().params;
  const asked = useAsked(() => api.surveySheet({ id }), `sheet ${id}`);
  const [typed, setTyped] = useState<Typed[]>([]);
  const sheet = asked.value;
  if (!sheet)
    return (
      <Screen>
        <Shown asked={asked}>{() => null}</Shown>
      </Screen>
    );
  const next = (one: Typed) => {
    setTyped([...typed, one]);
    scrollTo({ scrollTop: 0 });
  };
  return <Form key={typed.length} sheet={sheet} last={typed[typed.length - 1] ?? null} onTyped={next} />;
}
