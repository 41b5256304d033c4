import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { type Publication, publicationRoutes } from '../../../../shared/contract/publications.ts';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { sayAreas } from '../../../../shared/publications/work-notices.ts';
import { api } from '../../kernel/api.ts';
import { type Asked, useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { useDraftChoice } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { Field } from '../../kernel/parts/Field.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { check, newKey, useSend } from '../../kernel/send.ts';
import { NoticeParts } from '../NoticeParts.tsx';
import { Areas } from './Areas.tsx';
import { checkWhole, draftFrom, draftOf, EFFECTS, EMPTY, type NoticeDraft, usualEnds, usualStarts } from './draft.ts';
import { When } from './When.tsx';

/** What is written about: a public repair, a notice to be put right, or neither. */
interface Begun {
  name: string;
  officeId: string;
  ticketId: string | null;
  publicationId: string | null;
  isOut: boolean;
  first: NoticeDraft;
}

const ofTicket = (ticket: TicketDetail): Begun => ({
  name: ticket.id,
  officeId: ticket.officeId,
  ticketId: ticket.id,
  publicationId: null,
  isOut: false,
  first: draftOf(ticket),
});

const ofNotice = (one: Publication): Begun => ({
  name: `${one.id}.${one.pending?.round ?? one.issues.length}`,
  officeId: one.officeId,
  ticketId: one.ticket?.id ?? null,
  publicationId: one.id,
  isOut: one.issues.length > 0,
  first: one.pending && one.stand === 'returned' ? draftFrom(one.pending) : one.current ? draftFrom(one.current) : EMPTY,
});

function Form({ begun }: { begun: Begun }) {
  const now = useNow();
  const [draft, keep, forget] = useDraftChoice<NoticeDraft>(`notice.${begun.name}`, begun.first);
  const [counted, setCounted] = useState<{ audience: string; homes: number; people: number } | null>(null);
  const { send, busy, refused, forgive } = useSend();
  const change = (part: Partial<NoticeDraft>) => {
    if (refused) forgive();
    keep({ ...draft, ...part });
  };
  const wrong = (field: string) => wrongWith(refused, field) !== undefined;
  const { officeId, publicationId } = begun;
  const fixed = { officeId, ...(publicationId ? { publicationId } : {}), ...(begun.ticketId && !publicationId ? { ticketId: begun.ticketId } : {}) };
  const body = { ...fixed, ...draft };
  const preview = async () => {
    // What the contract would refuse is told before anybody counts.
    const found = await send(body, async () => {
      checkWhole(draft);
      check(publicationRoutes.submitNotice.body, body);
      return api.previewNotice({ officeId, ...(publicationId ? { publicationId } : {}), areas: draft.areas }, { key: newKey() });
    });
    if (!found) return void Taro.pageScrollTo({ scrollTop: 0, duration: 200 });
    setCounted(found);
  };
  const submit = async () => {
    const done = await send(body, api.submitNotice, publicationRoutes.submitNotice.body);
    if (!done) return setCounted(null);
    forget();
    void Taro.showToast({ title: '送主任批了', icon: 'none', duration: 2_000 });
    if (publicationId) void Taro.navigateBack();
    else void Taro.redirectTo({ url: `/publications/notice/index?id=${done.id}` });
  };
  if (counted)
    return (
      <Screen
        foot={
          <>
            <View className="foot-line" id="audience">
              主任批准以后，发给{counted.audience}：{counted.homes} 户，{counted.people} 人看得到
            </View>
            <View className="btns">
              <Button id="rewrite" onPress={() => setCounted(null)}>
                再改改
              </Button>
              <Button id="submit" look="main" size="wide" busy={busy} onPress={submit}>
                送主任批
              </Button>
            </View>
          </>
        }
      >
        <View className="sec">住户会看到</View>
        <View className="card" id="preview">
          <View className="title">{draft.work}</View>
          <NoticeParts notice={{ ...draft, audience: sayAreas(draft.areas) }} now={now} />
          {draft.why && <View className="said mt8">更正的原因：{draft.why}</View>}
        </View>
      </Screen>
    );
  const starts = usualStarts(now);
  return (
    <Screen
      foot={
        <Button id="look" look="main" busy={busy} onPress={preview}>
          先看看发出去的样子
        </Button>
      }
    >
      <Refusal refused={refused} kept="写好的都还在" />
      <Field
        id="work"
        label="做什么"
        words={draft.work}
        hint="比如：检修3栋给水泵"
        max={60}
        wrong={wrong('work') ? '请写' : undefined}
        onWrite={(work) => change({ work })}
      />
      <Field
        id="place"
        label="在哪里"
        words={draft.place}
        hint="比如：3栋地下泵房"
        max={60}
        wrong={wrong('place') ? '请写' : undefined}
        onWrite={(place) => change({ place })}
      />
      <When id="from" label="从什么时候" chosen={draft.from} usual={starts} wrong={wrong('from')} now={now} onChoose={(from) => change({ from })} />
      <When
        id="until"
        label="到什么时候"
        chosen={draft.until}
        usual={usualEnds(draft.from ? new Date(draft.from) : starts[0]!.at)}
        wrong={wrong('until')}
        now={now}
        onChoose={(until) => change({ until })}
      />
      <Field
        id="done-by"
        label="谁来做"
        words={draft.doneBy}
        hint="施工单位，或者班组"
        max={40}
        wrong={wrong('doneBy') ? '请写' : undefined}
        onWrite={(doneBy) => change({ doneBy })}
      />
      <View className={`label ${wrong('effect') ? 'wrong' : ''}`}>住户会遇到什么</View>
      <View className="chips">
        {EFFECTS.map((one) => (
          <Chip key={one} on={draft.effect.includes(one)} onPress={() => change({ effect: draft.effect ? `${draft.effect}，${one}` : one })}>
            {one}
          </Chip>
        ))}
      </View>
      <View className="mt8">
        <Area id="effect" words={draft.effect} hint="停多久，要准备什么" max={200} wrong={wrong('effect')} onWrite={(effect) => change({ effect })} />
      </View>
      <View className={`label ${wrong('areas') ? 'wrong' : ''}`}>
        发给谁<Text className="cap">不选就是全小区</Text>
      </View>
      <Areas officeId={officeId} areas={draft.areas} onChange={(areas) => change({ areas })} />
      {begun.isOut && (
        <>
          <View className={`label ${wrong('why') ? 'wrong' : ''}`}>为什么更正</View>
          <Area id="why" words={draft.why} hint="写给住户看的" max={200} wrong={wrong('why')} onWrite={(why) => change({ why })} />
        </>
      )}
    </Screen>
  );
}

function Loaded<T>({ asked, begin }: { asked: Asked<T>; begin: (found: T) => Begun }) {
  if (asked.value) return <Form key={begin(asked.value).name} begun={begin(asked.value)} />;
  return (
    <Screen>
      <Shown asked={asked}>{() => null}</Shown>
    </Screen>
  );
}

function OfTicket({ id }: { id: string }) {
  return <Loaded asked={useAsked(() => api.ticket({ id }), id)} begin={ofTicket} />;
}

function OfNotice({ id }: { id: string }) {
  return <Loaded asked={useAsked(() => api.publication({ id }), id)} begin={ofNotice} />;
}

/** 写工程通知: the parts of the paper form, how it will read and to how many it goes, then the director (R7, P2). */
export default function WriteNoticePage() {
  const { id = '', ticketId = '', officeId = '' } = useRouter().params;
  if (id) return <OfNotice id={id} />;
  if (ticketId) return <OfTicket id={ticketId} />;
  return <Form begun={{ name: officeId, officeId, ticketId: null, publicationId: null, isOut: false, first: EMPTY }} />;
}
