import { Text, View } from '@tarojs/components';
import { COMMITTEE } from '../../../../shared/complaints/complaint.ts';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';

/** Whom a complaint is with and why, whom it is shut to, and what is done about it (C2–C7). */
export function ComplaintFacts({ ticket, now }: { ticket: TicketDetail; now: Date }) {
  const { complaint } = ticket;
  if (!complaint) return null;
  const flags = [
    ...(complaint.compensation ? ['要求赔偿'] : []),
    ...(complaint.danger ? ['有人受伤、有危险'] : []),
    ...(complaint.media ? ['媒体在问'] : []),
  ];
  const { isMajor, hasLeftOffice, againstText, accused, letIn, owesCommittee, committee, cause } = complaint;
  const hasFacts = isMajor || hasLeftOffice || againstText || owesCommittee || committee || cause || [...flags, ...accused, ...letIn].length > 0;
  return (
    <>
      <View className="strip plum mt8" id="level">
        <Icon name="swap" />
        <View className="grow">{complaint.explain}</View>
      </View>
      {complaint.households !== null && (
        <View className="strip quiet mt8" id="may-be-major">
          可能是重大投诉：同一栋楼、同一块，这些天有 {complaint.households} 户投诉。是的话，请定为重大投诉
        </View>
      )}
      {hasFacts && (
        <View className="card" id="complaint-facts">
          <View className="row tight wrap">
            {complaint.isMajor && <Text className="tag urgent">重大投诉</Text>}
            {flags.map((flag) => (
              <Text key={flag} className="tag">
                {flag}
              </Text>
            ))}
            {complaint.hasLeftOffice && <Text className="tag">小区看不到</Text>}
          </View>
          {complaint.againstText && <View className="mt4">针对：{complaint.againstText}</View>}
          {complaint.accused.length > 0 && (
            <View className="mt4" id="accused">
              看不到的人：{complaint.accused.map((one) => one.name).join('、')}
            </View>
          )}
          {complaint.letIn.length > 0 && <View className="mt4">请来看的：{complaint.letIn.map((one) => one.name).join('、')}</View>}
          {complaint.owesCommittee && (
            <View className="mt4" id="owes-committee">
              还没告诉业委会有这件投诉（Z9）
            </View>
          )}
          {complaint.committee && (
            <View className="mt4" id="committee">
              {complaint.committee.whom === COMMITTEE.none ? '本小区没有业委会' : `告诉过${complaint.committee.whom}有这件投诉`} ·{' '}
              {complaint.committee.how} · <Dated text={sayMoment(new Date(complaint.committee.at), now)} />
            </View>
          )}
          {complaint.cause && (
            <>
              <View className="mt8">
                <Text className="b">根本原因：</Text>
                <Text className="said">{complaint.cause.cause}</Text>
              </View>
              <View className="mt4">
                <Text className="b">预防措施：</Text>
                <Text className="said">{complaint.cause.prevention}</Text>
              </View>
            </>
          )}
        </View>
      )}
      {complaint.plan.length > 0 && (
        <View className="card" id="plan">
          <View className="b">纠正方案</View>
          {complaint.plan.map((step) => (
            <View key={step.id} className="row tight mt8">
              <Icon name={step.done ? 'check' : 'clock'} className={step.done ? 'kept' : 'lake'} />
              <View className="grow">
                <View className="said">{step.words}</View>
                <View className="cap">
                  {step.doneAt ? (
                    <Dated text={`${step.who} ${sayMoment(new Date(step.doneAt), now)} 做完`} />
                  ) : (
                    <Dated text={`${step.who}，${sayMoment(new Date(step.dueBy), now)} 前`} />
                  )}
                </View>
              </View>
            </View>
          ))}
        </View>
      )}
      {complaint.seenBy.length > 0 && (
        <View className="card" id="seen-by">
          <View className="b">挡住以前看过的人</View>
          {complaint.seenBy.map((one) => (
            <View key={`${one.name}${one.how}${one.at}`} className="sub mt4">
              {one.name} {one.how} · <Dated text={sayMoment(new Date(one.at), now)} />
            </View>
          ))}
        </View>
      )}
    </>
  );
}
