import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { serviceRoutes } from '../../../../shared/contract/services.ts';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { readMoney, sayMoney } from '../../../../shared/kernel/money.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { goBack } from '../../kernel/go.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip, Pick } from '../../kernel/parts/Choice.tsx';
import { Field } from '../../kernel/parts/Field.tsx';
import { MomentChoice } from '../../kernel/parts/MomentChoice.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';
import { ProviderChoice } from '../services/ServiceSheet.tsx';

interface Draft {
  outside: boolean;
  technicianId: string | null;
  provider: string;
  visitBy: Date | null;
  content: string;
  changes: boolean;
  labour: string;
  cost: string;
  why: string;
}

type Call = (body: Record<string, unknown>, options: { key: string }) => Promise<unknown>;
const { arrange, rearrange, offerPrice } = serviceRoutes;
const ROUTES = { arrange, rearrange, offerPrice };
type Act = keyof typeof ROUTES;

/** What this order waits for: somebody, somebody else, or only another price. */
const actOf = (ticket: TicketDetail): Act | undefined =>
  (['arrange', 'rearrange', 'offerPrice'] as const).find((act) => ticket.actions.some((one) => one.action === act));

function bodyOf(act: Act, id: string, draft: Draft) {
  const price = { labourFen: readMoney(draft.labour), costFen: readMoney(draft.cost), why: draft.why };
  if (act === 'offerPrice') return { id, ...price };
  const who = draft.outside ? { provider: draft.provider } : { technicianId: draft.technicianId };
  const said = { id, ...who, content: draft.content };
  if (act === 'rearrange') return said;
  return { ...said, ...(draft.visitBy ? { visitBy: draft.visitBy.toISOString() } : {}), ...(draft.changes ? { offer: price } : {}) };
}

function PriceFields({
  draft,
  wrong,
  onWrite,
}: {
  draft: Draft;
  wrong: (field: string) => string | undefined;
  onWrite: (part: Partial<Draft>) => void;
}) {
  return (
    <>
      <Field
        id="new-labour"
        label="人工，一共（元）"
        words={draft.labour}
        hint="比如：150"
        max={10}
        wrong={wrong('labourFen')}
        onWrite={(labour) => onWrite({ labour })}
      />
      <Field
        id="new-cost"
        label="成本，一共（元）"
        words={draft.cost}
        hint="没有写 0"
        max={10}
        wrong={wrong('costFen')}
        onWrite={(cost) => onWrite({ cost })}
      />
      <View className={`label ${wrong('why') ? 'wrong' : ''}`}>为什么改，住户看得到</View>
      <Area id="new-why" words={draft.why} hint="比如：有一台是柜机，要多拆一层" max={200} onWrite={(why) => onWrite({ why })} />
      <View className="cap mt8">住户同意以前，人不动手；不同意就按订的价格做，或者不做了。</View>
    </>
  );
}

function Who({ ticket, draft, onWrite }: { ticket: TicketDetail; draft: Draft; onWrite: (part: Partial<Draft>) => void }) {
  const hands = useAsked(() => api.technicians({ id: ticket.id }), ticket.id);
  const list = useAsked(() => api.services({}), 'services');
  const providers = (list.value?.providers ?? []).filter((one) => one.officeId === ticket.officeId).map((one) => one.name);
  return (
    <>
      <View className="label">谁来做</View>
      <View className="chips">
        <Chip id="by-own" on={!draft.outside} onPress={() => onWrite({ outside: false })}>
          本小区的师傅
        </Chip>
        <Chip id="by-outside" on={draft.outside} onPress={() => onWrite({ outside: true, technicianId: null })}>
          外面的单位
        </Chip>
      </View>
      <View className="mt8">
        {draft.outside ? (
          <ProviderChoice providers={providers} chosen={draft.provider} onChoose={(provider) => onWrite({ provider })} />
        ) : (
          <Shown asked={hands}>
            {({ items }) => (
              <>
                {items.map((one) => (
                  <Pick
                    key={one.id}
                    id={`technician-${one.name}`}
                    on={one.id === draft.technicianId}
                    title={one.name}
                    note={`手上 ${one.openTickets} 件`}
                    onPress={() => onWrite({ technicianId: one.id })}
                  />
                ))}
              </>
            )}
          </Shown>
        )}
      </View>
    </>
  );
}

