import { Text, View } from '@tarojs/components';
import type { ContactView } from '../../../../shared/contract/ticket-views.ts';
import { sayClock, sayDay } from '../../../../shared/kernel/time.ts';
import { sayContact, sayTaken } from '../contacts.ts';
import { Held } from './Held.tsx';
import { Icon } from './Icon.tsx';
import { Shots } from './Shots.tsx';
import { VoiceNote } from './VoiceNote.tsx';

const momentOf = (at: Date, now: Date) => (sayDay(at, now) === '今天' ? sayClock(at) : `${sayDay(at, now)} ${sayClock(at)}`);

/** One word said or written: a bubble, or for what only colleagues read a note of its own. */
export function Bubble({ said, now, asStaff }: { said: ContactView; now: Date; asStaff: boolean }) {
  const at = momentOf(new Date(said.at), now);
  const how = sayContact(said, asStaff) || sayTaken(said);
  const isResident = said.direction === 'in';
  // A resident reads only their own household.
  const title = said.byTitle ?? '';
  const name = isResident ? `${said.byName}（${title === '住户' && !asStaff ? '家里人' : title}）` : `${title} ${said.byName}`;
  const who = said.mine ? `您 ${at}` : `${name} ${at}`;
  const body = (
    <>
      {how && <Text className="tag">{how}</Text>} <Text className="said">{said.body}</Text>
      {said.voice && (
        <View className="mt8">
          <VoiceNote id={`voice-${said.voice.id}`} url={said.voice.url} seconds={said.voice.seconds} />
        </View>
      )}
      <Shots photos={said.photos} size="little" />
      {said.outcome && <View className="sub">结果：{said.outcome}</View>}
    </>
  );
  if (said.direction === 'internal')
    return (
      <View className="note">
        <View className="who">
          <Icon name="lock" />
          只有同事看得到　{who}
        </View>
        {body}
      </View>
    );
  return (
    <View className={`msg ${said.mine ? 'mine' : ''}`}>
      {!said.mine && <View className={`av ${isResident ? 'res' : 'soft'}`}>{said.byName.slice(0, 1)}</View>}
      <View className="msg-body">
        <View className="who">{who}</View>
        <View className="bub">{body}</View>
        {said.held && <Held says={said.held} />}
      </View>
    </View>
  );
}
