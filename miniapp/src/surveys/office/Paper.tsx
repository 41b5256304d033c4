import { Text, View } from '@tarojs/components';
import type { OwnQuestionnaire } from '../../../../shared/contract/questionnaires.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Deciding } from '../../kernel/parts/Deciding.tsx';
import { toWriting } from '../go.ts';
import { Asks } from '../questionnaire/Preview.tsx';

const TAGS: Record<OwnQuestionnaire['status'], string> = { waiting: '等审', approved: '审过了', returned: '退回了' };

/** Where a questionnaire stands, as one would say it. */
function sayStatus({ status, waitsFor, dueBy, authorName, decidedByName, round }: OwnQuestionnaire, now: Date): string {
  const nth = round > 1 ? `第 ${round} 版，` : '';
  if (status === 'waiting') return `${nth}${authorName}交的，等${waitsFor ?? ''}审${dueBy ? `，${sayMoment(new Date(dueBy), now)} 前` : ''}`;
  return status === 'approved' ? `${nth}${decidedByName ?? ''}批准了，可以发` : `${nth}${decidedByName ?? ''}退回了`;
}

interface Props {
  paper: OwnQuestionnaire;
  now: Date;
  busy: boolean;
  onOpen: () => void;
  onDone: () => Promise<void>;
}

/** One questionnaire of an estate's own: what it asks, where it stands, and what is to be done with it (S8). */
export function Paper({ paper, now, busy, onOpen, onDone }: Props) {
  const { id, officeId, title, status, reason, maySubmit, mayDecide, mayOpen } = paper;
  return (
    <View className="card mt12" id={`paper-${id}`}>
      <View className="row tight">
        <Text className="lead grow">{title}</Text>
        <Text className={`tag ${status === 'waiting' ? 'ours' : ''}`}>{TAGS[status]}</Text>
      </View>
      <View className="cap mt4">{paper.officeName}</View>
      <Asks sections={paper.sections} />
      <View className="sub mt8">
        <Dated text={sayStatus(paper, now)} />
      </View>
      {reason && <View className="said mt4">原因：{reason}</View>}
      {mayDecide && (
        <View className="mt12">
          <Deciding key={`${id} ${paper.round} ${paper.step}`} pending={{ ...paper, approvalId: id }} approve="同意" name={id} onDone={onDone} />
        </View>
      )}
      {(maySubmit || mayOpen) && (
        <View className="btns mt12">
          {maySubmit && (
            <Button id={`rewrite-${id}`} onPress={() => toWriting(officeId, id)}>
              改一版
            </Button>
          )}
          {mayOpen && (
            <Button id={`open-own-${id}`} look="main" size="wide" busy={busy} onPress={onOpen}>
              用它开一次调查
            </Button>
          )}
        </View>
      )}
    </View>
  );
}
