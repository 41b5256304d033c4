import { sayChannel } from '../../kernel/contacts.ts';
import { Chips } from '../../kernel/parts/Choice.tsx';

export type Channel = 'phone' | 'mini_program' | 'face_to_face';

const CHANNELS = (['phone', 'face_to_face', 'mini_program'] as const).map((name) => ({ name, label: sayChannel(name) }));

/** How it was agreed or said. */
export function ChannelChoice({ chosen, onChoose }: { chosen: Channel; onChoose: (channel: Channel) => void }) {
  return <Chips id="channel" items={CHANNELS} chosen={chosen} onChoose={onChoose} />;
}
