import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { quoteCommands } from '../../../../shared/contract/quotes.ts';
import type { QuoteView, TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { sayMoney } from '../../../../shared/kernel/money.ts';
import { api } from '../../kernel/api.ts';
import { toPrices, toServices } from '../../kernel/go.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Pick } from '../../kernel/parts/Choice.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { QuoteLines, sayParts } from '../../kernel/parts/QuoteLines.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';

interface Props {
  ticket: TicketDetail;
  onDone: () => Promise<void>;
}

/** Whoever reported or ordered it ends it; a housemate's word waits for them (I7). */
function sayEnding({ service, refusalEnds }: TicketDetail): string {
  if (refusalEnds) return `这件事到这里，不收您的钱；以后可以再${service ? '订' : '报'}`;
  return service ? '做不做，由订的人定；不收您的钱' : '修不修，由报修的人定；不收您的钱';
}

function Refuse({ ticket, quote, onDone, onClose }: Props & { quote: QuoteView; onClose: () => void }) {
  const [goesOn, choose] = useState<boolean | undefined>(undefined);
  const [words, write] = useState('');
  const { send, busy, refused } = useSend();
  const { params, body } = quoteCommands.refuseQuote;
  const submit = async () => {
    const given = { id: ticket.id, quoteId: quote.id, goesOn: goesOn as boolean, words };
    if (await send(given, api.refuseQuote, params.extend(body.shape))) await onDone();
  };
  return (
    <Sheet title="不同意，然后呢" onClose={onClose}>
      <Pick
        id="goes-on"
        on={goesOn === true}
        title={ticket.service ? '按订的价格做' : '接着修不收费的'}
        note={ticket.service ? '我们按原来说好的价格做' : '要收费的这部分不做，不收您的钱'}
        onPress={() => choose(true)}
      />
      <View className="mt8">
        <Pick id="stops" on={goesOn === false} title={ticket.service ? '不做了' : '不修了'} note={sayEnding(ticket)} onPress={() => choose(false)} />
      </View>
      <View className={`label ${wrongWith(refused, 'words') ? 'wrong' : ''}`}>
        想说的话<View className="cap">可以不写</View>
      </View>
      <Area id="refuse-words" words={words} hint="比如：我自己买配件" max={200} onWrite={write} />
      <Refusal refused={refused} />
      <View className="mt16">
        <Button id="do-refuse" look="main" busy={busy} onPress={submit}>
          不同意报价
        </Button>
      </View>
    </Sheet>
  );
}

/** 请您看报价: the whole price before work; a yes is one tap (I7). */
export function QuoteCard({ ticket, onDone }: Props) {
  const { quote } = ticket;
  const isService = ticket.kind === 'special_service';
  const [refusing, refuse] = useState(false);
  const { send, busy, refused } = useSend();
  if (!quote || !ticket.actions.some((one) => one.action === 'acceptQuote')) return null;
  const accept = async () => {
    await send({ id: ticket.id, quoteId: quote.id }, api.acceptQuote);
    await onDone();
  };
  return (
    <>
      <View className="yours-card" id="quote-card">
        <View className="money-sum">
          <Text className="title">{ticket.kind === 'special_service' ? '价格要改，请您看看' : '请您看报价'}</Text>
          <Text className="sum" id="quote-total">
            {sayMoney(quote.totalFen)}
          </Text>
        </View>
        <QuoteLines quote={quote} isService={isService} />
        <View className="sub mt4">{isService ? '您同意了才按这个价格做。' : `${sayParts(quote)}。您同意了师傅再动手，用得少就收得少。`}</View>
        <Press id="go-prices" className="link" role="link" onPress={isService ? toServices : toPrices}>
          {isService ? '特约服务的价格' : '价目表'}
          <Icon name="right" />
        </Press>
        <Refusal refused={refused} kept="" />
        <View className="btns mt8">
          <Button id="refuse-quote" onPress={() => refuse(true)}>
            不同意
          </Button>
          <Button id="accept-quote" look="main" size="wide" busy={busy} onPress={accept}>
            同意，请动手
          </Button>
        </View>
      </View>
      {refusing && <Refuse ticket={ticket} quote={quote} onDone={onDone} onClose={() => refuse(false)} />}
    </>
  );
}

/** What was agreed on, and in the end what it cost. */
export function CostCard({ ticket }: { ticket: TicketDetail }) {
  const { agreedQuote, cost } = ticket;
  if (cost && cost.totalFen === 0 && !agreedQuote) return null;
  if (cost)
    return (
      <View className="card" id="cost-card">
        <View className="money-sum">
          <Text className="b">费用</Text>
          <Text className="sum">{sayMoney(cost.totalFen)}</Text>
        </View>
        {cost.lines.map((line) => (
          <View key={line.text} className="money-line">
            <View className="grow">{line.text}</View>
            <Text className="fen">{sayMoney(line.sumFen)}</Text>
          </View>
        ))}
        <View className="cap">
          {sayParts(cost)}
          {cost.isSettled ? ' · 结算完' : ''}
        </View>
      </View>
    );
  if (!agreedQuote) return null;
  return (
    <View className="card" id="agreed-card">
      <View className="money-sum">
        <Text className="b">您家同意的{ticket.service ? '价格' : '报价'}</Text>
        <Text className="sum">{sayMoney(agreedQuote.totalFen)}</Text>
      </View>
      <QuoteLines quote={agreedQuote} isService={ticket.service !== null} />
    </View>
  );
}
