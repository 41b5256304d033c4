import { Picker, Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { type ExchangeDetail, exchangeRoutes } from '../../../../shared/contract/exchanges.ts';
import { type ExchangeKind, exchangeKindOf, exchangeKindsOn, sayOutside } from '../../../../shared/exchange/kinds.ts';
import { DEPARTMENTS, type Department } from '../../../../shared/kernel/people.ts';
import { isoDay } from '../../../../shared/kernel/time.ts';
import { handOver } from '../../errands/Papers.tsx';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { useDraftChoice, useDraftShots } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip, Chips, choicesOf } from '../../kernel/parts/Choice.tsx';
import { ChosenShots } from '../../kernel/parts/ChosenShots.tsx';
import { Field } from '../../kernel/parts/Field.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';

interface Draft {
  kind: ExchangeKind | null;
  officeId: string | null;
  source: string;
  title: string;
  words: string;
  outcome: string;
  department: Department | null;
  holdsFrom: string | null;
}

const EMPTY: Draft = { kind: null, officeId: null, source: '', title: '', words: '', outcome: '', department: null, holdsFrom: null };
const UNITS = choicesOf<Department>(DEPARTMENTS);

interface FormProps {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  refused: unknown;
  /** What stands already: its kind stays. */
  stands: ExchangeDetail | null;
  books: readonly { id: string; name: string }[];
  /** What came on paper; of what stands already they are on its own page. */
  photos: ReturnType<typeof useDraftShots>;
}

/** Which kind it is: what came from outside anybody hands on, the inside is for those who keep a book. */
function Kinds({ draft, onChange, books }: FormProps) {
  const chips = (outside: boolean) => (
    <View className="chips">
      {exchangeKindsOn()
        .filter((row) => row.outside === outside)
        .map((row) => (
          <Chip
            key={row.code}
            id={`kind-${row.code}`}
            on={row.code === draft.kind}
            onPress={() => onChange({ kind: row.code, holdsFrom: null, outcome: '' })}
          >
            {sayOutside(outside)}
            {row.label}
          </Chip>
        ))}
    </View>
  );
  return (
    <>
      <View className="label">外来的，交给品质管理部传达</View>
      {chips(true)}
      {books.length > 0 && (
        <>
          <View className="label">内部的，登记下来</View>
          {chips(false)}
        </>
      )}
    </>
  );
}

function Form(props: FormProps) {
  const { draft, onChange, refused, stands, books, photos } = props;
  const row = draft.kind && exchangeKindOf(draft.kind);
  const wrong = (field: string) => wrongWith(refused, field);
  return (
    <>
      {!stands && <Kinds {...props} />}
      {row && (
        <>
          {!stands && !row.outside && books.length > 1 && (
            <>
              <View className="label">哪里的</View>
              <Chips
                id="book"
                items={books.map((one) => ({ name: one.id, label: one.name }))}
                chosen={draft.officeId ?? books[0]!.id}
                onChoose={(officeId) => onChange({ officeId })}
              />
            </>
          )}
          <Field
            id="source"
            label={row.from}
            words={draft.source}
            hint="单位、文件或者人"
            max={40}
            wrong={wrong('source')}
            onWrite={(source) => onChange({ source })}
          />
          <Field
            id="title"
            label="什么事"
            words={draft.title}
            hint="一句话"
            max={60}
            wrong={wrong('title')}
            onWrite={(title) => onChange({ title })}
          />
          <View className={`label ${wrong('words') ? 'wrong' : ''}`}>内容</View>
          <Area
            id="exchange-content"
            words={draft.words}
            hint={row.outside ? '说了什么、要我们做什么、原文在哪里' : '什么事、到哪一步'}
            wrong={wrong('words') !== undefined}
            onWrite={(words) => onChange({ words })}
          />
          {row.outside && (
            <View className="row wrap tight mt12">
              <Picker mode="date" value={draft.holdsFrom ?? ''} onChange={(event) => onChange({ holdsFrom: String(event.detail.value) })}>
                <View className={`chip ${draft.holdsFrom ? 'on' : ''}`}>从哪天起（可以不选）</View>
              </Picker>
              {draft.holdsFrom && <View className="b">{draft.holdsFrom}</View>}
            </View>
          )}
          <View className={`label ${wrong('department') ? 'wrong' : ''}`}>
            {row.code === 'forwarded' ? '哪个部门转来的' : '涉及哪个部门（可以不选）'}
          </View>
          <Chips
            id="department"
            items={UNITS}
            chosen={draft.department}
            onChoose={(department) => onChange({ department: department === draft.department ? null : department })}
          />
          {!row.outside && (
            <>
              <View className="label">后来怎样（可以以后补）</View>
              <Area
                id="exchange-outcome"
                words={draft.outcome}
                hint="怎么处理的、结果怎样"
                wrong={wrong('outcome') !== undefined}
                onWrite={(outcome) => onChange({ outcome })}
              />
            </>
          )}
          {!stands && (
            <>
              <View className="label">是纸的，拍下来</View>
              <ChosenShots shots={photos.shots} onChange={photos.take} />
            </>
          )}
          <View className="cap mt12">
            <Text>{row.outside ? '品质管理部马上知道。只有同事看得到。' : '只有同事看得到，不写住户的姓名和号码。'}</Text>
          </View>
        </>
      )}
    </>
  );
}

