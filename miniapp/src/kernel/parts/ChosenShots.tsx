import { Image, Text, View } from '@tarojs/components';
import { MAX_PHOTOS } from '../../../../shared/contract/photos.ts';
import { choosePhotos } from '../photos.ts';
import type { Shot } from '../shots.ts';
import { Icon } from './Icon.tsx';
import { Press } from './Press.tsx';

/** Photos chosen but not sent: the words go first. */
export function ChosenShots({
  shots,
  onChange,
  note = `照片最多 ${MAX_PHOTOS} 张，可以不拍`,
}: {
  shots: Shot[];
  onChange: (shots: Shot[]) => unknown;
  note?: string;
}) {
  const room = MAX_PHOTOS - shots.length;
  const add = async () => onChange([...shots, ...(await choosePhotos(room))]);
  return (
    <View className="shots grid mt8">
      {shots.map((shot, n) => (
        <View key={shot.path} className="shot">
          <Image className="picture" src={shot.path} mode="aspectFill" />
          <Press className="drop" label={`不要第 ${n + 1} 张`} onPress={() => onChange(shots.filter((one) => one !== shot))}>
            <View className="drop-mark">
              <Icon name="x" />
            </View>
          </Press>
        </View>
      ))}
      {room > 0 && (
        <Press id="add-photo" className="shot add" label="加照片" onPress={add}>
          <Icon name="camera" />
        </Press>
      )}
      <Text className="cap grid-note">{shots.length === 0 ? note : `${shots.length} / ${MAX_PHOTOS} 张`}</Text>
    </View>
  );
}
