import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { ROSTER_COLUMNS } from '../../../../shared/company/roster.ts';
import type { RosterRead } from '../../../../shared/contract/company.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { useSend, useTurn } from '../../kernel/send.ts';
import { download } from '../../staff/registers/download.ts';
import { type ChosenSheet, chooseSheet } from './file.ts';

/** What each column holds, for whoever fills the sheet in. */
function Columns() {
  return (
    <>
      <View className="sec">每一列怎么填</View>
      <View className="cells">
        {ROSTER_COLUMNS.map(({ field, title, note, needed }) => (
          <View key={field} className="cell">
            <View className="grow">
              <Text className="b">{title}</Text>
              <Text className="sub">　{note}</Text>
            </View>
            {needed && <Text className="tag">要填</Text>}
          </View>
        ))}
      </View>
    </>
  );
}

/** Which rows are wrong, and why: nothing was written. */
function Wrongs({ found }: { found: RosterRead }) {
  return (
    <View id="wrong">
      <View className="strip danger mt12" {...{ role: 'alert' }}>
        <View className="grow">
          <View className="b">有 {found.wrongRows} 行要改，一行都还没有写进去</View>
          <View>在表格里改好，再选一次</View>
        </View>
      </View>
      <View className="cells mt12">
        {found.wrong.map(({ row, column, message }) => (
          <View key={`${row} ${column}`} className="cell">
            <View className="grow">
              <View className="b">
                第 {row} 行 · {column}
              </View>
              <Text className="sub">{message}</Text>
            </View>
          </View>
        ))}
      </View>
      {found.wrong.length < found.wrongRows && <View className="cap middle mt8">还有更多，先改这些</View>}
    </View>
  );
}

/** What reading it in would write. */
function Plan({ found }: { found: RosterRead }) {
  const lines: [string, number][] = [
    ['新增房屋', found.homes],
    ['新增的人', found.people],
    ['新登记住在这里', found.residences],
    ...(found.keyCustomers > 0 ? [['改为重要客户', found.keyCustomers] as [string, number]] : []),
    ['和现在一样，不动', found.unchanged],
  ];
  return (
    <View className="cells mt12" id="plan">
      {lines.map(([label, n]) => (
        <View key={label} className="cell">
          <Text className="grow">{label}</Text>
          <Text className="b">{n}</Text>
        </View>
      ))}
    </View>
  );
}

interface StepProps {
  name: string;
  found: RosterRead | null;
  /** Which of the two is under way. */
  doing: 'look' | 'write' | null;
}

/** How far it is: chosen, looked through, written. */
function Steps({ name, found, doing }: StepProps) {
  const steps: { label: string; state: string }[] = [
    { label: `选好了：${name}`, state: '好了' },
    { label: found ? `核对了 ${found.rows} 行` : '核对每一行', state: found ? '好了' : doing === 'look' ? '正在核对…' : '还没有' },
    { label: '写进去', state: found?.isWritten ? '好了' : doing === 'write' ? '正在写…' : '还没有' },
  ];
  return (
    <View className="cells mt12" id="how-far">
      {steps.map(({ label, state }) => (
        <View key={label} className="cell">
          <Text className="grow">{label}</Text>
          <Text className={`tag ${state === '好了' ? 'kept' : state.endsWith('…') ? 'ours' : ''}`}>{state}</Text>
        </View>
      ))}
    </View>
  );
}

/** 导入住户名单: choose, look, write; all of it or nothing (A2). */
export default function RosterPage() {
  const { id = '' } = useRouter().params;
  const office = useAsked(() => api.companyOffice({ id }), `office ${id}`).value;
  const [sheet, setSheet] = useState<ChosenSheet | null>(null);
  const [found, setFound] = useState<RosterRead | null>(null);
  const [doing, setDoing] = useState<'look' | 'write' | null>(null);
  const { send, busy, refused, forgive } = useSend();
  const template = useTurn();
  const read = async (chosen: ChosenSheet, isPreview: boolean) => {
    setDoing(isPreview ? 'look' : 'write');
    const answer = await send({ id, file: chosen.file, isPreview }, api.readRoster);
    setDoing(null);
    if (answer) setFound(answer);
  };
  const choose = async () => {
    const chosen = await chooseSheet();
    if (!chosen) return;
    forgive();
    setFound(null);
    setSheet(chosen);
    await read(chosen, true);
  };
  if (found?.isWritten)
    return (
      <Screen
        foot={
          <Button id="finished" look="main" onPress={() => void Taro.navigateBack()}>
            好了
          </Button>
        }
      >
        <View id="written">
          <Blank icon="check" title="名单写进去了" note="登记过的号码，住户在微信里点一下就绑上。" />
          <Plan found={found} />
        </View>
      </Screen>
    );
  const isNew = found !== null && found.wrong.length === 0 && found.homes + found.residences + found.keyCustomers > 0;
  return (
    <Screen
      foot={
        <>
          {isNew && <View className="foot-line">全写进去，或者一行都不写；名单里没有的人不动</View>}
          <View className="btns">
            {sheet && (
              <Button id="choose-again" onPress={choose}>
                另选一份
              </Button>
            )}
            {isNew && sheet ? (
              <Button id="do-import" look="main" size="wide" busy={busy} onPress={() => read(sheet, false)}>
                写进去
              </Button>
            ) : (
              !sheet && (
                <Button id="choose-sheet" look="main" size="wide" busy={busy} onPress={choose}>
                  选一份 xlsx 表格
                </Button>
              )
            )}
          </View>
        </>
      }
    >
      <View className="lead">{office?.name ?? ' '}</View>
      <View className="sub">同一份再导一次，什么也不变。</View>
      <Refusal refused={refused ?? template.refused} kept="" />
      {sheet && <Steps name={sheet.name} found={found} doing={doing} />}
      {found && found.wrong.length > 0 && <Wrongs found={found} />}
      {found && found.wrong.length === 0 && <Plan found={found} />}
      {found && !isNew && found.wrong.length === 0 && <View className="cap middle mt8">这一份里的都登记过了，没有要写的</View>}
      {!sheet && (
        <>
          <Button
            id="template"
            look="line"
            className="mt12"
            busy={template.busy}
            onPress={() => void template.take(() => download(`/company/offices/${id}/roster-template`, `${office?.name ?? ''}住户名单.xlsx`))}
          >
            下载空的表格
          </Button>
          <Columns />
        </>
      )}
    </Screen>
  );
}
