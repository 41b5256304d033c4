import { View } from '@tarojs/components';
import { Area } from '../../kernel/parts/Area.tsx';
import { ChosenShots } from '../../kernel/parts/ChosenShots.tsx';
import type { Taking } from './taking.ts';

/** What was said, as it was said, with photos of the letter or slip it came on. */
export function InTheirWords({ taking: { draft, part, photos } }: { taking: Taking }) {
  return (
    <>
      <View className={`label ${part.wrong('words') ? 'wrong' : ''}`}>{draft.unnamed ? '写的、说的是什么' : '住户怎么说'}</View>
      <Area id="words" words={draft.words} hint="照原话记" wrong={part.wrong('words')} onWrite={(words) => part.onWrite({ words })}>
        <ChosenShots shots={photos.shots} onChange={photos.take} note="是信、是纸条，拍下来" />
      </Area>
    </>
  );
}
