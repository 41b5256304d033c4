import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { ticketRoutes } from '../../../../shared/contract/tickets.ts';
import { api } from '../../kernel/api.ts';
import { lookAtConsents, offerConsents } from '../../kernel/consents.ts';
import { useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { useSend } from '../../kernel/send.ts';

/** 写留言: the words stay here until they are sent. */
export function Composer({ ticketId, onClose }: { ticketId: string; onClose: () => void }) {
  const [words, write, forget] = useDraft(`say.${ticketId}`);
  const sending = useSend();
  useEffect(() => {
    void lookAtConsents();
  }, []);
  const submit = async () => {
    const sent = sending.send({ id: ticketId, words, upset: false }, api.say, ticketRoutes.say.params.extend(ticketRoutes.say.body.shape));
    // In the same tap, beside what is being sent and never before it.
    if (words !== '') offerConsents();
    if (!(await sent)) return;
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
