import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { Alike } from '../../../../shared/contract/followers.ts';
import { sayLength, sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useNow } from '../../kernel/clock.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { useSend } from '../../kernel/send.ts';
import type { Draft } from './draft.ts';

/** So long nothing is typed before it is asked. */
const REST_MILLISECONDS = 500;

/** What somebody reported of the same public place; none while it is not known, in danger, or once this report was said to be another matter. */
export function useAlike(draft: Draft, homeId: string) {
  const [found, setFound] = useState<Alike | null>(null);
  const [apart, setApart] = useState<readonly string[]>([]);
  const { place, category, where, dangerKind } = draft;
  const asks = place === 'public' && category !== '' && dangerKind === '' && homeId !== '';
  useEffect(() => {
    let isLatest = true;
    setFound(null);
    if (!asks) return undefined;
    const rest = setTimeout(() => {
      // Without an answer the report goes as any other.
      api.alike({ homeId, category, where }).then(
        ({ items }) => isLatest && setFound(items[0] ?? null),
        () => undefined,
      );
    }, REST_MILLISECONDS);
    return () => {
      isLatest = false;
      clearTimeout(rest);
    };
  }, [asks, homeId, category, where]);
  const shown = found && !apart.includes(found.id) ? found : null;
  return { alike: shown, reportApart: () => setApart((before) => (found ? [...before, found.id] : before)) };
}

/** 有人报过: follow that one, or report apart; nothing of who reported it. */
export function AlikeCard({ alike, onApart, onFollowed }: { alike: Alike; onApart: () => void; onFollowed: () => void }) {
  const now = useNow();
  const sending = useSend();
  const toIt = async () => {
    onFollowed();
    await Taro.redirectTo({ url: `/tickets/detail/index?id=${alike.id}` });
  };
  const follow = async () => {
    if (alike.following || (await sending.send({ id: alike.id }, api.follow))) await toIt();
  };
  const ago = sayLength(now.getTime() - new Date(alike.receivedAt).getTime()).replace(/ 分$/, ' 分钟');
  return (
    <View className="yours alike mt16" id="alike">
      <View className="row top">
        <Icon name="users" className="apricot-ink" />
        <View className="grow">
          <View className="lead b">
            {alike.following ? '您已经跟着这一件' : `${ago}前有人报过`}：{alike.title}
          </View>
          <View className="mt4">
            {alike.place}。{alike.next && <Dated text={`${sayMoment(new Date(alike.next.dueBy), now)} 前${alike.next.label}。`} />}
            {alike.following ? '' : '跟着这一件，修好了也告诉您。'}
          </View>
        </View>
      </View>
      <Refusal refused={sending.refused} kept="您点的、写的都还在" />
      <View className="mt12">
        <Button id="follow" look="main" busy={sending.busy} onPress={follow}>
          {alike.following ? '看看这一件' : '跟着这一件'}
        </Button>
        <Button id="report-apart" look="plain" onPress={onApart}>
          不是一回事，另外报
        </Button>
      </View>
      <Text className="cap">跟着看得到进展，看不到是谁报的</Text>
    </View>
  );
}
