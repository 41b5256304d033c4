import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { MAX_VOICE_SECONDS } from '../../../../shared/contract/voices.ts';
import type { Note } from '../shots.ts';
import { canRecord, useRecorder } from '../voice.ts';
import { Icon } from './Icon.tsx';
import { Press } from './Press.tsx';
import { VoiceNote } from './VoiceNote.tsx';

/** Speaking instead of writing, one note; not there where nothing can be recorded. */
export function Recorder({ note, onChange }: { note: Note | null; onChange: (note: Note | null) => void }) {
  const { isRecording, refused, start, stop } = useRecorder(onChange);
  if (!canRecord) return null;
  if (note)
    return (
      <View className="row tight mt8">
        <VoiceNote url={note.path} seconds={note.seconds} />
        <Press id="drop-voice" className="voice plain" label="不要这段语音" onPress={() => onChange(null)}>
          <Icon name="x" />
          <Text>不要了</Text>
        </Press>
      </View>
    );
  return (
    <View className="mt8">
      <Press
        id="record"
        className={`voice ${isRecording ? 'on' : ''}`}
        label={isRecording ? '说完了' : '用说的'}
        onPress={isRecording ? stop : start}
      >
        <View className="voice-mark">
          <Icon name={isRecording ? 'pause' : 'mic'} />
        </View>
        <Text>{isRecording ? '正在听您说，说完点一下' : `不想打字？点一下说话，最长 ${MAX_VOICE_SECONDS} 秒`}</Text>
      </Press>
      {refused && (
        <Press className="link" role="link" onPress={() => Taro.openSetting()}>
          没有打开麦克风，点这里打开，或者直接打字
        </Press>
      )}
    </View>
  );
}
