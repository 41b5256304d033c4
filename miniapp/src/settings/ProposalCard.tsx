import { Text, View } from '@tarojs/components';
import type { SettingProposal } from '../../../shared/contract/settings.ts';
import { sayMoment } from '../../../shared/kernel/time.ts';
import { sayDate } from '../kernel/moments.ts';
import { Dated } from '../kernel/parts/Dated.tsx';
import { Deciding } from '../kernel/parts/Deciding.tsx';
import { sayBack } from './say.ts';

const TAGS = { waiting: '等品质管理部记', returned: '退回了', approved: '记下了' } as const;

/** Where a proposal stands, as one would say it. */
function sayStanding({ status, authorName, at, dueBy, decidedByName }: SettingProposal, now: Date): string {
  if (status === 'returned') return `${authorName}提的，${decidedByName ?? ''}退回了`;
  return `${authorName} ${sayMoment(new Date(at), now)} 提的${dueBy ? `，${sayMoment(new Date(dueBy), now)} 前记好` : ''}`;
}

/** What a director proposed for an estate; to the quality department, with their record of it (A4). */
export function ProposalCard({ proposal, now, onDone }: { proposal: SettingProposal; now: Date; onDone: () => Promise<void> }) {
  const { approvalId, key, label, officeName, said, from, reason, status, words, mayDecide, round } = proposal;
  return (
    <View className="card mt12" id={`proposal-${key}`}>
      <View className="row tight">
        <Text className="lead grow">{label}</Text>
        <Text className={`tag ${status === 'waiting' ? 'ours' : ''}`}>{TAGS[status]}</Text>
      </View>
      <View className="cap mt4">{officeName}</View>
      <View className="mt8">
        现在 {proposal.now}，{sayDate(from)}起想要 <Text className="b">{said ?? sayBack('estate')}</Text>
      </View>
      <View className="said mt4">{reason}</View>
      <View className="sub mt8">
        <Dated text={sayStanding(proposal, now)} />
      </View>
      {words && status === 'returned' && <View className="said mt4">原因：{words}</View>}
      {mayDecide && (
        <View className="mt12">
          <Deciding
            key={`${approvalId} ${round}`}
            pending={proposal}
            approve="审过，记下"
            why="怎么看的，写几个字，存下来"
            name={key}
            onDone={onDone}
          >
            <View className="cap">记下以后，从那一天起算；那天已经过了，就从明天起。</View>
          </Deciding>
        </View>
      )}
    </View>
  );
}
