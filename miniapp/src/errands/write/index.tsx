import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import type { UnitView } from '../../../../shared/contract/errands.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { serverNow, useNow } from '../../kernel/clock.ts';
import { useDraft, useDraftChoice } from '../../kernel/draft.ts';
import type { Held } from '../../kernel/held.ts';
import { KEPT_HERE } from '../../kernel/job.ts';
import { isAway } from '../../kernel/network.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip, Pick } from '../../kernel/parts/Choice.tsx';
import { MomentChoice } from '../../kernel/parts/MomentChoice.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { useQueuedSend } from '../../kernel/queued-send.ts';
import { wrongWith } from '../../kernel/say.ts';

type Kind = UnitView['kinds'][number];

const KINDS: Record<Kind, { label: string; note: string }> = {
  handover: { label: '信息传递单', note: '请一个部门办，写明什么时候答复' },
  urgent: { label: '紧急信息处理单', note: '有危险、要马上办：先打电话，再写这张' },
  referral: { label: '故障转呈单', note: '小区自己解决不了，转呈公司的部门，办好要验证' },
  work_letter: { label: '工作联系函', note: '复杂的事，书面请公司的部门答复' },
};

interface Draft {
  kind: Kind | null;
  department: UnitView['department'] | null;
  lead: boolean;
  called: boolean;
  answerBy: string | null;
}

const EMPTY: Draft = { kind: null, department: null, lead: false, called: false, answerBy: null };

/** To the slip where it has arrived; else back to where it was begun: the phone keeps it until there is a signal. */
async function follow({ arrived }: Held): Promise<void> {
  if (arrived) await Taro.redirectTo({ url: `/errands/one/index?id=${arrived.id}` });
  else if (Taro.getCurrentPages().length > 1) await Taro.navigateBack();
  else await Taro.redirectTo({ url: '/errands/list/index' });
  if (!arrived) void Taro.showToast({ title: KEPT_HERE, icon: 'none', duration: 2_500 });
}

/** 写单子: which kind, to whom, what, and by when (D1, D5); an emergency after the call (I8). */
export default function WriteErrandPage() {
  const { ticket = '' } = useRouter().params;
  const now = useNow();
  const [officeId, setOffice, forgetOffice] = useDraftChoice<string | null>('errand-office', null);
  const asked = useAsked(
    () => api.errandUnits({ ...(ticket ? { ticketId: ticket } : officeId ? { officeId } : {}) }),
    `units ${ticket} ${officeId ?? ''}`,
    // Without a signal those of the estate looked at last: the server finds who heads a department by itself.
    `units ${ticket}`,
  );
  const [draft, setDraft, forgetDraft] = useDraftChoice<Draft>(`errand.${ticket}`, EMPTY);
  const [content, writeContent, forgetContent] = useDraft(`errand-content.${ticket}`);
  const { send, busy, refused, forgive } = useQueuedSend();
  const change = (part: Partial<Draft>) => {
    forgive();
    setDraft({ ...draft, ...part });
  };
  const units = asked.value?.units ?? [];
  const kind = draft.kind ?? asked.value?.mayWrite[0] ?? null;
  const unit = units.find((one) => one.department === draft.department && kind !== null && one.kinds.includes(kind));
  const answerBy = draft.answerBy && new Date(draft.answerBy) > now ? new Date(draft.answerBy) : null;
  const submit = async () => {
    const body = {
      kind: kind!,
      ...(ticket ? { ticketId: ticket } : { officeId: officeId ?? asked.value?.offices[0]?.id }),
      department: unit?.department as never,
      content,
      answerBy: answerBy?.toISOString() ?? '',
      lead: draft.lead && kind === 'handover',
      ...(kind === 'urgent' && draft.called && unit
        ? { calledPerson: unit.headId, ...(isAway() ? { calledAt: serverNow().toISOString() } : {}) }
        : {}),
    };
    const said = await send({ act: 'giveErrand', subject: '', title: unit ? `${unit.label}${unit.headName}` : '', words: content, body });
    if (!said) return;
    forgetDraft();
    forgetOffice();
    forgetContent();
    await follow(said);
  };
  const wrong = (field: string) => (wrongWith(refused, field) === undefined ? '' : 'wrong');
  return (
    <Screen
      foot={
        <>
          <View className="foot-line">{unit ? `交给${unit.label}${unit.headName}，对方马上收到` : '选好部门，写明什么事'}</View>
          <Button id="submit" look="main" busy={busy} onPress={submit}>
            交出这张单
          </Button>
        </>
      }
    >
      <Refusal refused={refused} />
      <Shown asked={asked}>
        {(found) => (
          <>
            {!ticket && found.offices.length > 1 && (
              <>
                <View className="label">哪个小区</View>
                <View className="chips">
                  {found.offices.map((one) => (
                    <Chip key={one.id} id={`office-${one.id}`} on={one.id === (officeId ?? found.offices[0]?.id)} onPress={() => setOffice(one.id)}>
                      {one.name}
                    </Chip>
                  ))}
                </View>
              </>
            )}
            <View className="label">哪一种单</View>
            {found.mayWrite.map((one) => (
              <View className="mt8" key={one}>
                <Pick
                  id={`kind-${one}`}
                  on={one === kind}
                  title={KINDS[one].label}
                  note={KINDS[one].note}
                  onPress={() => change({ kind: one, department: null, called: false })}
                />
              </View>
            ))}
            <View className={`label ${wrong('department')}`}>交给哪个部门</View>
            <View className="chips">
              {units
                .filter((one) => kind !== null && one.kinds.includes(kind))
                .map((one) => (
                  <Chip
                    key={one.department}
                    id={`unit-${one.department}`}
                    on={one.department === unit?.department}
                    onPress={() => change({ department: one.department, called: false })}
                  >
                    {one.label} {one.headName}
                  </Chip>
                ))}
            </View>
            {kind === 'urgent' && unit && (
              <>
                <View className={`label ${wrong('calledPerson')}`}>先打电话给{unit.headName}</View>
                <View className="chips">
                  <Chip id="called" on={draft.called} onPress={() => change({ called: !draft.called })}>
                    刚打过，说清楚了
                  </Chip>
                </View>
              </>
            )}
            <View className={`label ${wrong('content')}`}>什么事</View>
            <Area id="content" words={content} hint="写清楚什么事、在哪里、要做到什么" wrong={wrong('content') !== ''} onWrite={writeContent} />
            <View className={`label ${wrong('answerBy')}`}>什么时候要答复</View>
            <MomentChoice chosen={answerBy} now={now} onChoose={(at) => change({ answerBy: at.toISOString() })} />
            {ticket && kind === 'handover' && (
              <View className="chips mt12">
                <Chip id="lead" on={draft.lead} onPress={() => change({ lead: !draft.lead })}>
                  几个部门的事，由它牵头
                </Chip>
              </View>
            )}
            <View className="cap mt12">
              <Text>只有同事看得到；要告诉住户的，办好以后在单子里“告诉住户”。</Text>
            </View>
          </>
        )}
      </Shown>
    </Screen>
  );
}
