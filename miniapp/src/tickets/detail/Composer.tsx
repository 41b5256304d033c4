import { View } from '@tarojs/components';
import { ticketRoutes } from '../../../../shared/contract/tickets.ts';
import { api } from '../../kernel/api.ts';
import { useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { UploadRow } from '../../kernel/parts/UploadRow.tsx';
import { usePhotos } from '../../kernel/photos.ts';
import { useSend } from '../../kernel/send.ts';

/** 写留言: the words stay here until they are sent. */
export function Composer({ ticketId, onClose }: { ticketId: string; onClose: () => void }) {
  const [words, write, forget] = useDraft(`say.${ticketId}`);
  const photos = usePhotos(ticketId, 'message');
  const sending = useSend();
  const submit = async () => {
    const done = await sending.send(
      { id: ticketId, words, upset: false, photoIds: photos.sentIds },
      api.say,
      ticketRoutes.say.params.extend(ticketRoutes.say.body.shape),
    );
    if (!done) return;
    forget();
    onClose();
  };
  return (
    <>
      <Area id="message" words={words} hint="想说什么" focus onWrite={write} />
      <View className="mt8">
        <UploadRow photos={photos} canAdd />
      </View>
      <Refusal refused={sending.refused} kept="写好的话还在" />
      <View className="btns mt8">
        <Button id="close-message" onPress={onClose}>
          先不发
        </Button>
        <Button id="send" look="main" size="wide" busy={sending.busy || photos.isBusy} onPress={submit}>
          发给我们
        </Button>
      </View>
    </>
  );
}
