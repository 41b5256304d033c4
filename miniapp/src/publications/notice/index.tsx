import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Publication } from '../../../../shared/contract/publications.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
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
import { useNavigationBarTitle } from '../../kernel/title.ts';
import { NoticeParts, StandTag } from '../NoticeParts.tsx';
import { Decide } from './Decide.tsx';
import { WithdrawSheet } from './WithdrawSheet.tsx';

type Found = Publication & { now: string };

/** Every time it went out, newest first: what it said then, and why it was put right. */
function History({ found, now }: { found: Found; now: Date }) {
  const earlier = [...found.issues].reverse();
  if (earlier.length === 0) return null;
  return (
    <>
      <View className="sec">发出过的</View>
      <View className="cells" id="issues">
        {earlier.map((issue, index) => (
          <View key={issue.round} className="cell">
            <View className="grow">
              <View className="b">
                <Dated text={sayMoment(new Date(issue.issuedAt), now)} /> {issue.label}
              </View>
              {issue.why && <View className="said">{issue.why}</View>}
              {index > 0 && issue.what !== 'withdrawal' && <NoticeParts notice={issue} now={now} />}
              {issue.approverName && (
                <Text className="cap">
                  {issue.byName}写，{issue.approverName}批准 · 发给 {issue.homes} 户、{issue.people} 人
                </Text>
              )}
            </View>
          </View>
        ))}
      </View>
    </>
  );
}

function Pending({ found, now }: { found: Found; now: Date }) {
  const { pending } = found;
  if (!pending) return null;
  return (
    <View className="card mt12" id="pending">
      <View className="row tight wrap">
        <Text className="b grow">{pending.label}：还没发出</Text>
        <StandTag stand={found.stand} asStaff />
      </View>
      {pending.reason && <View className="strip yours-strip mt8">退回的原因：{pending.reason}</View>}
      {pending.why && <View className="said mt8">原因：{pending.why}</View>}
      {found.issues.length > 0 && pending.what !== 'withdrawal' && <View className="title mt8">{pending.work}</View>}
      {found.issues.length > 0 && pending.what !== 'withdrawal' && <NoticeParts notice={pending} now={now} />}
      <View className="cap mt8">
        {pending.authorName} <Dated text={sayMoment(new Date(pending.at), now)} /> 送审
        {found.stand === 'waiting' && pending.dueBy && `，${sayMoment(new Date(pending.dueBy), now)} 前要审好`}
      </View>
    </View>
  );
}

function Foot({ found, onWithdraw, onDone }: { found: Found; onWithdraw: () => void; onDone: () => Promise<void> }) {
  const { pending, issues } = found;
  if (found.mayDecide && pending)
    return <Decide key={pending.round} pending={pending} officeId={found.officeId} publicationId={found.id} onDone={onDone} />;
  if (!found.mayWrite) return null;
  return (
    <View className="btns">
      {issues.length > 0 && (
        <Button id="withdraw" onPress={onWithdraw}>
          撤回
        </Button>
      )}
      <Button id="correct" look="main" size="wide" onPress={() => Taro.navigateTo({ url: `/publications/write/index?id=${found.id}` })}>
        {issues.length > 0 ? '更正' : '改好再送'}
      </Button>
    </View>
  );
}

/** 小区通知, to whoever writes and decides 工程通知: one work notice, what holds now, what it was before, and for colleagues what waits and for whom (R7, P2). */
export default function NoticePage() {
  const { id = '' } = useRouter().params;
  const now = useNow();
  const asked = useAsked(() => api.publication({ id }), id);
  const found = asked.value;
  const [withdrawing, withdraw] = useState(false);
  useNavigationBarTitle(found && (found.mayWrite || found.mayDecide || found.pending) ? '工程通知' : null);
  const hasFoot = found && ((found.mayDecide && found.pending) || found.mayWrite);
  return (
    <Screen foot={hasFoot && <Foot found={found} onWithdraw={() => withdraw(true)} onDone={asked.again} />}>
      <Shown asked={asked}>
        {(one) => (
          <>
            {one.stand === 'withdrawn' && <View className="strip yours-strip">这一张撤回了，不照它办</View>}
            {one.current && (
              <View className="card mt8">
                <View className="row tight wrap">
                  <Text className="title grow">{one.current.work}</Text>
                  <StandTag stand={one.stand} asStaff={one.pending !== null} />
                </View>
                <NoticeParts notice={one.current} now={now} />
                <View className="cap mt8">{one.officeName}</View>
              </View>
            )}
            <Pending found={one} now={now} />
            {one.ticket && (
              <View className="cells mt12">
                <Press id="about-ticket" className="cell" role="link" onPress={() => one.ticket && toTicket(one.ticket.id, true)}>
                  <View className="grow">
                    说的是 <Text className="nw">{one.ticket.number}</Text>
                  </View>
                  <Icon name="right" />
                </Press>
              </View>
            )}
            <History found={one} now={now} />
          </>
        )}
      </Shown>
      {withdrawing && <WithdrawSheet id={id} onDone={asked.again} onClose={() => withdraw(false)} />}
    </Screen>
  );
}
