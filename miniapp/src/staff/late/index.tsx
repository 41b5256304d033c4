import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type CSSProperties, useState } from 'react';
import type { KindAsked, Late } from '../../../../shared/contract/boards.ts';
import { sayDay } from '../../../../shared/kernel/time.ts';
import { FIGURES, type Figure, LOOK_BACK_DAYS } from '../../../../shared/tickets/timeliness.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Segments } from '../../kernel/parts/Segments.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { StandStill } from '../../kernel/parts/StandStill.tsx';
import { AnalysisRow } from '../AnalysisRow.tsx';
import { KindChips, useKind } from '../KindChips.tsx';
import { LateRow } from './LateRow.tsx';
import './late.scss';

type Days = `${(typeof LOOK_BACK_DAYS)[number]}`;

const SPANS = LOOK_BACK_DAYS.map((days) => ({ name: String(days) as Days, label: `${days} 天`, id: `days-${days}` }));
const SHOWN: readonly Figure[] = ['kept', 'agreed', 'missed', 'extended'];

interface Span {
  days: Days;
  kind: KindAsked;
}

const toBehind = (figure: Figure, { days, kind }: Span, cause = '') =>
  Taro.navigateTo({ url: `/staff/behind/index?figure=${figure}&days=${days}&kind=${kind}&cause=${cause}` });

const sayShare = (percent: number | null) => (percent === null ? '–' : `${percent}%`);

function Figures({ found, span }: { found: Late; span: Span }) {
  return (
    <View className="cells late-figures">
      {SHOWN.map((figure) => (
        <Press key={figure} id={`figure-${figure}`} className="cell" onPress={() => toBehind(figure, span)}>
          <View className={`grow ${figure === 'missed' ? 'red' : ''}`}>{FIGURES[figure]}</View>
          {figure !== 'extended' && <Text className="sub">{sayShare(found.figures[figure]?.percent ?? null)}</Text>}
          <Text className="n">{found.figures[figure]?.count ?? 0}</Text>
          <Icon name="right" />
        </Press>
      ))}
    </View>
  );
}

function Causes({ found, span }: { found: Late; span: Span }) {
  const most = Math.max(1, ...found.causes.map((one) => one.count));
  return (
    <View className="cells">
      {found.causes.map((one) => (
        <Press key={one.cause} id={`cause-${one.cause}`} className="cell" onPress={() => toBehind('missed', span, one.cause)}>
          <View className="grow">
            <View className={one.cause === 'not_said' ? 'red' : ''}>{one.label}</View>
            <View className="late-bar mt4">
              <View className="late-bar-done" style={{ width: `${(one.count / most) * 100}%` } as CSSProperties} />
            </View>
          </View>
          <Text className="b nw">{one.count} 件</Text>
          <Icon name="right" />
        </Press>
      ))}
    </View>
  );
}

function Labels({ found }: { found: Late }) {
  return (
    <View className="cells">
      {found.labels.map((one) => (
        <View key={`${one.label} ${one.clause}`} className="cell">
          <View className="grow">
            {one.label}
            <Text className="cap">　{one.clause}</Text>
          </View>
          <View>
            <View>
              最初 {one.kept} · 约好 {one.agreed} · <Text className={one.missed > 0 ? 'red' : ''}>超时 {one.missed}</Text>
            </View>
            <Text className="cap">{one.percent === null ? '不到 10 件，只看件数' : `按最初的时间 ${one.percent}%`}</Text>
          </View>
        </View>
      ))}
    </View>
  );
}

/** 守诺情况: what is late now, the three figures apart, and why (Z2). Every figure opens what is behind it. */
export default function LatePage() {
  const now = useNow();
  const [days, setDays] = useState<Days>('30');
  const [kind, choose] = useKind('late');
  const span = { days, kind };
  const asked = useAsked(() => api.late(span), `${days} ${kind}`);
  return (
    <Screen>
      <StandStill />
      <Segments items={SPANS} chosen={days} onChoose={setDays} />
      <KindChips chosen={kind} onChoose={choose} />
      <AnalysisRow />
      <Shown asked={asked}>
        {(found) => (
          <>
            <View className="sub mt8">
              {found.places.join('、')}　{sayDay(new Date(found.from), now)}至今，到期的 {found.judged} 项
            </View>
            <View className={`sec ${found.lateNow.length > 0 ? 'red' : ''}`}>
              现在超时 {found.figures.open?.count ?? 0} 项<Text className="cap end">越久越靠前</Text>
            </View>
            <View className="cells" id="late-now">
              {found.lateNow.map((line) => (
                <LateRow key={`${line.ticketId} ${line.label} ${line.dueBy}`} line={line} now={now} />
              ))}
            </View>
            {found.lateNow.length === 0 && <View className="strip quiet">现在没有超时的</View>}
            {(found.figures.open?.count ?? 0) > found.lateNow.length && (
              <Press id="figure-open" className="link" onPress={() => toBehind('open', span)}>
                看全部
              </Press>
            )}
            <View className="sec">
              三个数分开看
              <Text className="cap end">数字都能点开</Text>
            </View>
            <Figures found={found} span={span} />
            {found.causes.length > 0 && <View className="sec">{found.figures.missed?.count ?? 0} 项为什么迟</View>}
            <Causes found={found} span={span} />
            {found.labels.length > 0 && <View className="sec">分项</View>}
            <Labels found={found} />
          </>
        )}
      </Shown>
    </Screen>
  );
}
