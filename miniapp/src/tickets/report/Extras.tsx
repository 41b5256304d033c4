import { Picker, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { DAY, isoDay, sayDay, shanghaiTime } from '../../../../shared/kernel/time.ts';
import { partsAhead, sayWish, type WishPart, wishOf } from '../../../../shared/repairs/wishes.ts';
import { useNow } from '../../kernel/clock.ts';
import { toPrices } from '../../kernel/go.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import type { Draft } from './draft.ts';

interface Props {
  draft: Draft;
  onWrite: (part: Partial<Draft>) => void;
}

/** What is kept of a wish. */
export type WishDraft = Pick<Draft, 'wishFrom' | 'wishUntil'>;

interface WishProps {
  draft: WishDraft;
  onWrite: (part: WishDraft) => void;
}

const DAYS_AT_A_TAP = 3;

/** The parts of the next days, each at one tap; any other day by the calendar. */
export function WishSheet({ draft, onWrite, onClose }: WishProps & { onClose: () => void }) {
  const now = useNow();
  const usual = Array.from({ length: DAYS_AT_A_TAP }, (_, ahead) => isoDay(new Date(now.getTime() + ahead * DAY)));
  const [other, setOther] = useState('');
  const days = [...usual, ...(other && !usual.includes(other) ? [other] : [])];
  const choose = (day: string, part: WishPart) => {
    const { from, until } = wishOf(day, part);
    onWrite({ wishFrom: from.toISOString(), wishUntil: until.toISOString() });
    onClose();
  };
  const isChosen = (day: string, part: WishPart) => wishOf(day, part).until.toISOString() === draft.wishUntil;
  return (
    <Sheet title="希望什么时候上门" onClose={onClose}>
      {days.map((day) => (
        <View key={day} className="mt12">
          <View className="b">{sayDay(shanghaiTime(`${day} 12:00`), now)}</View>
          <View className="chips mt4">
            {partsAhead(day, now).map((part) => (
              <Chip key={part.code} id={`wish-${day}-${part.code}`} on={isChosen(day, part)} onPress={() => choose(day, part)}>
                {part.label}
              </Chip>
            ))}
          </View>
        </View>
      ))}
      <View className="chips mt12">
        <Picker mode="date" value={other || usual[0]!} start={usual[0]!} onChange={(event) => setOther(event.detail.value)}>
          <View className="chip">选别的日子</View>
        </Picker>
        <Chip
          id="wish-none"
          on={draft.wishFrom === ''}
          onPress={() => {
            onWrite({ wishFrom: '', wishUntil: '' });
            onClose();
          }}
        >
          随时都行
        </Chip>
      </View>
      <View className="cap mt12">我们答应您的时间照样算，不会因此变晚。</View>
      <Button id="wish-close" look="plain" className="mt8" onPress={onClose}>
        先不选
      </Button>
    </Sheet>
  );
}

/** What may be said and need not: when somebody would be welcome, and whether the household sees it; and what may be charged, before anybody comes. */
export function Extras({ draft, onWrite }: Props) {
  const now = useNow();
  const [open, setOpen] = useState(false);
  const wish = draft.wishFrom && draft.wishUntil ? { from: new Date(draft.wishFrom), until: new Date(draft.wishUntil) } : null;
  return (
    <View className="cells mt16">
      <Press id="wish" className="cell" onPress={() => setOpen(true)}>
        <View className="grow">
          <View className="b">希望什么时候上门</View>
          <View className="sub">{wish ? sayWish(wish, now) : '随时都行'}</View>
        </View>
        <Icon name="right" />
      </Press>
      {draft.place === 'home' && (
        <Press
          id="only-mine"
          className={`cell ${draft.onlyMine ? 'on' : ''}`}
          role="switch"
          checked={draft.onlyMine}
          onPress={() => onWrite({ onlyMine: !draft.onlyMine })}
        >
          <View className="grow">
            <View className="b">只有我看</View>
            <Text className="sub">{draft.onlyMine ? '家里别的人看不到；以后可以放开，放开了收不回' : '现在家里人都看得到'}</Text>
          </View>
          <View className="switch" />
        </Press>
      )}
      {draft.place === 'home' && draft.reworkOf === '' && (
        <Press id="go-prices" className="cell" role="link" onPress={toPrices}>
          <View className="grow">
            <View className="b">价目表</View>
            <Text className="sub">要收费的，先给您看价格，您同意了才动手</Text>
          </View>
          <Icon name="right" />
        </Press>
      )}
      {open && <WishSheet draft={draft} onWrite={onWrite} onClose={() => setOpen(false)} />}
    </View>
  );
}
