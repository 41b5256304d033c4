import { Image, Text, View } from '@tarojs/components';
import { MAX_PHOTOS } from '../../../../shared/contract/tickets.ts';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { choosePhotos, type Shot } from '../../kernel/photos.ts';

/** Photos chosen but not sent: the words go first. */
export function ChosenShots({ shots, onChange }: { shots: Shot[]; onChange: (shots: Shot[]) => unknown }) {
  const room = MAX_PHOTOS - shots.length;
  const add = async () => onChange([...shots, ...(await choosePhotos(room))]);
  return (
    <View className="row tight wrap mt8">
      {shots.map((shot) => (
        <View key={shot.path} className="shot">
          <Image className="picture" src={shot.path} mode="aspectFill" />
          <Press className="drop" label="不要这张" onPress={() => onChange(shots.filter((one) => one !== shot))}>
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
      {shots.length === 0 && <Text className="cap">照片最多 {MAX_PHOTOS} 张，可以不拍</Text>}
    </View>
  );
}
