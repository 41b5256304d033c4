import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { ticketRoutes } from '../../../../shared/contract/tickets.ts';
import { words as wordsNeeded } from '../../../../shared/kernel/words.ts';
import { api } from '../../kernel/api.ts';
import { lookAtConsents, offerConsents } from '../../kernel/consents.ts';
import { useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Recorder } from '../../kernel/parts/Recorder.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { newKey, useSend } from '../../kernel/send.ts';
import { type Note, sendVoice } from '../../kernel/voice.ts';

interface Spoken {
  id: string;
  words: string;
  upset: boolean;
}

/** 写留言: the words stay here until they are sent. */
export function Composer({ ticketId, onClose }: { ticketId: string; onClose: () => void }) {
  const [words, write, forget] = useDraft(`say.${ticketId}`);
  const sending = useSend();
  const [note, setNote] = useState<Note | null>(null);
  const noteKey = useRef('');
  const keepNote = (next: Note | null) => {
    noteKey.current = newKey();
    setNote(next);
  };
  useEffect(() => {
    void lookAtConsents();
  }, []);
  const submit = async () => {
    const say = async (body: Spoken, options: { key: string }) => {
      // The key stays with the note, so that a message tried again sends it once.
      const voiceId = note ? await sendVoice(ticketId, 'message', note, { key: noteKey.current }) : undefined;
      return api.say({ ...body, ...(voiceId ? { voiceId } : {}) }, options);
    };
    const schema = ticketRoutes.say.params.extend(ticketRoutes.say.body.shape);
    const sent = sending.send({ id: ticketId, words, upset: false }, say, note ? schema : schema.extend({ words: wordsNeeded(500) }));
    // In the same tap, beside what is being sent and never before it.
    if (words !== '' || note) offerConsents();
    if (!(await sent)) return;
    forget();
    onClose();
  };
  return (
    <>
      <Area id="message" words={words} hint="想说什么" focus onWrite={write}>
        <Recorder note={note} onChange={keepNote} />
      </Area>
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
