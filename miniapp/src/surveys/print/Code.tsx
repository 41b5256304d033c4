import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { IN_WECHAT } from '../../kernel/wechat.ts';
import type { CodeStand } from './code.ts';

/** The code on the paper; on a phone a tap enlarges it, to be saved or sent on. */
export function CodePicture({ picture }: { picture: string }) {
  const image = <Image id="code" className="print-code" src={picture} mode="scaleToFill" />;
  if (!IN_WECHAT) return image;
  return (
    <Press label="放大二维码" onPress={() => void Taro.previewImage({ urls: [picture] }).catch(() => undefined)}>
      {image}
    </Press>
  );
}

/** What is to be known of the code before printing; not on the paper. */
export function CodeNote({ stand, onAgain }: { stand: CodeStand; onAgain: () => void }) {
  if (stand === 'there')
    return IN_WECHAT ? (
      <View className="strip quiet print-aside">
        <Icon name="mark" />
        <View className="grow">点一下二维码放大，长按可以存图、发到业主群。</View>
      </View>
    ) : null;
  if (stand === 'waiting') return <View className="strip quiet print-aside">正在取二维码…</View>;
  if (stand === 'over')
    return (
      <View className="strip quiet print-aside" id="code-over">
        这次调查截止了，印出来没有二维码。
      </View>
    );
  return (
    <View className="strip yours-strip print-aside" id="code-away">
      <Icon name="alert" />
      <View className="grow">
        <View>二维码现在取不到。可以再试，也可以先印没有二维码的。</View>
        <View className="mt8">
          <Button id="code-again" icon="refresh" onPress={onAgain}>
            再取一次
          </Button>
        </View>
      </View>
    </View>
  );
}
