import { Button as NativeButton, Text, View } from '@tarojs/components';
import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { AGREE_BUTTON, answerPrivacy, usePrivacyAsked } from '../privacy.ts';
import { Button } from './Button.tsx';
import { Press } from './Press.tsx';
import { Sheet } from './Sheet.tsx';

/** The one place that asks about privacy: what is taken and what for; whoever refuses goes on without it. */
export function PrivacyDialog() {
  const asked = usePrivacyAsked();
  const [isHere, setHere] = useState(true);
  useDidShow(() => setHere(true));
  useDidHide(() => setHere(false));
  if (!asked || !isHere) return null;
  const refuse = () => answerPrivacy(false);
  return (
    <Sheet title="用到您的信息，先跟您说清楚" onClose={refuse}>
      <View className="mt8">手机号只用来认出您是哪一户；照片只给办这件事的人看。别的不拿，也不给别人。</View>
      <View className="mt8 sub">不同意也能用：手机号可以自己填，由服务中心核对；报修可以不带照片。</View>
      <Press id="privacy-contract" className="mt8" role="link" onPress={() => Taro.openPrivacyContract({})}>
        <Text className="link">看《隐私保护指引》</Text>
      </Press>
      <NativeButton
        id={AGREE_BUTTON}
        className="btn main native mt16"
        hoverClass="pressed"
        openType="agreePrivacyAuthorization"
        onAgreePrivacyAuthorization={() => answerPrivacy(true)}
      >
        同意
      </NativeButton>
      <Button id="refuse-privacy" look="plain" onPress={refuse}>
        不同意
      </Button>
    </Sheet>
  );
}
