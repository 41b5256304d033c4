import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { facilityRoutes } from '../../../../shared/contract/facilities.ts';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { sayMoney } from '../../../../shared/kernel/money.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useDraft, useDraftChoice } from '../../kernel/draft.ts';
import { goBack } from '../../kernel/go.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { useSend } from '../../kernel/send.ts';
import { type Draft, linesOf, sumOf } from '../quote/lines.ts';
import { Spent } from './Spent.tsx';

/** 没修好 began another round: the one before it keeps its own record. */
function WhichRound({ ticket }: { ticket: TicketDetail }) {
  const { round, spendingRound } = ticket;
  if (spendingRound === round) return null;
  return (
    <View id="which-round" className="strip yours-strip mt8">
      <View className="grow">记的是第 {spendingRound} 次修的；这一次用的，修好以后另记</View>
    </View>
  );
}

/** 记用工用料: what a round of a public repair took; written again it counts anew, and what was written before stays (R7). */
export default function SpendPage() {
  const { id = '' } = useRouter().params;
  const asked = useAsked(() => api.ticket({ id }), id);
  const [lines, keep, forget] = useDraftChoice<Draft[]>(`spent.${id}`, []);
  const [why, write, forgetWhy] = useDraft(`spent-why.${id}`);
  const { send, busy, refused, forgive } = useSend();
  const { params, body } = facilityRoutes.spend;
  const submit = async () => {
    if (!(await send({ id, lines: linesOf(lines), why }, api.spend, params.extend(body.shape)))) return;
    forget();
    forgetWhy();
    void Taro.showToast({ title: '记好了', icon: 'none', duration: 2_000 });
    goBack();
  };
  const change = (next: Draft[]) => {
    if (refused) forgive();
    keep(next);
  };
  const foot = (
    <>
      <View className="foot-line">{lines.length === 0 ? '没有用料、没有另算工，也记一笔' : `一共 ${sayMoney(sumOf(lines))}`}</View>
      <Button id="submit" look="main" busy={busy} onPress={submit}>
        {lines.length === 0 ? '没有花费，记下' : '记下'}
      </Button>
    </>
  );
  return (
    <Screen foot={foot}>
      <Shown asked={asked}>
        {(ticket) => (
          <>
            <View className="title">{ticket.facility?.name ?? ticket.where}</View>
            <Refusal refused={refused} />
            <WhichRound ticket={ticket} />
            {ticket.spending && (
              <View className="strip quiet mt8">
                <View className="grow">
                  {ticket.spending.byName}写过 {sayMoney(ticket.spending.totalFen)}；再写一次按新的算，写过的留着
                </View>
              </View>
            )}
            <Spent officeId={ticket.officeId} lines={lines} onChange={change} />
            {ticket.spending && (
              <>
                <View className="label">为什么再写一次</View>
                <Area id="why" words={why} hint="给同事看的，可以不写" max={200} onWrite={write} />
              </>
            )}
          </>
        )}
      </Shown>
    </Screen>
  );
}
