import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { ExportLine, RegisterKind } from '../../../../shared/contract/registers.ts';
import { endOfDayAfter, isoDay, sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { serverNow, useNow } from '../../kernel/clock.ts';
import { toCosts } from '../../kernel/go.ts';
import { usePages } from '../../kernel/pages.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips } from '../../kernel/parts/Choice.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { useTurn } from '../../kernel/send.ts';
import { download } from './download.ts';
import './registers.scss';

/** How far back a register goes, in days. */
const SPANS = [
  { name: 'day' as const, label: '今天', days: 0 },
  ...([7, 30, 90, 365] as const).map((days) => ({ name: `days-${days}` as const, label: `近 ${days} 天`, days: days - 1 })),
];

const spanOf = (days: number) => {
  const now = serverNow();
  return { from: endOfDayAfter(now, -days - 1).toISOString(), until: endOfDayAfter(now, 0).toISOString() };
};

/** The head of the table, as the file will have it. */
function Head({ columns }: { columns: readonly string[] }) {
  return (
    <View className="register-head mt8">
      {columns.map((column) => (
        <Text key={column} className="register-column">
          {column}
        </Text>
      ))}
    </View>
  );
}

function Exported({ line, now }: { line: ExportLine; now: Date }) {
  return (
    <View className="cell">
      <View className="grow">
        <View>
          <Text className="b">{line.byName}</Text>
          <Text className="sub">　{line.byPost}</Text> 导出了{line.label}
        </View>
        <Text className="cap">
          <Dated text={sayMoment(new Date(line.at), now)} /> · {line.officeName} · {isoDay(new Date(line.from))} 至{' '}
          {isoDay(new Date(new Date(line.until).getTime() - 1))} · {line.rows} 行{line.cut ? '，没有全' : ''}
        </Text>
      </View>
    </View>
  );
}

/** 登记表导出: which registers there are, what is in them, of when and where; and who took what out (A1). */
export default function RegistersPage() {
  const now = useNow();
  const asked = useAsked(() => api.registers({}), 'registers');
  const paged = usePages((after) => api.exports(after ? { after } : {}), 'exports');
  const [span, setSpan] = useState<(typeof SPANS)[number]['name']>('days-30');
  const [officeId, setOffice] = useState('');
  const [taken, setTaken] = useState<{ name: string; rows: number; cut: boolean } | null>(null);
  const { take, busy, refused } = useTurn();
  const office = officeId || (asked.value?.offices[0]?.id ?? '');
  const send = (kind: RegisterKind) =>
    take(async () => {
      const officeId = kind.ofCompany ? (asked.value?.company?.id ?? '') : office;
      const done = await api.exportRegister({ register: kind.name, officeId, ...spanOf(SPANS.find((one) => one.name === span)?.days ?? 0) });
      await download(done.file, done.fileName);
      setTaken({ name: kind.name, rows: done.rows, cut: done.cut });
      await paged.again();
    });
  return (
    <Screen>
      <Shown asked={asked}>
        {({ offices, items }) => (
          <>
            {offices.length > 1 && (
              <Chips id="office" items={offices.map((one) => ({ name: one.id, label: one.name }))} chosen={office} onChoose={setOffice} />
            )}
            <Chips id="span" className="mt8" items={SPANS} chosen={span} onChoose={setSpan} />
            <View className="strip quiet mt12">
              <Icon name="lock" />
              <View className="grow">号码都打码。谁、什么时候、导出哪一张，都记在下面。</View>
            </View>
            <View className="cells mt12">
              <Press id="go-costs" className="cell" role="link" onPress={toCosts}>
                <View className="grow b">公共维修费用，按设施看</View>
                <Icon name="right" />
              </Press>
            </View>
            <Refusal refused={refused} kept="" />
            {items.map((kind) => (
              <View key={kind.name} className="card mt12">
                <View className="lead">{kind.label}</View>
                <View className="sub mt4">{kind.note}</View>
                <Head columns={kind.columns} />
                {taken?.name === kind.name && (
                  <View className="row tight mt8" id="exported">
                    <Icon name="check" />
                    <View className="grow">
                      导出了 {taken.rows} 行{taken.cut ? '，太多了，只有前面这些，请把时间选短一点' : ''}
                    </View>
                  </View>
                )}
                <View className="mt12">
                  <Button id={`export-${kind.name}`} look="line" busy={busy} onPress={() => send(kind)}>
                    导出 Excel
                  </Button>
                </View>
              </View>
            ))}
          </>
        )}
      </Shown>
      {asked.value && (
        <Shown asked={paged}>
          {({ items }) => (
            <>
              {items.length > 0 && <View className="sec">导出过的</View>}
              <View className="cells">
                {items.map((line) => (
                  <Exported key={line.id} line={line} now={now} />
                ))}
              </View>
              <More paged={paged} />
            </>
          )}
        </Shown>
      )}
    </Screen>
  );
}