const TITLES: Record<Act, string> = { arrange: '安排好，告诉住户', rearrange: '换人，告诉住户', offerPrice: '发给住户看' };

function Form({ ticket, act, published }: { ticket: TicketDetail; act: Act; published: string }) {
  const now = useNow();
  const [draft, setDraft] = useState<Draft>({
    outside: published !== '',
    technicianId: null,
    provider: published,
    visitBy: ticket.wish && !ticket.wish.past ? new Date(ticket.wish.until) : null,
    content: ticket.suggestedContent,
    changes: false,
    labour: '',
    cost: '',
    why: '',
  });
  const { send, busy, refused, forgive } = useSend();
  const write = (part: Partial<Draft>) => {
    forgive();
    setDraft((old) => ({ ...old, ...part }));
  };
  const wrong = (field: string) => wrongWith(refused, field);
  const submit = async () => {
    const { params, body } = ROUTES[act];
    const done = await send(bodyOf(act, ticket.id, draft), api[act] as unknown as Call, params.extend(body.shape));
    if (!done) return;
    void Taro.showToast({
      title: act === 'offerPrice' || draft.changes ? '等住户同意新价格' : '安排好了，住户收到了',
      icon: 'none',
      duration: 2_500,
    });
    goBack();
  };
  const foot = (
    <Button id="submit" look="main" busy={busy} onPress={submit}>
      {TITLES[act]}
    </Button>
  );
  return (
    <Screen foot={foot}>
      <View className="card">
        <View className="lead">{ticket.title}</View>
        <View className="sub">
          {ticket.where}
          {ticket.agreedQuote ? ` · 订的价格 ${sayMoney(ticket.agreedQuote.totalFen)}` : ' · 不收费'}
        </View>
        {ticket.wish && <View className="sub">住户希望：{ticket.wish.text}</View>}
      </View>
      <Refusal refused={refused} />
      {act !== 'offerPrice' && <Who ticket={ticket} draft={draft} onWrite={write} />}
      {act === 'arrange' && (
        <>
          <View className={`label ${wrong('visitBy') ? 'wrong' : ''}`}>和住户说好的时间，最晚几点到</View>
          <MomentChoice chosen={draft.visitBy} now={now} onChoose={(visitBy) => write({ visitBy })} />
        </>
      )}
      {act !== 'offerPrice' && (
        <>
          <View className={`label ${wrong('content') ? 'wrong' : ''}`}>和住户核对的内容</View>
          <Area id="content" words={draft.content} hint="做什么、在哪里、住户要准备什么" onWrite={(content) => write({ content })} />
        </>
      )}
      {act === 'arrange' && ticket.agreedQuote && ticket.round === 1 && (
        <View className="chips mt12">
          <Chip id="change-price" on={draft.changes} onPress={() => write({ changes: !draft.changes })}>
            价格要改
          </Chip>
        </View>
      )}
      {(act === 'offerPrice' || draft.changes) && <PriceFields draft={draft} wrong={wrong} onWrite={write} />}
    </Screen>
  );
}

/** 安排: who does it and by when, told back to the resident; another price waits for their yes (R12, R13, I7). */
export default function ArrangePage() {
  const { id = '', only = '' } = useRouter().params;
  const asked = useAsked(() => api.ticket({ id }), id);
  const list = useAsked(() => api.services({}), 'services');
  const ticket = asked.value;
  const act = ticket && (only === 'price' ? ('offerPrice' as const) : actOf(ticket));
  const published = list.value?.items.find((one) => one.id === ticket?.service?.itemId)?.provider;
  if (ticket && act && list.value) return <Form key={ticket.version} ticket={ticket} act={act} published={published ?? ''} />;
  return (
    <Screen>
      <Shown asked={asked}>{() => (list.value ? <Blank icon="check" title="这一件现在不用安排" note="刚才可能已经有同事办了。" /> : null)}</Shown>
    </Screen>
  );
}
