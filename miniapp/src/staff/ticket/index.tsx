import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { DemoForward } from '#demo';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { useActionsAhead } from '../../kernel/job.ts';
import { useLooking } from '../../kernel/looking.ts';
import { Bubble } from '../../kernel/parts/Bubble.tsx';
import { History } from '../../kernel/parts/History.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Segments } from '../../kernel/parts/Segments.tsx';
import { Shots } from '../../kernel/parts/Shots.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { StandStill } from '../../kernel/parts/StandStill.tsx';
import { Waited } from '../../kernel/parts/Waited.tsx';
import { useArrival } from '../../kernel/queue.ts';
import { mayKeepAnswers } from '../../kernel/session.ts';
import { useNavigationBarTitle } from '../../kernel/title.ts';
import { Beaten } from './Beaten.tsx';
import { ComplaintFacts } from './ComplaintFacts.tsx';
import { Facts } from './Facts.tsx';
import { Ledger } from './Ledger.tsx';
import { NextSheet } from './NextSheet.tsx';
import { PublicFacts } from './PublicFacts.tsx';
import { QuoteFacts } from './QuoteFacts.tsx';
import { Talk } from './Talk.tsx';
import { WorkFoot } from './WorkFoot.tsx';
import { WorkForm } from './WorkForm.tsx';
import { useWork } from './work.ts';

/** One ticket for those who work on it: what to do, what was said, what happened. */
export default function StaffTicketPage() {
  const { id = '' } = useRouter().params;
  const now = useNow();
  const [tab, setTab] = useState<'do' | 'talk' | 'history'>('do');
  const asked = useAsked(() => api.ticket({ id }), id, mayKeepAnswers() ? `ticket.${id}` : null);
  const found = asked.value;
  const actions = useActionsAhead(found);
  const ticket = found && { ...found, actions };
  useArrival(id, asked.again);
  const work = useWork(id, asked);
  useNavigationBarTitle(ticket?.number);
  const others = useLooking(asked, tab === 'talk');
  const talks = ticket?.thread.length ?? 0;
  const isUnread = (ticket?.unread ?? false) && tab !== 'talk';
  const tabs = [
    { name: 'do', label: '办理', id: 'tab-do' },
    { name: 'talk', label: talks ? `沟通 ${talks}` : '沟通', id: 'tab-talk', dot: isUnread },
    { name: 'history', label: '经过', id: 'tab-history' },
  ] as const;
  const maySay = ticket?.actions.some((one) => one.action === 'say') ?? false;
  const mayNote = ticket?.actions.some((one) => one.action === 'note') ?? false;
  const foot =
    ticket &&
    (tab === 'do' ? (
      <WorkFoot ticket={ticket} work={work} now={now} />
    ) : tab === 'talk' && (maySay || mayNote) ? (
      <Talk ticket={ticket} work={work} />
    ) : null);
  return (
    <Screen foot={foot}>
      <StandStill />
      <Segments items={tabs} chosen={tab} onChoose={setTab} />
      {others.length > 0 && (
        <View id="others" className="strip plum mt8">
          <Icon name="users" />
          <Text>{others.map((one) => `${one.title}${one.name}`).join('、')}也开着这一件</Text>
        </View>
      )}
      <Shown asked={asked}>
        {(found) => (
          <View className="mt8">
            {tab === 'do' && (
              <>
                <Facts ticket={found} now={now} />
                <ComplaintFacts ticket={found} now={now} />
                <QuoteFacts ticket={found} now={now} />
                <PublicFacts ticket={found} now={now} />
                <WorkForm ticket={found} work={work} now={now} />
                <Ledger ticket={found} now={now} />
              </>
            )}
            {tab === 'talk' && found.thread.map((said) => <Bubble key={said.id} said={said} now={now} asStaff />)}
            {tab === 'talk' && <Waited ticketId={id} />}
            {tab === 'talk' && found.thread.length === 0 && <View className="strip quiet mt12">还没有说过什么</View>}
            {tab === 'history' && (
              <>
                <History key={found.version} history={found.history} now={now} all />
                {found.photos.length > 0 && <View className="sec">照片</View>}
                <Shots photos={found.photos} />
              </>
            )}
          </View>
        )}
      </Shown>
      <Beaten work={work} now={now} />
      <NextSheet work={work} />
      <DemoForward onForward={asked.again} />
    </Screen>
  );
}
