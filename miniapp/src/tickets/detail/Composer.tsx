import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { ticketCommands } from '../../../../shared/contract/ticket-commands.ts';
import { api } from '../../kernel/api.ts';
import { lookAtConsents, offerConsents } from '../../kernel/consents.ts';
import { layDownShots, useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Recorder } from '../../kernel/parts/Recorder.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { UploadRow } from '../../kernel/parts/UploadRow.tsx';
import { usePhotos } from '../../kernel/photos.ts';
import { useQueuedSend } from '../../kernel/queued-send.ts';
import { newKey, useSend } from '../../kernel/send.ts';
import type { Note } from '../../kernel/shots.ts';
import { sendVoice } from '../../kernel/voice.ts';

interface Spoken {
  id: string;
  words: string;
  upset: boolean;
  photoIds: string[];
}

/** 写留言: the words stay here until they are sent. */
export function Composer({ ticketId, title, onClose }: { ticketId: string; title: string; onClose: () => void }) {
  const [words, write, forget] = useDraft(`say.${ticketId}`);
  const queued = useQueuedSend();
  const spoken = useSend();
  const photos = usePhotos(ticketId, 'message', `say.${ticketId}`);
  const [note, setNote] = useState<Note | null>(null);
  const noteKey = useRef('');
  const keepNote = (next: Note | null) => {
    noteKey.current = newKey();
    setNote(next);
  };
  useEffect(() => {
    void lookAtConsents();
  }, []);
  /** A voice note is heard by the server before its message: it waits for a network here, where it stays. */
  const speak = async (voice: Note) => {
    const say = async (body: Spoken, options: { key: string }) => {
      // The key stays with the note, so that a message tried again sends it once.
      const voiceId = await sendVoice(ticketId, 'message', voice, { key: noteKey.current });
      return api.say({ ...body, voiceId }, options);
    };
    return (
      (await spoken.send(
        { id: ticketId, words, upset: false, photoIds: photos.sentIds },
        say,
        ticketCommands.say.params.extend(ticketCommands.say.body.shape),
      )) !== undefined
    );
  };
  const tell = async () => {
    const shots = await layDownShots(photos.unsent);
    const body = { id: ticketId, words, upset: false, photoIds: photos.sentIds };
    return queued.send({ act: 'say', subject: ticketId, title, words, body, shots, shotsFirst: shots.length > 0 });
  };
  const submit = async () => {
    const sent = note ? speak(note) : tell();
    // In the same tap, beside what is being sent and never before it.
    if (words !== '' || note || photos.sentIds.length > 0) offerConsents();
    if (!(await sent)) return;
    forget();
    onClose();
  };
  return (
    <>
      <Area id="message" words={words} hint="想说什么" focus onWrite={write}>
        <Recorder note={note} onChange={keepNote} />
      </Area>
      <View className="mt8">
        <UploadRow photos={photos} canAdd />
      </View>
      <Refusal refused={spoken.refused ?? queued.refused} kept="写好的话还在" />
      <View className="btns mt8">
        <Button id="close-message" onPress={onClose}>
          先不发
        </Button>
        <Button id="send" look="main" size="wide" busy={spoken.busy || queued.busy || photos.isBusy} onPress={submit}>
          发给我们
        </Button>
      </View>
    </>
  );
}
