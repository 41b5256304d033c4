import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import type { DrawDetail } from '../../../../shared/contract/draws.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { OPINIONS } from '../../../../shared/tickets/ratings.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { toTicket } from '../../kernel/go.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { Period } from '../Period.tsx';
import './draw.scss';

type Line = DrawDetail['lines'][number];

const STANDINGS: Record<Line['standing'], string> = {
  waiting: '没轮到',
  open: '还没问',
  asked: '问到了',
  unreached: '联系不上，换了下一件',
  gone: '这一件并掉了或撤回了，换了下一件',
};

/** What became of a line, and what was answered. */
const sayLine = ({ standing, result }: Line): string => `${STANDINGS[standing]}${result ? `：${OPINIONS[result]}` : ''}`;

/** What anybody needs to draw it again, as the script reads it. */
const toCopy = ({ seed, percent, finished, lines }: DrawDetail): string =>
  JSON.stringify({ seed, percent, finished, numbers: lines.map(({ number }) => number).sort() });

/** Why nobody chose, in words for whoever never drew a lot. */
function How({ draw }: { draw: DrawDetail }) {
  const copy = () => void Taro.setClipboardData({ data: toCopy(draw) });
  return (
    <View className="card mt8" id="draw-how">
      <View>一、这几天登记修好的报修，按编号排成一张名单；没有电话可打的不在里面。</View>
      <View className="mt8">二、名单定下来以后，电脑才抽一串随机的数（种子），写在这里，谁也改不了。</View>
      <View className="mt8">三、用这串数把名单打乱，排在前面的 {draw.size} 件先问；打几次都联系不上的，按次序换下一件，联系不上的还写在下面。</View>
      <View className="mt8">四、谁拿这串数和名单再抽一遍，次序都一样。打电话的是公司的人，没动过手，也挑不了。</View>
      <View className="label">种子</View>
      <View className="draw-seed" id="draw-seed">
        {draw.seed}
      </View>
      <Button id="copy-draw" look="line" icon="copy" onPress={copy}>
        复制种子和名单
      </Button>
    </View>
  );
}

function LineRow({ line }: { line: Line }) {
  const shown = (
    <>
      <Text className="n">{line.place}</Text>
      <View className="grow">
        <View className={line.drawn ? 'b nw' : 'nw'}>{line.number}</View>
        <Text className={line.standing === 'unreached' ? 'sub red' : 'sub'}>{sayLine(line)}</Text>
      </View>
    </>
  );
  const { ticketId } = line;
  if (ticketId === null) return <View className="cell">{shown}</View>;
  return (
    <Press id={`drawn-${ticketId}`} className="cell" role="link" onPress={() => toTicket(ticketId, true)}>
      {shown}
      <Icon name="right" />
    </Press>
  );
}

/** One draw: what it was made of, how, and what became of everybody in its order (V1, V2, Z6, Z13). */
export default function DrawPage() {
  const { id = '' } = useRouter().params;
  const now = useNow();
  const asked = useAsked(() => api.draw({ id }), id);
  return (
    <Screen>
      <Shown asked={asked}>
        {(draw) => (
          <>
            <View className="lead">
              {draw.officeName}　{draw.label}
            </View>
            <View className="sub">
              <Period from={draw.from} until={draw.until} now={now} />，<Dated text={sayMoment(new Date(draw.drawnAt), now)} /> 抽的
            </View>
            <View className="mt8 b" id="draw-says">
              {draw.says}
            </View>
            <View className="sub">
              问到 {draw.asked} 件，满意、基本满意 {draw.satisfied} 件；还没问 {draw.open} 件；联系不上 {draw.unreached} 件
              {draw.gone > 0 && `；并掉或撤回 ${draw.gone} 件`}
            </View>
            <View className="sec">怎么抽的</View>
            <How draw={draw} />
            {draw.lines.length > 0 && (
              <View className="sec">
                抽出来的次序<Text className="cap end">粗的是先问的</Text>
              </View>
            )}
            <View className="cells" id="draw-lines">
              {draw.lines.map((line) => (
                <LineRow key={line.place} line={line} />
              ))}
            </View>
          </>
        )}
      </Shown>
    </Screen>
  );
}
