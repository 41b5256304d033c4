import { View } from '@tarojs/components';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { Press } from '../../kernel/parts/Press.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';

/** 常用话, filled in from this ticket; one tap puts it where it can still be changed. */
export function ReplySheet({ ticketId, onChoose, onClose }: { ticketId: string; onChoose: (text: string) => void; onClose: () => void }) {
  const asked = useAsked(() => api.ticketReplies({ id: ticketId }), ticketId);
  return (
    <Sheet title="常用话" onClose={onClose}>
      <Shown asked={asked}>
        {({ items }) => (
          <>
            {items.length === 0 && <View className="sub mt8">还没有常用话，服务中心负责人或主任可以在“我的”里写</View>}
            {items.map((one, index) => (
              <Press key={one.id} id={`reply-${index}`} className="cell" onPress={() => onChoose(one.text)}>
                <View className="grow">
                  <View className="b">{one.title}</View>
                  <View className="sub">{one.text}</View>
                </View>
              </Press>
            ))}
          </>
        )}
      </Shown>
    </Sheet>
  );
}
