import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { SurveyHomeLine } from '../../../../shared/contract/survey-paper.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { Chips } from '../../kernel/parts/Choice.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { SearchField } from '../../kernel/parts/SearchField.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import type { Paper } from './work.ts';

const STANDS: Record<SurveyHomeLine['stand'], string> = { open: '还没交', answered: '已计入', ticked: '您勾的', yours: '您今天勾的' };

interface LineProps {
  home: SurveyHomeLine;
  /** Whether anything can be done with it now. */
  isOpen: boolean;
  onPress: () => void;
}

function Line({ home, isOpen, onPress }: LineProps) {
  const inside = (
    <>
      <Text className="grow">{home.label}</Text>
      <Text className={home.stand === 'open' ? 'sub nw' : 'tag ours nw'}>{STANDS[home.stand]}</Text>
    </>
  );
  if (!isOpen) return <View className="cell">{inside}</View>;
  return (
    <Press id={`home-${home.id}`} className="cell" label={`${home.label} ${STANDS[home.stand]}`} onPress={onPress}>
      {inside}
      <Icon name="right" />
    </Press>
  );
}

interface Props {
  id: string;
  paper: Paper;
  /** What has changed since: the homes are asked for again. */
  turn: number;
  onChoose: (home: SurveyHomeLine) => void;
}

/** Building by building, door by door: whose sheet is out, and whose came back. */
export function Homes({ id, paper, turn, onChoose }: Props) {
  const { buildings, actions } = paper;
  const [chosen, choose] = useState<string | null>(null);
  const [words, write] = useState('');
  const building = chosen ?? String((buildings.find(({ left }) => left > 0) ?? buildings[0])?.building ?? '');
  const asked = useAsked(building ? () => api.surveyHomes({ id, building: Number(building) }) : null, `homes ${id} ${building} ${turn}`);
  const may = (home: SurveyHomeLine) => (home.stand === 'yours' ? actions.includes('takeBackTick') : home.stand === 'open' && actions.length > 0);
  return (
    <>
      <View className="sec">
        哪一户的表交回来了<Text className="cap end">点一户勾上</Text>
      </View>
      <Chips
        id="building"
        items={buildings.map((one) => ({
          name: String(one.building),
          label: one.left > 0 ? `${one.building}栋 差${one.left}` : `${one.building}栋 齐了`,
        }))}
        chosen={building}
        onChoose={choose}
      />
      <View className="mt12">
        <SearchField id="find-home" words={words} hint="房号，例如 502" onWrite={write} />
      </View>
      <Shown asked={asked}>
        {({ items }) => {
          const found = items.filter(({ label }) => label.includes(words.trim()));
          return (
            <View className="cells mt12" id="homes">
              {found.length === 0 && <View className="cell sub">这一栋没有找到</View>}
              {found.map((home) => (
                <Line key={home.id} home={home} isOpen={may(home)} onPress={() => onChoose(home)} />
              ))}
            </View>
          );
        }}
      </Shown>
    </>
  );
}
