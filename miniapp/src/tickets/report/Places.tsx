import { Input, Text, View } from '@tarojs/components';
import type { Home } from '../../../../shared/contract/session.ts';
import { categoriesFor } from '../../../../shared/repairs/categories.ts';
import { Chip, Pick } from '../../kernel/parts/Choice.tsx';
import { FacilityChips } from '../../kernel/parts/FacilityChips.tsx';
import type { Viewer } from '../../kernel/session.ts';
import type { Draft } from './draft.ts';

interface Props {
  viewer: Viewer;
  home: Home | undefined;
  draft: Draft;
  wrong: boolean;
  onWrite: (part: Partial<Draft>) => void;
}

/** 我家里 or 公共地方; which home where there are several, and where exactly outside. */
export function Places({ viewer, home, draft, wrong, onWrite }: Props) {
  const { homes } = viewer.session;
  const choose = (place: Draft['place']) => {
    const stays = categoriesFor(place).some((one) => one.code === draft.category);
    onWrite({ place, ...(stays ? {} : { category: '', worse: false }) });
  };
  return (
    <>
      <View className="places mt12">
        <Pick id="place-home" on={draft.place === 'home'} title="我家里" note={home?.label ?? '还没有登记房屋'} onPress={() => choose('home')} />
        <Pick id="place-public" on={draft.place === 'public'} title="公共地方" note="电梯、楼道、路" onPress={() => choose('public')} />
      </View>
      {homes.length > 1 && (
        <View className="chips mt8">
          {homes.map((one) => (
            <Chip key={one.id} id={`home-${one.id}`} on={one.id === home?.id} onPress={() => onWrite({ homeId: one.id })}>
              {one.label}
            </Chip>
          ))}
        </View>
      )}
      {draft.place === 'public' && (
        <>
          <View className={`label ${wrong ? 'wrong' : ''}`}>
            在哪里<Text className="cap">比如 3栋2单元电梯</Text>
          </View>
          <View className={`area ${wrong ? 'wrong' : ''}`}>
            <Input
              id="where"
              className="line-input"
              value={draft.where}
              maxlength={40}
              placeholder="写清楚，师傅好找"
              placeholderClass="ph"
              onInput={(event) => onWrite({ where: event.detail.value })}
            />
          </View>
          <FacilityChips officeId={home?.officeId ?? ''} words={draft.where} onChoose={(where) => onWrite({ where })} />
        </>
      )}
    </>
  );
}
