import { View } from '@tarojs/components';
import { useState } from 'react';
import { readMoney, sayMoney } from '../../../../shared/kernel/money.ts';
import { sayLine } from '../../../../shared/quotes/quotes.ts';
import { useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips } from '../../kernel/parts/Choice.tsx';
import { Field } from '../../kernel/parts/Field.tsx';
import { QuoteLines } from '../../kernel/parts/QuoteLines.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { type Channel, ChannelChoice } from './ChannelChoice.tsx';
import type { FormProps } from './form.ts';

/** 定价: a price for each line that is not on the list; then the resident sees it (R5). */
export function PriceForm({ ticket, work, onDone }: FormProps) {
  const [yuans, write] = useState<Record<number, string>>({});
  const quote = ticket.quote;
  if (!quote) return null;
  const open = quote.lines.flatMap((line, position) => (line.priceFen === null ? [{ line, position }] : []));
  const prices = open.flatMap(({ position }) => {
    const priceFen = readMoney(yuans[position] ?? '');
    return priceFen === null ? [] : [{ position, priceFen }];
  });
  const submit = async () => {
    if (await work.act('price', { quoteId: quote.id, prices })) onDone();
  };
  return (
    <>
      {open.length < quote.lines.length && <QuoteLines quote={{ ...quote, lines: quote.lines.filter((line) => line.priceFen !== null) }} />}
      {open.map(({ line, position }) => (
        <Field
          key={position}
          id={`line-price-${position}`}
          label={`${sayLine(line)}，每${line.unit || '个'}多少元`}
          words={yuans[position] ?? ''}
          hint="比如：45"
          max={10}
          wrong={wrongWith(work.refused, 'prices')}
          onWrite={(words) => write({ ...yuans, [position]: words })}
        />
      ))}
      <View className="mt16">
        <Button id="do-price" look="main" busy={work.busy} onPress={submit}>
          定好了，给住户看
        </Button>
      </View>
    </>
  );
}

const ANSWERS = [
  { name: 'yes', label: '同意', accepts: true, goesOn: true },
  { name: 'free', label: '不同意，接着修不收费的', accepts: false, goesOn: true },
  { name: 'stop', label: '不修了', accepts: false, goesOn: false },
] as const;

/** 记住户的答复: said on the phone or at the door, put on record by somebody who does none of the work (I7). */
export function RecordAnswerForm({ ticket, work, onDone }: FormProps) {
  const [answer, choose] = useState<(typeof ANSWERS)[number] | null>(null);
  const [channel, chooseChannel] = useState<Channel>('phone');
  const [words, write, forget] = useDraft(`answer.${work.id}`);
  const quote = ticket.quote;
  if (!quote) return null;
  const submit = async () => {
    const { accepts, goesOn } = answer ?? { accepts: undefined, goesOn: true };
    if (!(await work.act('recordAnswer', { quoteId: quote.id, accepts, goesOn, channel, words }))) return;
    forget();
    onDone();
  };
  return (
    <>
      <View className={`label ${wrongWith(work.refused, 'accepts') ? 'wrong' : ''}`}>住户怎么说（{sayMoney(quote.totalFen)}）</View>
      <Chips id="answer" items={ANSWERS} chosen={answer?.name} onChoose={(name) => choose(ANSWERS.find((one) => one.name === name) ?? null)} />
      <View className="label">怎么说的</View>
      <ChannelChoice chosen={channel} onChoose={chooseChannel} />
      <View className="label">谁说的、原话</View>
      <Area
        id="answer-words"
        words={words}
        hint="比如：王阿姨电话里说可以换"
        max={200}
        wrong={wrongWith(work.refused, 'words') !== undefined}
        onWrite={write}
      />
      <View className="mt16">
        <Button id="do-recordAnswer" look="main" busy={work.busy} onPress={submit}>
          记下答复
        </Button>
      </View>
    </>
  );
}

/** 撤回报价: what is not answered yet; nothing of it is charged. */
export function WithdrawQuoteForm({ ticket, work, onDone }: FormProps) {
  const quote = ticket.quote;
  if (!quote) return null;
  const submit = async () => {
    if (await work.act('withdrawQuote', { quoteId: quote.id })) onDone();
  };
  return (
    <>
      <View className="mt8">撤回以后不收费，可以再报一份。住户会知道。</View>
      <View className="mt16">
        <Button id="do-withdrawQuote" look="main" busy={work.busy} onPress={submit}>
          撤回报价
        </Button>
      </View>
    </>
  );
}

/** 结算完: the end of a paid repair (R14). */
export function SettleForm({ ticket, work, onDone }: FormProps) {
  const submit = async () => {
    if (await work.act('settle')) onDone();
  };
  return (
    <>
      <View className="mt8">住户付了 {sayMoney(ticket.cost?.totalFen ?? 0)}，入账了。</View>
      <View className="mt16">
        <Button id="do-settle" look="main" busy={work.busy} onPress={submit}>
          结算完
        </Button>
      </View>
    </>
  );
}
