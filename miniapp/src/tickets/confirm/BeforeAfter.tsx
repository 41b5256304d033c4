import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Photo } from '../../../../shared/contract/ticket-views.ts';
import { addressOf } from '../../kernel/api.ts';
import { Press } from '../../kernel/parts/Press.tsx';

function Side({ photo, label, urls }: { photo: Photo | undefined; label: string; urls: string[] }) {
  if (!photo) return null;
  const url = addressOf(photo.url);
  return (
    <Press className="side" label={`${label}的照片`} onPress={() => Taro.previewImage({ urls, current: url })}>
      <Image className="picture" src={url} mode="aspectFill" />
      <View className="side-label">{label}</View>
    </Press>
  );
}

/** The first photo of the report beside the last of the result; a tap shows all of them. */
export function BeforeAfter({ photos, round }: { photos: readonly Photo[]; round: number }) {
  const before = photos.find((one) => one.purpose === 'report');
  const after = photos.filter((one) => one.purpose === 'result' && one.round === round).slice(-1)[0];
  const urls = photos.map((one) => addressOf(one.url));
  if (!before && !after) return null;
  return (
    <View className="sides mt12">
      <Side photo={before} label="修之前" urls={urls} />
      <Side photo={after} label="修好后" urls={urls} />
    </View>
  );
}
