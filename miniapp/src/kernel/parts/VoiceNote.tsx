import { Text, View } from '@tarojs/components';
import { addressOf } from '../api.ts';
import { usePlayer } from '../voice.ts';
import { Icon } from './Icon.tsx';
import { Press } from './Press.tsx';

/** A voice note: a button to hear it, and how long it is. */
export function VoiceNote({ id, url, seconds }: { id?: string; url: string; seconds: number }) {
  const { isPlaying, failed, play, stop } = usePlayer(addressOf(url));
  return (
    <Press id={id} className="voice" label={isPlaying ? '停' : `听语音，${seconds} 秒`} onPress={isPlaying ? stop : play}>
      <View className="voice-mark">
        <Icon name={isPlaying ? 'pause' : 'play'} />
      </View>
      <Text className="nw">{failed ? '放不出来，再点一次' : isPlaying ? '正在放' : `语音 ${seconds} 秒`}</Text>
    </Press>
  );
}
