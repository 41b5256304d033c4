import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { quoteCommands } from '../../../../shared/contract/quotes.ts';
import { sayMoney } from '../../../../shared/kernel/money.ts';
import { RELATION_HOLDERS } from '../../../../shared/kernel/people.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useDraftChoice } from '../../kernel/draft.ts';
import { goBack } from '../../kernel/go.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { findPrices, PriceCells } from '../../kernel/parts/PriceCells.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { SearchField } from '../../kernel/parts/SearchField.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { useSend } from '../../kernel/send.ts';
import { useViewer } from '../../kernel/session.ts';
import { Lines } from './Lines.tsx';
import { asksSupervisor, bodyOf, MAN_DAYS, NOTHING, type QuoteDraft, sumOf, withItem } from './lines.ts';
import { OffList } from './OffList.tsx';

/** 报价: lines from the price list, how many man-days; what is not on it goes to the supervisor first (I7, R5). */
export default function QuotePage() {
  const { id = '' } = useRouter().params;
  const { viewer } = useViewer();
  const ticket = useAsked(() => api.ticket({ id }), id);
  const asked = useAsked(() => api.prices({}), 'prices', 'prices');
  const [draft, keep, forget] = useDraftChoice<QuoteDraft>(`quote.${id}`, NOTHING);
  const [words, write] = useState('');
  const [isAdding, add] = useState(false);
  const { send, busy, refused, forgive } = useSend();
  const change = (part: Partial<QuoteDraft>) => {
    if (refused) forgive();
    keep({ ...draft, ...part });
  };
  const office = ticket.value?.officeId;
  // The supervisor prices in the same breath; a technician never does.
  const pricesItself = viewer?.session.appointments.some((one) => one.officeId === office && RELATION_HOLDERS.head(one)) ?? false;
  const asks = !pricesItself && asksSupervisor(draft, ticket.value?.figures.supervisorQuoteAboveManDays ?? 0);
  const afterSending = asks ? '主管定好价，住户才看到' : `住户马上看到：一共 ${sayMoney(sumOf(draft.lines))}`;
  const { params, body } = quoteCommands.quote;
  const submit = async () => {
    if (!(await send({ id, ...bodyOf(draft) }, api.quote, params.extend(body.shape)))) return;
    forget();
    void Taro.showToast({ title: asks ? '请主管定价了' : '住户看到了，等回话', icon: 'none', duration: 2_500 });
    goBack();
  };
  const foot = (
    <>
      <View className="foot-line" id="quote-sum">
        {draft.lines.length === 0 ? '先从价目表选一项' : `${draft.lines.length} 项，${afterSending}`}
      </View>
      <Button id="submit" look="main" busy={busy} onPress={submit}>
        {asks ? '请主管定价' : '给住户看'}
      </Button>
    </>
  );
  return (
    <Screen foot={foot}>
      <Shown asked={ticket}>
        {(found) => (
          <View className="row wrap tight">
            <Text className="title grow">{found.where}</Text>
            <Text className="sub">{found.title}</Text>
          </View>
        )}
      </Shown>
      <Refusal refused={refused} />
      {draft.lines.length > 0 && <Lines lines={draft.lines} onChange={(lines) => change({ lines })} />}
      <View className="label">要几个工</View>
      <View className="chips">
        {MAN_DAYS.map((one) => (
          <Chip
            key={one.halfDays}
            id={`work-${one.halfDays}`}
            on={one.halfDays === draft.halfDays}
            onPress={() => change({ halfDays: one.halfDays })}
          >
            {one.label}
          </Chip>
        ))}
      </View>
      <View className="label">从价目表选</View>
      <SearchField id="find-price" words={words} hint="比如：水龙头" onWrite={write} />
      <View className="cells mt12">
        <Press id="off-list" className="cell" onPress={() => add(true)}>
          <Icon name="plus" className="lead-ic" />
          <View className="grow lake b">价目表上没有的</View>
        </Press>
      </View>
      <Shown asked={asked}>
        {({ items, today }) => (
          <PriceCells
            items={findPrices(
              items.filter((one) => one.officeId === office && one.from <= today),
              words,
            )}
            today={today}
            mark={(one) => draft.lines.some((line) => line.itemId === one.id) && <Icon name="check" className="lake" />}
            onPress={(one) => change({ lines: withItem(draft.lines, one) })}
          />
        )}
      </Shown>
      {isAdding && (
        <OffList
          pricesItself={pricesItself}
          onAdd={(line) => {
            change({ lines: [...draft.lines, line] });
            add(false);
          }}
          onClose={() => add(false)}
        />
      )}
    </Screen>
  );
}
