import { DemoSignIn } from '#demo';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';

/** 登录: in a demo, as any of its people; otherwise what is true today. */
export default function SignInPage() {
  return <Screen>{DEMO ? <DemoSignIn /> : <Blank title="微信登录还没有开通" note="这个版本还不能用微信登录，请找服务中心。" />}</Screen>;
}
