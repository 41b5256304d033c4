import { DemoSignIn } from '#demo';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { IN_WECHAT } from '../../kernel/wechat.ts';
import { WechatSignIn } from './WechatSignIn.tsx';

/** 登录: in a demo, as any of its people; in WeChat, by WeChat; a browser says where to go. */
export default function SignInPage() {
  if (DEMO)
    return (
      <Screen>
        <DemoSignIn />
      </Screen>
    );
  return <Screen>{IN_WECHAT ? <WechatSignIn /> : <Blank title="请在微信里打开" note="在微信里搜“回音”小程序，点“用微信登录”就能进来。" />}</Screen>;
}
