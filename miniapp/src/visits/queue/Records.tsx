import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { RECORDS, type RecordKind, type VisitRecord } from '../../../../shared/contract/visits.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { FINDINGS } from '../../../../shared/visits/script.ts';
import { api } from '../../kernel/api.ts';
import { useNow } from '../../kernel/clock.ts';
import { sayChannel } from '../../kernel/contacts.ts';
import { toTicket } from '../../kernel/go.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Chips, choicesOf } from '../../kernel/parts/Choice.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Shots } from '../../kernel/parts/Shots.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';

const KINDS = choicesOf(RECORDS);

function RecordCard({ record, now }: { record: VisitRecord; now: Date }) {
  return (
    <View className="card" id={`record-${record.id}`}>
      <Press className="row wrap tight" role="link" onPress={() => toTicket(record.ticketId, true)}>
        <Text className="b grow">
          {record.residentName}　{record.where}
        </Text>
        {record.reopened && <Text className="tag urgent">重新办了</Text>}
      </Press>
      <View className="cap mt4">
        {record.title} · <Text className="nw">{record.number}</Text>
      </View>
      {record.finding && <View className="b mt8">{FINDINGS[record.finding].label}</View>}
      {record.outcome && !record.finding && <View className="mt8">{record.outcome}</View>}
      {record.words && record.words !== record.outcome && <View className="sub mt4 said">“{record.words}”</View>}
      <Shots size="little" photos={record.photos} />
      <View className="cap mt8">
        <Dated text={sayMoment(new Date(record.at), now)} /> · {record.byName}
        {record.channel && ` · ${sayChannel(record.channel)}`}
      </View>
    </View>
  );
}

/** 回访记录, 特殊回访, 大缺陷专项记录, newest first. */
export function Records() {
  const now = useNow();
  const [kind, setKind] = useState<RecordKind>('return');
  const paged = usePages((after) => api.visitRecords(after ? { kind, after } : { kind }), kind);
  return (
    <>
      <Chips id="kind" className="mt12" items={KINDS} chosen={kind} onChoose={setKind} />
      <Shown asked={paged}>
        {({ items }) => (
          <View className="mt12">
            {items.length === 0 && <Blank icon="check" title={`还没有${RECORDS[kind]}的记录`} note="做过以后，谁做的、怎么说的，记在这里。" />}
            {items.map((record) => (
              <RecordCard key={record.id} record={record} now={now} />
            ))}
            <More paged={paged} />
          </View>
        )}
      </Shown>
    </>
  );
}
