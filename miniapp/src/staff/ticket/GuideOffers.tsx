import { View } from '@tarojs/components';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { useNearGuide } from '../../kernel/guide.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { GuideCells } from '../../kernel/parts/GuideCells.tsx';

/** What of the guide answers this, each put into the answer with one tap (I12). */
export function GuideOffers({ ticket, onTake }: { ticket: TicketDetail; onTake: (words: string) => void }) {
  const near = useNearGuide(ticket.officeId, ticket.words);
  if (near.length === 0) return null;
  return (
    <View id="guide-offers">
      <View className="label">办事指南里有</View>
      {near.map((entry) => (
        <View key={entry.id} className="mt8">
          <GuideCells items={[entry]} />
          <Button
            id={`take-${entry.id}`}
            size="small"
            className="mt4"
            onPress={() => onTake(entry.phone ? `${entry.words}电话 ${entry.phone}。` : entry.words)}
          >
            放进答复
          </Button>
        </View>
      ))}
    </View>
  );
}
