import { Text, View } from '@tarojs/components';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { reworkVows } from '../../../../shared/repairs/vows.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { wrongWith } from '../../kernel/say.ts';
import type { Verdict } from './verdict.ts';

const STARTS = ['还在漏', '没修完', '弄坏了'];

/** 没修好: what is wrong, and what we do about it. */
export function NotFixedForm({ verdict, ticket, now }: { verdict: Verdict; ticket: TicketDetail; now: Date }) {
  const wrong = wrongWith(verdict.sending.refused, 'words') !== undefined;
  const add = (start: string) => verdict.write(verdict.words ? `${verdict.words}，${start}` : start);
  return (
    <>
      <View className="card mt12">
        <View className={`b ${wrong ? 'red' : ''}`}>现在是什么情况？</View>
        <View className="chips mt8">
          {STARTS.map((start) => (
            <Chip key={start} on={verdict.words.includes(start)} onPress={() => add(start)}>
              {start}
            </Chip>
          ))}
        </View>
        <View className="mt12">
          <Area id="words" words={verdict.words} hint="哪里没修好，写几个字" wrong={wrong} onWrite={verdict.write} />
        </View>
        <Refusal refused={verdict.sending.refused} />
      </View>
      <View className="card rework">
        <View className="promise">
          <Text className="what">返工，不收费</Text>
          <Text className="sub">师傅和工程主管同时收到</Text>
        </View>
        {reworkVows(ticket.urgency, now).map((vow) => (
          <View key={vow.what} className="promise">
            <Text className="what">{vow.what === 'special_visit' ? '专门回访一次' : vow.label}</Text>
            <Text className="sub">{vow.allowance}内</Text>
          </View>
        ))}
      </View>
    </>
  );
}
