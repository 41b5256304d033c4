import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { DrawCard, DrawFigures } from '../../../../shared/contract/draws.ts';
import { api } from '../../kernel/api.ts';
import { useNow } from '../../kernel/clock.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { Period } from '../Period.tsx';

/** How the calls went, estate by estate: who was asked, who was content, who was out of reach. */
function Figures({ figures }: { figures: readonly DrawFigures[] }) {
  return (
    <>
      <View className="sec">近 90 天，各小区</View>
      <View className="cells" id="draw-figures">
        {figures.map((one) => (
          <View key={`${one.officeName}${one.label}`} className="cell">
            <View className="grow">
              <View className="b">{one.officeName}</View>
              <View className="cap">{one.label}</View>
              <View className="sub">
                问到 {one.asked} 户，满意、基本满意 {one.satisfied} 户{one.unreached > 0 && `，联系不上 ${one.unreached} 户`}
                {one.open > 0 && `，还没问 ${one.open} 户`}
              </View>
            </View>
          </View>
        ))}
      </View>
    </>
  );
}

function DrawRow({ draw, now }: { draw: DrawCard; now: Date }) {
  return (
    <Press id={`draw-${draw.id}`} className="cell" role="link" onPress={() => Taro.navigateTo({ url: `/visits/draw/index?id=${draw.id}` })}>
      <View className="grow">
        <View className="b">
          {draw.officeName}　{draw.label}
        </View>
        <View className="sub">
          <Period from={draw.from} until={draw.until} now={now} />
        </View>
        <View className="cap">{draw.says}</View>
        {draw.size > 0 && (
          <View className="sub">
            问到 {draw.asked}
            {draw.open > 0 && ` · 还没问 ${draw.open}`}
            {draw.unreached > 0 && ` · 联系不上 ${draw.unreached}`}
          </View>
        )}
      </View>
      <Text className="cap">{draw.clause}</Text>
      <Icon name="right" />
    </Press>
  );
}

/** 抽样: what the company drew every week and month, and what came of it (V1, V2, Z6). */
export function Draws() {
  const now = useNow();
  const paged = usePages((after) => api.draws(after ? { after } : {}), 'draws');
  return (
    <Shown asked={paged}>
      {({ items, figures }) => (
        <View className="mt12">
          {items.length === 0 && (
            <Blank icon="check" title="还没有抽过" note="每周一抽上一周修好的，每月 1 日抽上个月的；新的小区从第一个整周、整月算起。" />
          )}
          {figures.length > 0 && <Figures figures={figures} />}
          {items.length > 0 && <View className="sec">每一次抽样</View>}
          <View className="cells">
            {items.map((draw) => (
              <DrawRow key={draw.id} draw={draw} now={now} />
            ))}
          </View>
          <More paged={paged} />
        </View>
      )}
    </Shown>
  );
}
