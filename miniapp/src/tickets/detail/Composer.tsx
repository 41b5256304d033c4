import { View } from '@tarojs/components';
import { useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { useQueuedSend } from '../../kernel/queued-send.ts';

/** 写留言: the words stay here until they are sent. */
export function Composer({ ticketId, title, onClose }: { ticketId: string; title: string; onClose: () => void }) {
  const [words, write, forget] = useDraft(`say.${ticketId}`);
  const sending = useQueuedSend();
  const submit = async () => {
    const done = await sending.send({ act: 'say', subject: ticketId, title, words, body: { id: ticketId, words, upset: false } });
    if (!done) return;
    forget();
    onClose();
  };
  return (
    <>
      <Area id="message" words={words} hint="想说什么" focus onWrite={write} />
      <Refusal refused={sending.refused} kept="写好的话还在" />
      <View className="btns mt8">
        <Button id="close-message" onPress={onClose}>
          先不发
        </Button>
        <Button id="send" look="main" size="wide" busy={sending.busy} onPress={submit}>
          发给我们
        </Button>
      </View>
    </>
  );
}
