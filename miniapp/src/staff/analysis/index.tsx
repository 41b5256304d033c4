import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { sayMonth } from '../../../../shared/analysis/months.ts';
import type { Analysis, AnalysisBar } from '../../../../shared/contract/analysis.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { StandStill } from '../../kernel/parts/StandStill.tsx';
import { Actions, ChooseEstate, useMayAnswer } from './Actions.tsx';
import { Bars } from './Bars.tsx';
import { Behind } from './Behind.tsx';
import { type Figure, figureIn, toAction, toFigure } from './figures.ts';
import { Heat } from './Heat.tsx';
import { Repeats } from './Repeats.tsx';
import './analysis.scss';

/** ‹ 3月 ›; a month that has not begun is not to be had. */
function MonthPicker({ found, now, onTurn }: { found: Analysis; now: Date; onTurn: (month: string) => void }) {
  const { next } = found;
  return (
    <View className="analysis-month">
      <Press id="month-before" className="turn" label="上个月" onPress={() => onTurn(found.previous)}>
        <Icon name="left" />
      </Press>
      <Text className="name" id="month-name">
        {sayMonth(found.month, now)}
      </Text>
      <Press id="month-after" className="turn" label="下个月" off={next === null} onPress={() => next && onTurn(next)}>
        <Icon name="right" />
      </Press>
    </View>
  );
}

function Estates({ found, onChoose }: { found: Analysis; onChoose: (officeId: string) => void }) {
  if (found.offices.length < 2) return null;
  return (
    <View className="chips mt8">
      <Chip id="estate-all" on={found.officeId === null} onPress={() => onChoose('')}>
        所有小区
      </Chip>
      {found.offices.map(({ id, name }) => (
        <Chip key={id} id={`estate-${id}`} on={found.officeId === id} onPress={() => onChoose(id)}>
          {name}
        </Chip>
      ))}
    </View>
  );
}

function Figures({ found }: { found: Analysis }) {
  const only = found.officeId ?? (found.offices.length === 1 ? found.offices[0]!.id : null);
  const asked: Figure = { month: found.month, ...(only ? { officeId: only } : {}) };
  const opens = (by: 'kind' | 'field' | 'category' | 'cause' | 'level') => (bar: AnalysisBar) =>
    toFigure({ ...asked, ...(by === 'category' ? { kind: 'repair' } : {}), [by]: bar.name } as Figure, bar.label);
  return (
    <>
      <View className="sec">
        {found.onlyComplaints ? '只数投诉' : '收到的'}
        <Text className="cap end">数字都能点开</Text>
      </View>
      <View className="cells">
        <Press id="figure-total" className="cell" role="link" onPress={() => toFigure(asked, '这个月收到的')}>
          <View className="grow">
            一共<View className="cap">撤回的、并到一起的也算</View>
          </View>
          <Text className="b nw">{found.total} 件</Text>
          <Icon name="right" />
        </Press>
      </View>
      {found.total === 0 ? (
        <Blank icon="check" title="这个月还没有收到什么" />
      ) : (
        <>
          <Bars
            id="kind"
            title="按种类"
            note={found.kinds[0]?.percent === null ? '不到 10 件，只看件数' : ''}
            bars={found.kinds}
            onOpen={opens('kind')}
          />
          <Bars id="field" title="按哪一块" bars={found.fields} onOpen={opens('field')} />
          <Bars id="category" title="报修，按类别" bars={found.categories} onOpen={opens('category')} />
          <Bars id="cause" title="迟了的，为什么" bars={found.causes} onOpen={opens('cause')} />
          <Bars id="level" title="投诉，到哪一级处理" bars={found.levels} onOpen={opens('level')} />
          <Heat found={found} asked={asked} />
          <Repeats found={found} asked={asked} />
        </>
      )}
    </>
  );
}

/** @param begins the month and the estate it opens with, where somebody was sent to them */
function Month({ begins }: { begins: Figure }) {
  const now = useNow();
  const [month, turn] = useState(begins.month ?? '');
  const [office, choose] = useState(begins.officeId ?? '');
  const asks = { ...(month ? { month } : {}), ...(office ? { officeId: office } : {}) };
  const asked = useAsked(() => api.analysis(asks), `analysis ${month} ${office}`);
  return (
    <Shown asked={asked}>
      {(found) => (
        <>
          <MonthPicker found={found} now={now} onTurn={turn} />
          <Estates found={found} onChoose={choose} />
          <Figures found={found} />
          <Actions month={found.month} officeId={found.officeId} isAll={found.officeId === null && found.offices.length > 1} />
        </>
      )}
    </Shown>
  );
}

/** 月度分析: what a month brought, by kind, field, category, cause and place, and what came again (C9). Every figure opens its tickets. */
export default function AnalysisPage() {
  const { params } = useRouter();
  const figure = figureIn(params);
  // Which level a complaint went to is nobody's cause.
  const mayAnswer = useMayAnswer(params.what && !params.level ? figure.month : undefined, figure.officeId);
  return (
    <Screen
      foot={
        mayAnswer && (
          <Button id="give-action" look="main" onPress={() => toAction(figure)}>
            针对这些定纠正措施
          </Button>
        )
      }
    >
      <StandStill />
      {params.what ? (
        <>
          <View className="sec">{decodeURIComponent(params.what)}</View>
          {!figure.officeId && !params.level && <ChooseEstate figure={figure} what={decodeURIComponent(params.what)} />}
          <View className="mt12">
            <Behind figure={figure} />
          </View>
        </>
      ) : (
        <Month begins={figure} />
      )}
    </Screen>
  );
}