/** 登记信息: what is worth knowing, from inside or outside; or one that stands, put right (D6, D8). */
export default function WriteExchangePage() {
  const { id = '' } = useRouter().params;
  const now = useNow();
  const asked = useAsked(async () => ({ books: (await api.exchanges({})).books, stands: id ? await api.exchange({ id }) : null }), `noting ${id}`);
  const [written, setDraft, forget] = useDraftChoice<Draft | null>(`exchange.${id}`, null);
  const photos = useDraftShots('exchange');
  const [receivedAt] = useState(now);
  const { send, busy, refused, forgive } = useSend();
  const stands = asked.value?.stands ?? null;
  const draft: Draft = written ?? (stands ? { ...EMPTY, ...textOf(stands) } : EMPTY);
  const change = (part: Partial<Draft>) => {
    forgive();
    setDraft({ ...draft, ...part });
  };
  const submit = async () => {
    const { kind, officeId, ...text } = draft;
    const book = officeId ?? asked.value?.books[0]?.id;
    const isOutside = kind !== null && exchangeKindOf(kind).outside;
    const done = stands
      ? await send(
          { id, version: stands.version, ...text },
          api.amendExchange,
          exchangeRoutes.amendExchange.params.extend(exchangeRoutes.amendExchange.body.shape),
        )
      : await send(
          { kind: kind as never, ...(isOutside || !book ? {} : { officeId: book }), receivedAt: receivedAt.toISOString(), ...text },
          api.noteExchange,
          exchangeRoutes.noteExchange.body,
        );
    if (!done) return;
    forget();
    if (stands) return void Taro.navigateBack();
    handOver(done.id, photos.held);
    photos.forget();
    await Taro.redirectTo({ url: `/exchange/one/index?id=${done.id}` });
  };
  return (
    <Screen
      foot={
        <>
          <View className="foot-line">{isoDay(receivedAt)} 收到</View>
          <Button id="submit" look="main" busy={busy} onPress={submit}>
            {stands ? '改好了' : '登记'}
          </Button>
        </>
      }
    >
      <Refusal refused={refused} />
      <Shown asked={asked}>
        {(found) => <Form draft={draft} onChange={change} refused={refused} stands={stands} books={found.books} photos={photos} />}
      </Shown>
    </Screen>
  );
}

const textOf = ({ kind, source, title, words, outcome, department, holdsFrom }: ExchangeDetail) => ({
  kind,
  source,
  title,
  words,
  outcome,
  department,
  holdsFrom,
});
