import { Image, View } from '@tarojs/components';
import type { CSSProperties } from 'react';
import { choosePhotos, type Photos, type Upload } from '../photos.ts';
import { Icon } from './Icon.tsx';
import { Press } from './Press.tsx';

function Sent({ upload, onAgain }: { upload: Upload; onAgain: () => void }) {
  const isFailed = upload.state === 'failed';
  return (
    <Press className="shot large" label={isFailed ? '再传一次' : '照片'} onPress={() => isFailed && onAgain()}>
      <Image className="picture" src={upload.path} mode="aspectFill" />
      {isFailed && <View className="veil">{upload.why}</View>}
      {(upload.state === 'sending' || upload.state === 'waiting') && (
        <View className="progress">
          <View className="progress-done" style={{ width: `${upload.percent}%` } as CSSProperties} />
        </View>
      )}
    </Press>
  );
}

/** Photos being sent, each with its bar, and the place to take another. */
export function UploadRow({ photos, canAdd }: { photos: Photos; canAdd: boolean }) {
  return (
    <View className="shots">
      {photos.uploads.map((upload) => (
        <Sent key={upload.key} upload={upload} onAgain={() => photos.again(upload)} />
      ))}
      {canAdd && photos.room > 0 && (
        <Press id="add-photo" className="shot large add" label="拍照" onPress={async () => photos.add(await choosePhotos(photos.room))}>
          <Icon name="camera" />
        </Press>
      )}
    </View>
  );
}
