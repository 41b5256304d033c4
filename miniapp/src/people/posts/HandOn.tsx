import { View } from '@tarojs/components';
import type { HeldByName } from '../../../../shared/contract/staff-posts.ts';
import { Chip } from '../../kernel/parts/Choice.tsx';

/** To whom everything goes, and what of it to somebody else. */
export interface Handing {
  handTo: string | null;
  hands: { id: string; to: string | null }[];
}

interface Props {
  held: HeldByName;
  handing: Handing;
  /** Somebody else who can take it: whoever stands in. */
  also?: readonly { id: string; name: string }[];
  /** Each thing by itself, where it goes at once. */
  each?: boolean;
  onChange: (handing: Handing) => void;
}

/** 手上的事: what somebody holds by name, and to whom it goes; the whole of it, or each by itself. */
export function HandOn({ held, handing, also = [], each = true, onChange }: Props) {
  const { matters, unseen, climbsTo } = held;
  const takers = [...held.takers, ...also.filter((one) => !held.takers.some((taker) => taker.id === one.id))];
  const toOf = (id: string) => {
    const own = handing.hands.find((one) => one.id === id);
    return own ? own.to : handing.handTo;
  };
  const choices = [{ id: null, name: '退回，重新安排' }, ...takers];
  const giveOne = (id: string, to: string | null) => onChange({ ...handing, hands: [...handing.hands.filter((one) => one.id !== id), { id, to }] });
  return (
    <>
      {climbsTo && (
        <View id="climbs" className="strip quiet mt12">
          {climbsTo.length > 0
            ? `这个岗位就没有别人了，以后由${climbsTo.join('、')}顶上，直到有人接任。`
            : '这个岗位就没有别人了，也没有人能顶上，请尽快任命。'}
        </View>
      )}
      <View className="label">
        {matters.length + unseen > 0 ? `手上的 ${matters.length + unseen} 件交给谁` : '手上没有要交的；那以前再有的交给谁'}
      </View>
      <View className="chips">
        {choices.map((one) => (
          <Chip
            key={one.id ?? 'pool'}
            id={`hand-${one.id ?? 'pool'}`}
            on={handing.handTo === one.id}
            onPress={() => onChange({ handTo: one.id, hands: [] })}
          >
            {one.name}
          </Chip>
        ))}
      </View>
      {each && takers.length > 0 && matters.length > 1 && (
        <View className="cells mt8">
          {matters.map((matter) => (
            <View key={matter.id} className="cell">
              <View className="grow">
                <View className="b">{matter.label}</View>
                <View className="chips mt8">
                  {choices.map((one) => (
                    <Chip key={one.id ?? 'pool'} on={toOf(matter.id) === one.id} onPress={() => giveOne(matter.id, one.id)}>
                      {one.name}
                    </Chip>
                  ))}
                </View>
              </View>
            </View>
          ))}
        </View>
      )}
      {matters.length > 0 && (!each || takers.length === 0 || matters.length === 1) && (
        <View className="sub mt8">{matters.map((one) => one.label).join('、')}</View>
      )}
      {unseen > 0 && <View className="cap mt8">其中 {unseen} 件您看不到内容，一样交出去。</View>}
    </>
  );
}
