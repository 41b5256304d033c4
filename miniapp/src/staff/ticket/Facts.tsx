import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { ReworkLinks } from '../../kernel/parts/ReworkLinks.tsx';
import { Shots } from '../../kernel/parts/Shots.tsx';
import { KindTag, ReworkTag, UrgedTag } from '../../kernel/parts/Tag.tsx';
import { VoiceNote } from '../../kernel/parts/VoiceNote.tsx';
import { sayStanding } from '../../kernel/standing.ts';
import { RevealSheet } from './RevealSheet.tsx';
import { Slips } from './Slips.tsx';
import { Together } from './Together.tsx';

/** What it is, in the resident's words, who said it and where. */
export function Facts({ ticket, now }: { ticket: TicketDetail; now: Date }) {
  const said = ticket.thread.find((one) => one.direction === 'in' && one.body)?.body ?? ticket.words;
  const spoken = ticket.thread[0]?.voice;
  const { reporter, responsible } = ticket;
  const [revealing, setRevealing] = useState(false);
  const reveal = ticket.actions.find((one) => one.action === 'reveal');
  const awaited = ticket.promises.find((one) => one.what === 'taken_on' && one.round === ticket.round && !one.keptAt && !one.withdrawnAt);
  return (
    <>
      {awaited && (
        <View className="strip lake-strip">
          <Icon name="swap" />
          <View className="grow">
            已转给工程主管，
            <Dated text={`${sayMoment(new Date(awaited.dueBy), now)} 前`} />
            答复
          </View>
        </View>
      )}
      {ticket.handedBack && (
        <View className="strip lake-strip" id="handed-back">
          <Icon name="swap" />
          <View className="grow">
            <View className="b">
              {ticket.handedBack.byName}师傅退回：{ticket.handedBack.reason}
            </View>
            {ticket.handedBack.words && <View className="said">{ticket.handedBack.words}</View>}
          </View>
        </View>
      )}
      <View className="card mt8">
        <View className="row tight">
          <KindTag ticket={ticket} />
          <Text className="lead grow">{ticket.title}</Text>
          <Shots size="little" photos={ticket.photos.filter((one) => one.purpose === 'report').slice(0, 2)} />
        </View>
        {ticket.danger && (
          <View className="mt4" id="danger">
            <Text className="tag urgent">危险</Text> <Text className="red b">{ticket.danger}</Text>
          </View>
        )}
        {ticket.followedBy > 0 && (
          <View className="mt4 b" id="followed-by">
            又有 {ticket.followedBy} 户跟着这一件
          </View>
        )}
        {said && <View className="sub mt4 said">“{said}”</View>}
        {spoken && (
          <View className="mt8">
            <VoiceNote id="voice" url={spoken.url} seconds={spoken.seconds} />
          </View>
        )}
        {ticket.wish && (
          <View className="mt4" id="wish">
            住户希望 <Text className="b">{ticket.wish.text}</Text> 上门{ticket.wish.past ? '（已过）' : ''}
          </View>
        )}
        <View className="mt8">
          <Text className="b">{reporter?.name ?? ''}</Text>　<Text>{ticket.where}</Text>
        </View>
        {reporter && reveal && (
          <Press id="reveal" className="row tight reveal" label={`${reveal.label}，${reporter.phone}`} onPress={() => setRevealing(true)}>
            <Text className="nw">{reporter.phone}</Text>
            <Text className="lake b">{reveal.label}</Text>
          </Press>
        )}
        {reporter?.phone && !reveal && <View className="cap nw">{reporter.phone}</View>}
        <View className="cap">
          {reporter ? `${reporter.as} · ` : ''}
          <Dated text={sayMoment(new Date(ticket.receivedAt), now)} /> 收到
          {ticket.round > 1 ? ` · 第 ${ticket.round} 次` : ''}
        </View>
        {ticket.firstContact && (
          <View className="cap" id="first-contact">
            首问：{ticket.firstContact.name} {ticket.firstContact.title}
          </View>
        )}
        <View className="row tight wrap mt8">
          <Text className="tag ours">{sayStanding(ticket, true)}</Text>
          {ticket.isLargeDefect && <Text className="tag">大缺陷</Text>}
          <UrgedTag urged={ticket.urged} />
          <ReworkTag isRework={ticket.isRework} />
          {ticket.assigneeName && responsible && <Text className="sub">{ticket.assigneeName}</Text>}
        </View>
        {ticket.confirmedContent && (
          <View className="sub mt8 said" id="confirmed-content">
            和住户核对过：{ticket.confirmedContent}
          </View>
        )}
        {ticket.result && <View className="sub mt8 said">师傅做了：{ticket.result}</View>}
      </View>
      <Together ticket={ticket} now={now} />
      <Slips ticketId={ticket.id} version={ticket.version} />
      <ReworkLinks ticket={ticket} asStaff />
      {revealing && <RevealSheet ticket={ticket} onClose={() => setRevealing(false)} />}
    </>
  );
}
