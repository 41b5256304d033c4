import { View } from '@tarojs/components';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';

/** Who handles a complaint, why, and who does not see it (C2, C3). */
export function ComplaintCard({ ticket: { complaint } }: { ticket: TicketDetail }) {
  if (!complaint) return null;
  return (
    <View className="card" id="complaint">
      <View className="b">{complaint.levelText}在处理</View>
      <View className="sub">{complaint.explain}</View>
      <View className="sub mt4">
        {complaint.hasLeftOffice
          ? '小区的人看不到，您的家人、邻居也看不到。'
          : complaint.againstText
            ? `${complaint.againstText}看不到；您的家人、邻居也看不到。`
            : '您的家人、邻居看不到。'}
      </View>
    </View>
  );
}
