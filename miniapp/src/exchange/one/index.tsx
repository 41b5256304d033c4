import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { ExchangeDetail, NoticeView } from '../../../../shared/contract/exchanges.ts';
import { sayOutside } from '../../../../shared/exchange/kinds.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { Papers } from '../../errands/Papers.tsx';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { toErrand } from '../../kernel/go.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { StandStill } from '../../kernel/parts/StandStill.tsx';
import { useNavigationBarTitle } from '../../kernel/title.ts';
import { toAmending } from '../go.ts';
import { GivingOut } from './GivingOut.tsx';
import { SettingAside } from './SettingAside.tsx';

/** What it says, from whom, and in which book it stands. */
function Facts({ one, now }: { one: ExchangeDetail; now: Date }) {
  return (
    <View className="card mt8">
      <View className="row tight wrap">
        <Text className={`tag ${one.outside ? 'ours' : ''}`}>
          {sayOutside(one.outside)}
          {one.label}
        </Text>
        {one.departmentLabel && <Text className="cap">{one.departmentLabel}</Text>}
      </View>
      <View className="lead mt8">{one.title}</View>
      <View className="said mt8" id="exchange-words">
        {one.words}
      </View>
      {one.holdsFrom && <View className="sub mt8">从 {one.holdsFrom} 起</View>}
      {one.outcome && <View className="sub mt8">后来：{one.outcome}</View>}
      <View className="cap mt8">
        {one.source} · <Dated text={`${sayMoment(new Date(one.receivedAt), now)} 收到`} />
      </View>
      <View className="cap">
        {one.officeName} · {one.authorName}登记 · {one.book}
      </View>
    </View>
  );
}

/** How it stands at the quality department (D8). */
function Handling({ one, now }: { one: ExchangeDetail; now: Date }) {
  const { handling } = one;
  if (!handling) return null;
  const until = handling.dueBy ? `，${sayMoment(new Date(handling.dueBy), now)} 前` : '';
  return (
    <View className={`strip mt12 ${handling.late ? 'danger' : 'quiet'}`} id="handling">
      <View className="grow">
        <Dated text={`${handling.late ? '已超时：' : ''}${handling.standing}${until}`} />
        {handling.words && <View className="said">{handling.words}</View>}
      </View>
    </View>
  );
}

function Unit({ notice, now }: { notice: NoticeView; now: Date }) {
  return (
    <Press id={`notice-${notice.errandId}`} className="cell" role="link" onPress={() => toErrand(notice.errandId)}>
      <View className="grow">
        <View className="b">
          {notice.department} {notice.holderName}
        </View>
        <View className={`sub ${notice.late ? 'red' : ''}`}>
          <Dated text={`${notice.late ? '已超时 · ' : ''}${notice.standing}`} />
        </View>
        {notice.words && <View className="said">{notice.words}</View>}
        <View className="cap">
          {notice.officeName}
          {notice.answeredAt && <Dated text={` · ${sayMoment(new Date(notice.answeredAt), now)}`} />}
        </View>
      </View>
      <Icon name="right" />
    </Press>
  );
}

/** Earlier versions, newest first: what was written before stays. */
function Versions({ one, now }: { one: ExchangeDetail; now: Date }) {
  const before = one.versions.slice(0, -1).reverse();
  if (before.length === 0) return null;
  return (
    <>
      <View className="sec">以前写的</View>
      <View className="cells" id="versions">
        {before.map((line) => (
          <View key={line.version} className="cell">
            <View className="grow">
              <View className="b">{line.title}</View>
              <View className="said">{line.words}</View>
              {line.outcome && <View className="sub">后来：{line.outcome}</View>}
              <View className="cap">
                {line.byName} <Dated text={sayMoment(new Date(line.at), now)} />
              </View>
            </View>
          </View>
        ))}
      </View>
    </>
  );
}

/** 一条信息: what it says, whom it was given out to and what each did (D6, D8). */
export default function ExchangePage() {
  const { id = '' } = useRouter().params;
  const now = useNow();
  const asked = useAsked(() => api.exchange({ id }), `exchange ${id}`);
  const [open, choose] = useState<'distribute' | 'setAside' | null>(null);
  const one = asked.value;
  useNavigationBarTitle(one?.label);
  const actions = one?.handling?.actions ?? [];
  const done = () => {
    choose(null);
    void asked.again();
  };
  return (
    <Screen
      foot={
        (actions.length > 0 || one?.mayAmend) && (
          <View className="btns">
            {one?.mayAmend && (
              <Button id="amend" onPress={() => toAmending(id)}>
                {one.outside ? '更正' : '补记、更正'}
              </Button>
            )}
            {actions.includes('setAside') && (
              <Button id="set-aside" onPress={() => choose('setAside')}>
                不用传达
              </Button>
            )}
            {actions.includes('distribute') && (
              <Button id="distribute" look="main" size="wide" onPress={() => choose('distribute')}>
                {one && one.notices.length > 0 ? '再传达给' : '传达给各部门'}
              </Button>
            )}
          </View>
        )
      }
    >
      <StandStill />
      <Shown asked={asked}>
        {(found) => (
          <>
            <Facts one={found} now={now} />
            <Papers id={id} as="exchange" photos={found.photos} mayAdd={found.mayAmend} onArrived={asked.again} />
            <Handling one={found} now={now} />
            {found.notices.length > 0 && (
              <>
                <View className="sec">
                  传达给<Text className="cap end">{found.notices.length} 个部门</Text>
                </View>
                <View className="cells" id="notices">
                  {found.notices.map((notice) => (
                    <Unit key={notice.errandId} notice={notice} now={now} />
                  ))}
                </View>
              </>
            )}
            <Versions one={found} now={now} />
          </>
        )}
      </Shown>
      {open === 'distribute' && <GivingOut id={id} now={now} onDone={done} onClose={() => choose(null)} />}
      {open === 'setAside' && <SettingAside id={id} onDone={done} onClose={() => choose(null)} />}
    </Screen>
  );
}
