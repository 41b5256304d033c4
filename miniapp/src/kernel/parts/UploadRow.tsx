import { Image, Text, View } from '@tarojs/components';
import type { CSSProperties } from 'react';
import { choosePhotos, type Photos } from '../photos.ts';
import type { Upload } from '../shots.ts';
import { Icon } from './Icon.tsx';
import { Press } from './Press.tsx';

interface Sending {
  upload: Upload;
  /** Counted as people count. */
  nth: number;
  onAgain: () => void;
  onDrop: () => void;
}

function Sent({ upload, nth, onAgain, onDrop }: Sending) {
  const { state, percent } = upload;
  const isFailed = state === 'failed';
  const canGoAgain = isFailed && !upload.refused;
  const says = { waiting: '等着传', sending: '正在传', sent: '传好了', failed: canGoAgain ? `${upload.why}，点一下再传` : upload.why }[state];
  return (
    <Press id={`upload-${nth}`} className="shot" label={`第 ${nth} 张，${says}`} onPress={() => canGoAgain && onAgain()}>
      <Image className="picture" src={upload.path} mode="aspectFill" />
      {isFailed && (
        <View className="veil">
          <Text>{upload.why}</Text>
          {canGoAgain && <Text className="b">点一下再传</Text>}
        </View>
      )}
      {isFailed && (
        <Press id={`drop-${nth}`} className="drop" label={`不要第 ${nth} 张`} onPress={onDrop}>
          <View className="drop-mark">
            <Icon name="x" />
          </View>
        </Press>
      )}
      {state === 'waiting' && <View className="veil light">等着传</View>}
      {state === 'sending' && (
        <View className="progress">
          <View className="progress-done" style={{ width: `${percent}%` } as CSSProperties} />
        </View>
      )}
      {state === 'sent' && (
        <View className="done-mark">
          <Icon name="check" />
        </View>
      )}
    </Press>
  );
}

/** Photos being sent, three in a row, each with its progress on it, and the place to take another. */
export function UploadRow({ photos, canAdd }: { photos: Pick<Photos, 'uploads' | 'add' | 'again' | 'drop' | 'room'>; canAdd: boolean }) {
  return (
    <View className="shots grid">
      {photos.uploads.map((upload, n) => (
        <Sent key={upload.key} upload={upload} nth={n + 1} onAgain={() => photos.again(upload)} onDrop={() => photos.drop(upload)} />
      ))}
      {canAdd && photos.room > 0 && (
        <Press id="add-photo" className="shot add" label="拍照" onPress={async () => photos.add(await choosePhotos(photos.room))}>
          <Icon name="camera" />
        </Press>
      )}
    </View>
  );
}
