import { View } from '@tarojs/components';
import { AGAINST, AGAINST_NAMES, type Against } from '../../../../shared/complaints/complaint.ts';
import { Chip } from './Choice.tsx';

export interface About {
  against: Against[];
  compensation: boolean;
  danger: boolean;
  media: boolean;
}

export const NOBODY: About = { against: [], compensation: false, danger: false, media: false };

const FLAGS = { compensation: '要求赔偿', danger: '有人受伤、有危险', media: '媒体在问' } as const;

interface Props {
  about: About;
  onChange: (about: About) => void;
  /** Residents are not asked about the media. */
  asStaff: boolean;
}

/** Whom a complaint is against, and what it is about: what decides who handles it, and who does not see it (C3). */
export function AgainstChoice({ about, onChange, asStaff }: Props) {
  const toggle = (one: Against) =>
    onChange({ ...about, against: about.against.includes(one) ? about.against.filter((other) => other !== one) : [...about.against, one] });
  return (
    <>
      <View className="label">
        说的是谁？<View className="cap">可以不选，可以选几个</View>
      </View>
      <View className="chips">
        {AGAINST_NAMES.map((one) => (
          <Chip key={one} id={`against-${one}`} on={about.against.includes(one)} onPress={() => toggle(one)}>
            {AGAINST[one].label}
          </Chip>
        ))}
      </View>
      <View className="label">有没有这些情形</View>
      <View className="chips">
        {(['compensation', 'danger', ...(asStaff ? (['media'] as const) : [])] as const).map((flag) => (
          <Chip key={flag} id={`flag-${flag}`} on={about[flag]} onPress={() => onChange({ ...about, [flag]: !about[flag] })}>
            {FLAGS[flag]}
          </Chip>
        ))}
      </View>
    </>
  );
}
