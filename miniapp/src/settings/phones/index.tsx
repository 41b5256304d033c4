import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { DemoForward } from '#demo';
import type { Hotline, HotlineOffice, HotlineProposal } from '../../../../shared/contract/hotlines.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { call } from '../../kernel/go.ts';
import { sayDate } from '../../kernel/moments.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Deciding } from '../../kernel/parts/Deciding.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { ChangeSheet } from './ChangeSheet.tsx';

const sayNumber = (number: string | null): string => number ?? '没有';

/** Where a proposal stands, as one would say it. */
function sayStanding({ status, authorName, at, dueBy, decidedByName }: HotlineProposal, now: Date): string {
  if (status === 'returned') return `${authorName}提的，${decidedByName ?? ''}退回了`;
  return `${authorName} ${sayMoment(new Date(at), now)} 提的${dueBy ? `，${sayMoment(new Date(dueBy), now)} 前批好` : ''}`;
}

function ProposalCard({ proposal, now, onDone }: { proposal: HotlineProposal; now: Date; onDone: () => Promise<void> }) {
  const { approvalId, officeName, purpose, label, number, from, reason, status, words, mayDecide, round } = proposal;
  return (
    <View className="card mt12" id={`proposal-${purpose}`}>
      <View className="row tight">
        <Text className="lead grow">
          {officeName}的{label}
        </Text>
        <Text className={`tag ${status === 'waiting' ? 'ours' : ''}`}>{status === 'waiting' ? '等公司批' : '退回了'}</Text>
      </View>
      <View className="mt8">
        现在{proposal.now === null ? '没有' : ` ${proposal.now}`}，{sayDate(from)}起想要 <Text className="b">{number ?? '不再用'}</Text>
      </View>
      <View className="said mt4">{reason}</View>
      <View className="sub mt8">
        <Dated text={sayStanding(proposal, now)} />
      </View>
      {words && status === 'returned' && <View className="said mt4">原因：{words}</View>}
      {mayDecide && (
        <View className="mt12">
          <Deciding key={`${approvalId} ${round}`} pending={proposal} approve="批准" name={purpose} onDone={onDone} />
        </View>
      )}
    </View>
  );
}

function Line({ line, place, onChange }: { line: Hotline; place: string; onChange: (() => void) | null }) {
  const { purpose, label, what, number, since, next, before, waiting } = line;
  return (
    <View className="cell" id={`phone-${place}-${purpose}`}>
      <View className="grow">
        <View className="b">{label}</View>
        <View className="sub">{what}</View>
        <View className="mt4">{number ?? '还没有'}</View>
        {since && <View className="cap">{sayDate(since)}起</View>}
        {next && (
          <View className="cap">
            <Dated text={`${sayDate(next.from)}起：${next.number ?? '不再用'}`} />
          </View>
        )}
        {before.length > 0 && <View className="cap">以前：{before.map((one) => sayNumber(one.number)).join('、')}</View>}
        {waiting && <View className="cap">提了一个新的，等公司批</View>}
        {(number !== null || onChange) && (
          <View className="btns mt8">
            {onChange && !waiting && (
              <Button id={`change-${place}-${purpose}`} size="small" onPress={onChange}>
                {number === null ? '加一个' : '换号码'}
              </Button>
            )}
            {number !== null && (
              <Button id={`call-${place}-${purpose}`} look="line" size="small" icon="phone" onPress={() => call(number)}>
                打电话
              </Button>
            )}
          </View>
        )}
      </View>
    </View>
  );
}

/** 服务、投诉、值班电话: the estate's and the company's, each a tap away; who may, changes them here (P5). */
export default function PhonesPage() {
  const now = useNow();
  const asked = useAsked(() => api.hotlines({}), 'hotlines', 'hotlines');
  const [changing, change] = useState<{ office: HotlineOffice; line: Hotline } | null>(null);
  const done = () => {
    change(null);
    void asked.again();
  };
  return (
    <Screen>
      <Shown asked={asked}>
        {({ offices, proposals, firstDay, hours }) => (
          <>
            <View className="sub">{hours}。点一下就能打。</View>
            {proposals.map((proposal) => (
              <ProposalCard key={proposal.approvalId} proposal={proposal} now={now} onDone={asked.again} />
            ))}
            {offices.map((office, index) => (
              <View key={office.id}>
                <View className="sec">{office.name}</View>
                <View className="cells">
                  {office.hotlines.map((line) => (
                    <Line
                      key={line.purpose}
                      line={line}
                      place={office.isCompany ? 'company' : String(index)}
                      onChange={office.mayPropose ? () => change({ office, line }) : null}
                    />
                  ))}
                </View>
              </View>
            ))}
            {changing && (
              <ChangeSheet
                key={`${changing.office.id} ${changing.line.purpose}`}
                {...changing}
                firstDay={firstDay}
                onDone={done}
                onClose={() => change(null)}
              />
            )}
          </>
        )}
      </Shown>
      <DemoForward onForward={asked.again} />
    </Screen>
  );
}
