import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { isoDay } from '../../../../shared/kernel/time.ts';
import { callsFor, type DangerRow, dangerOf, dangersOn } from '../../../../shared/repairs/dangers.ts';
import { useNow } from '../../kernel/clock.ts';
import { call } from '../../kernel/go.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import type { Draft } from './draft.ts';

interface Props {
  hotline: string | null;
  kind: string;
  onChoose: (part: Partial<Draft>) => void;
}

const BEFORE_ANY_IS_CHOSEN = ['人先离开', '不开灯、不点火，不碰电器'];

/** What choosing a danger writes into the report: urgent, and reported as what it likely is where nothing was chosen. */
export function reportedAs(danger: DangerRow, draft: Pick<Draft, 'place' | 'category' | 'dangerKind'>): Partial<Draft> {
  const place = danger.place ?? draft.place;
  const isAnothers = dangerOf(draft.dangerKind)?.category === draft.category;
  const stays = draft.category !== '' && place === draft.place && !isAnothers;
  return { dangerKind: danger.code, danger: true, place, ...(stays ? {} : { category: danger.category, worse: false }) };
}

/** The danger is over, or was another: what it was reported as goes with it. */
const takenBack = (danger: DangerRow, { category }: Pick<Draft, 'category'>): Partial<Draft> => ({
  dangerKind: '',
  danger: false,
  ...(category === danger.category ? { category: '' } : {}),
});

/** What to do first, and whom to ring: the first number is the red button. */
function DangerSheet({ hotline, kind, draft, onChoose, onClose }: Props & { draft: Draft; onClose: () => void }) {
  const now = useNow();
  const chosen = dangerOf(kind);
  const [first, ...others] = callsFor(chosen, hotline);
  const choose = (danger: DangerRow) => onChoose(danger.code === kind ? takenBack(danger, draft) : reportedAs(danger, draft));
  return (
    <Sheet title="有危险，先打电话" red onClose={onClose}>
      <View className="chips mt12">
        {dangersOn(isoDay(now)).map((danger) => (
          <Chip key={danger.code} id={`danger-${danger.code}`} on={danger.code === kind} onPress={() => choose(danger)}>
            {danger.label}
          </Chip>
        ))}
      </View>
      <View className="mt12" id="danger-first">
        {(chosen?.first ?? BEFORE_ANY_IS_CHOSEN).map((step, index) => (
          <View key={step} className="row top do-first">
            <Text className="do-number">{index + 1}</Text>
            <Text className="lead grow">{step}</Text>
          </View>
        ))}
      </View>
      <View className="mt12">
        <Button id="call-danger" look="red" size="big" className="dial" icon="phone" onPress={() => call(first?.number)}>
          <View className="dial-words">
            <Text className="dial-label">打{first?.label}</Text>
            {first && !first.label.includes(first.number) && <Text className="sub nw">{first.number} · 24 小时</Text>}
          </View>
        </Button>
      </View>
      <View className="btns mt12">
        {others.map((other) => (
          <Button key={other.number} id={`call-${other.number}`} onPress={() => call(other.number)}>
            {other.label}
          </Button>
        ))}
      </View>
      <Button id="danger-close" look="plain" className="mt8" onPress={onClose}>
        人安全了，继续报修
      </Button>
      <View className="cap middle">您点的、写的都还在</View>
    </Sheet>
  );
}

/** 有危险先打电话: one tap to the number, and the form waits behind it. */
export function DangerStrip({ draft, hotline, onChoose }: Omit<Props, 'kind'> & { draft: Draft }) {
  const [open, setOpen] = useState(false);
  const chosen = dangerOf(draft.dangerKind);
  return (
    <>
      <Press id="danger-strip" className="strip danger mt4" onPress={() => setOpen(true)}>
        <Icon name="alert" />
        <View className="grow">
          <View className="b">{chosen ? `${chosen.label}，先打电话` : '有危险？先打电话'}</View>
          <View>{chosen ? '已记下，按急修办' : '煤气味、电梯困人、漏电、着火'}</View>
        </View>
        <Icon name="right" />
      </Press>
      {open && <DangerSheet hotline={hotline} kind={draft.dangerKind} draft={draft} onChoose={onChoose} onClose={() => setOpen(false)} />}
    </>
  );
}
