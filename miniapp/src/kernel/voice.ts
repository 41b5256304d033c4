import Taro from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { MAX_VOICE_SECONDS } from '../../../shared/contract/voices.ts';
import { api } from './api.ts';
import { sendFile } from './photos.ts';
import type { Note } from './shots.ts';

/** Only WeChat lets a page record. */
export const canRecord = process.env.TARO_ENV === 'weapp';

/** Speech of a minute in some 350 KB, in a form every phone plays. */
const RECORDING = { duration: MAX_VOICE_SECONDS * 1000, sampleRate: 16_000, numberOfChannels: 1, encodeBitRate: 48_000, format: 'mp3' } as const;

/**
 * Sends one voice note of a ticket, with the report or for a message that is said with its id. Under the same key it goes again as the same note.
 * @returns the note's id
 * @throws Problem `voice/not-accepted`, `voice/too-many`, `storage/unavailable`, `server/unreachable`, and what the ticket refuses
 */
export async function sendVoice(
  ticketId: string,
  words: 'report' | 'message',
  note: Note,
  { key, onPercent = () => {} }: { key: string; onPercent?: (percent: number) => void },
): Promise<string> {
  const { bytes, seconds } = note;
  const { voiceId, there, upload } = await api.addVoice({ id: ticketId, with: words, type: 'audio/mpeg', bytes, seconds }, { key });
  if (there) return voiceId;
  await sendFile(note.path, upload, onPercent);
  await api.finaliseVoice({ id: voiceId }, { key });
  return voiceId;
}

/** Records one note at a time; it ends by itself after a minute. `refused` where the microphone is not given. */
export function useRecorder(onNote: (note: Note) => void) {
  const [isRecording, setRecording] = useState(false);
  const [refused, setRefused] = useState(false);
  const heard = useRef(onNote);
  heard.current = onNote;
  const recorder = useRef<ReturnType<typeof Taro.getRecorderManager> | null>(null);

  function start(): void {
    setRefused(false);
    const manager = Taro.getRecorderManager();
    recorder.current = manager;
    manager.onStart(() => setRecording(true));
    manager.onStop(({ tempFilePath, duration, fileSize }) => {
      setRecording(false);
      const seconds = Math.min(MAX_VOICE_SECONDS, Math.round(duration / 1000));
      if (recorder.current && seconds >= 1) heard.current({ path: tempFilePath, bytes: fileSize, seconds });
    });
    manager.onError(() => {
      setRecording(false);
      setRefused(true);
    });
    manager.start(RECORDING);
  }

  useEffect(
    () => () => {
      const manager = recorder.current;
      recorder.current = null;
      manager?.stop();
    },
    [],
  );
  return { isRecording, refused, start, stop: () => recorder.current?.stop() };
}

let playing: { stop: () => void } | null = null;

/** Plays one sound at a time. */
export function usePlayer(url: string) {
  const [isPlaying, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);
  const own = useRef<{ stop: () => void } | null>(null);

  function play(): void {
    playing?.stop();
    setFailed(false);
    const sound = Taro.createInnerAudioContext();
    const end = () => {
      if (own.current !== me) return;
      own.current = null;
      if (playing === me) playing = null;
      setPlaying(false);
      sound.destroy();
    };
    const me = { stop: end };
    own.current = me;
    playing = me;
    sound.onEnded(end);
    sound.onError(() => {
      setFailed(true);
      end();
    });
    sound.src = url;
    sound.play();
    setPlaying(true);
  }
  useEffect(() => () => own.current?.stop(), []);
  return { isPlaying, failed, play, stop: () => own.current?.stop() };
}
