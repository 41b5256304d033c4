import { View } from '@tarojs/components';
import { useConsents } from '../consents.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

/** 想在微信里收到进展？ One quiet row, never in the way; gone where there is nothing to ask. */
export function ConsentRow() {
  const { left, askable, open } = useConsents(['progress', 'needs_you']);
  if (!askable) return null;
  return (
    <View className="card mt12 row" id="consent">
      <Icon name="bell" />
      <View className="grow">
        <View className="b">{left ? '有进展，会在微信里告诉您' : '想在微信里收到进展？'}</View>
        <View className="sub">{left ? '一次同意收一条，想多收就再点' : '不开也能在“进度”里看'}</View>
      </View>
      {!left && (
        <Button id="open-consent" size="small" onPress={open}>
          打开
        </Button>
      )}
    </View>
  );
}
