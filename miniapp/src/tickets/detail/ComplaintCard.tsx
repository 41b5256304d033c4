import { View } from '@tarojs/components';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { Icon } from '../../kernel/parts/Icon.tsx';

/** Who handles a complaint, why, and who does not see it (C2, C3). */
export function ComplaintCard({ ticket: { complaint } }: { ticket: TicketDetail }) {
  if (!complaint) return null;
  return (
    <View className="card" id="complaint">
      <View className="b">{complaint.levelText}在处理</View>
      <View className="sub">{complaint.explain}</View>
      {complaint.shutText && (
        <View className="row tight top mt8" id="shut">
          <Icon name="lock" className="lake" />
          <View className="grow">{complaint.shutText}</View>
        </View>
      )}
    </View>
  );
}
