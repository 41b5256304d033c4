import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import type { Publication } from '../../../../shared/contract/publications.ts';
import { saySpan } from '../../../../shared/publications/work-notices.ts';
import { api } from '../../kernel/api.ts';
import { useNow } from '../../kernel/clock.ts';
import { toNotice } from '../../kernel/go.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { useNavigationBarTitle } from '../../kernel/title.ts';
import { StandTag } from '../NoticeParts.tsx';

function Row({ one, asStaff, now }: { one: Publication; asStaff: boolean; now: Date }) {
  const shown = one.current;
  if (!shown) return null;
  return (
    <Press id={`notice-${one.id}`} className="cell" role="link" onPress={() => toNotice(one.id)}>
      <View className="grow">
        <View className="row tight wrap">
          <Text className="b">{shown.work}</Text>
          <StandTag stand={one.stand} asStaff={asStaff} />
        </View>
        <View className="sub">{saySpan(new Date(shown.from), new Date(shown.until), now)}</View>
        <Text className="cap">
          {shown.place} · {shown.effect}
        </Text>
      </View>
      <Icon name="right" />
    </Press>
  );
}

/** 小区通知, to colleagues 工程通知: what will be done in public places, newest first; for them with what waits, and the way to write one (R7). */
export default function NoticesPage() {
  const { as = 'resident' } = useRouter().params;
  const now = useNow();
  const asStaff = as === 'staff';
  const look = { as: asStaff ? ('staff' as const) : ('resident' as const) };
  const paged = usePages((after) => api.publications(after ? { ...look, after } : look), as);
  useNavigationBarTitle(asStaff ? '工程通知' : null);
  const office = paged.value?.writes[0];
  const foot = office && (
    <Button id="write-notice" look="main" onPress={() => Taro.navigateTo({ url: `/publications/write/index?officeId=${office.id}` })}>
      写一张工程通知
    </Button>
  );
  return (
    <Screen foot={foot}>
      <Shown asked={paged}>
        {({ items }) => (
          <>
            {items.length === 0 && (
              <Blank title="还没有通知" note={asStaff ? '公共地方要施工，先写一张，主任批准了才发。' : '公共地方要施工、要停水停电，会写在这里。'} />
            )}
            <View className="cells">
              {items.map((one) => (
                <Row key={one.id} one={one} asStaff={asStaff} now={now} />
              ))}
            </View>
            <More paged={paged} />
          </>
        )}
      </Shown>
    </Screen>
  );
}
