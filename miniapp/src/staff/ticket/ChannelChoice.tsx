import { View } from '@tarojs/components';
import { sayChannel } from '../../kernel/contacts.ts';
import { Chip } from '../../kernel/parts/Choice.tsx';

export type Channel = 'phone' | 'mini_program' | 'face_to_face';

const CHANNELS: readonly Channel[] = ['phone', 'face_to_face', 'mini_program'];

/** How it was agreed or said. */
export function ChannelChoice({ chosen, onChoose }: { chosen: Channel; onChoose: (channel: Channel) => void }) {
  return (
    <View className="chips">
      {CHANNELS.map((channel) => (
        <Chip key={channel} id={`channel-${channel}`} on={channel === chosen} onPress={() => onChoose(channel)}>
          {sayChannel(channel)}
        </Chip>
      ))}
    </View>
  );
}
