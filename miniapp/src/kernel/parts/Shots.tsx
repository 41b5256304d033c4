import { Image, View } from '@tarojs/components';
import type { Photo } from '../../../../shared/contract/ticket-views.ts';
import { addressOf } from '../api.ts';
import { Held } from './Held.tsx';
import { Press } from './Press.tsx';

// In a browser what shows them is a tenth of the first load, so it comes at the first tap.
const look = async (urls: string[], current: string) => (await import('../look.ts')).lookAt(urls, current);

/** Photos already there; a tap shows them whole. */
export function Shots({ photos, size = '' }: { photos: readonly Photo[]; size?: 'large' | 'little' | '' }) {
  const urls = photos.map((photo) => addressOf(photo.url));
  if (urls.length === 0) return null;
  const held = [...new Set(photos.flatMap((photo) => photo.held ?? []))];
  return (
    <>
      <View className="shots">
        {urls.map((url) => (
          <Press key={url} className={`shot ${size}`} label="看大图" onPress={() => look(urls, url)}>
            <Image className="picture" src={url} mode="aspectFill" />
          </Press>
        ))}
      </View>
      {size !== 'little' && held.map((says) => <Held key={says} says={says} />)}
    </>
  );
}
