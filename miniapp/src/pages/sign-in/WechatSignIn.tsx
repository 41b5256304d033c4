import { Button as NativeButton, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Asked, SignedIn } from '../../../../shared/contract/sign-in.ts';
import { Problem } from '../../../../shared/kernel/problem.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useNow } from '../../kernel/clock.ts';
import { call } from '../../kernel/go.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Field } from '../../kernel/parts/Field.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { codeOf, wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';
import { enter } from '../../kernel/session.ts';
import { loginCode } from '../../kernel/wechat.ts';
import { AskForm } from './AskForm.tsx';
import { SetUpForm } from './SetUpForm.tsx';

/** What became of the form, where one was handed in. */
function AskedStrip({ asked }: { asked: Asked }) {
  const now = useNow();
  const when = sayMoment(new Date(asked.askedAt), now);
  return (
    <View id="asked" className={`strip ${asked.state === 'declined' ? 'danger' : 'quiet'} mt12`}>
      <Icon name={asked.state === 'declined' ? 'alert' : 'mark'} />
      <View className="grow">
        <View className="b">{asked.state === 'declined' ? '服务中心没有核对上' : `交给${asked.officeName}服务中心了`}</View>
        <View>{asked.state === 'declined' ? asked.reason : `${when} 交的。核对好以后，再点“用微信登录”就能进来。`}</View>
        <View className="mt8">
          <Button id="call-office" icon="phone" onPress={() => call(asked.hotline)}>
            打电话问
          </Button>
        </View>
      </View>
    </View>
  );
}

type Way = 'phone' | 'ask' | 'invitation';
type Detail = { code?: string; errMsg?: string };

/** The button by which WeChat vouches for the phone's number; nothing where that was refused. */
function OneTap({ label, busy, onNumber }: { label: string; busy: boolean; onNumber: (detail: Detail) => Promise<void> }) {
  return (
    <NativeButton
      id="vouched-number"
      className={`btn main native mt16 ${busy ? 'busy' : ''}`}
      hoverClass="pressed"
      openType="getPhoneNumber"
      disabled={busy}
      onGetPhoneNumber={(event) => void onNumber(event.detail as Detail)}
    >
      {busy ? '正在绑定…' : label}
    </NativeButton>
  );
}

function Bind({ pass, asked, onOver, onAsked }: { pass: string; asked: Asked | null; onOver: () => void; onAsked: (asked: Asked) => void }) {
  const invited = useRouter().params.invitation ?? '';
  const [way, setWay] = useState<Way>(invited ? 'invitation' : 'phone');
  // A number may be somebody else's by now: the form goes on with a pass that says WeChat vouched for it.
  const [doubted, doubt] = useState('');
  const [invitation, setInvitation] = useState(invited);
  const { send, busy, refused, forgive } = useSend();
  const isOver = codeOf(refused) === 'sign-in/pass-over';
  const choose = (next: Way) => {
    forgive();
    setWay(next);
  };

  const vouched = async ({ code }: Detail) => {
    // Refused, in WeChat's window or about privacy: the number can be typed all the same.
    if (!code) return choose(way === 'phone' ? 'ask' : way);
    const answer = way === 'invitation' ? await send({ pass, invitation, code }, api.redeemInvitation) : await send({ pass, code }, api.bindByPhone);
    if (answer?.token) await enter(answer.token);
    else if (answer?.pass) {
      doubt(answer.pass);
      choose('ask');
    }
  };

  const oneTap = (label: string) => <OneTap label={label} busy={busy} onNumber={vouched} />;

  return (
    <>
      <View className="title mt20">第一次来，先绑定您的房屋</View>
      {asked && <AskedStrip asked={asked} />}
      {way === 'phone' && (
        <>
          <View className="sub mt8">用登记在服务中心的手机号。您的号码平时只显示后四位，谁看过都有记录。</View>
          <Refusal refused={refused} kept="" />
          {oneTap('手机号一键绑定')}
        </>
      )}
      {way === 'invitation' && (
        <>
          <View className="sub mt8">填同事或家人发给您的邀请码，再用发给的那个手机号确认。</View>
          <Field
            id="invitation"
            label="邀请码"
            words={invitation}
            hint="26 位，可以粘贴"
            max={60}
            wrong={wrongWith(refused, 'invitation')}
            onWrite={(words) => {
              forgive();
              setInvitation(words);
            }}
          />
          <Refusal refused={refused} kept="" />
          {invitation.trim() !== '' && oneTap('用手机号确认')}
        </>
      )}
      {way === 'ask' && doubted && (
        <View id="doubted" className="strip quiet mt12">
          <Icon name="lock" />
          <View className="grow">手机号有时会换人，所以这一次请服务中心核对一下。填好下面的表，核对好以后再点“用微信登录”就能进来。</View>
        </View>
      )}
      {way === 'ask' && <AskForm pass={doubted || pass} onOver={onOver} onAsked={onAsked} />}
      {isOver && (
        <Button id="sign-in-again" onPress={onOver}>
          重新登录
        </Button>
      )}
      <View className="mt20">
        {way !== 'phone' && (
          <Button id="way-phone" look="plain" onPress={() => choose('phone')}>
            手机号一键绑定
          </Button>
        )}
        {way !== 'ask' && (
          <Button id="way-ask" look="plain" onPress={() => choose('ask')}>
            另一种：填号码，由服务中心核对
          </Button>
        )}
        {way !== 'invitation' && (
          <Button id="way-invitation" look="plain" onPress={() => choose('invitation')}>
            我有邀请码
          </Button>
        )}
      </View>
    </>
  );
}

/** 用微信登录: one tap; whom nobody knows yet binds by the vouched number, by the service centre, or by an invitation. */
export function WechatSignIn() {
  const { send, busy, refused } = useSend();
  const [stranger, setStranger] = useState<{ pass: string; asked: SignedIn['asked']; isNew: boolean } | null>(null);
  const signIn = async () => {
    const answer = await send({}, async () => {
      const code = await loginCode().catch(() => {
        throw new Problem('wechat/away');
      });
      return api.wechatSignIn({ code });
    });
    if (answer?.token) await enter(answer.token);
    else if (answer?.pass) setStranger({ pass: answer.pass, asked: answer.asked, isNew: answer.isNew });
  };
  if (stranger?.isNew)
    return (
      <SetUpForm
        vouch={(submit, isSending) => (
          <OneTap label="用手机号确认，建公司" busy={isSending} onNumber={async ({ code }) => (code ? submit(stranger.pass, code) : undefined)} />
        )}
      />
    );
  if (stranger)
    return (
      <Bind
        pass={stranger.pass}
        asked={stranger.asked}
        onOver={() => setStranger(null)}
        onAsked={(asked) => {
          setStranger({ ...stranger, asked });
          void Taro.pageScrollTo({ scrollTop: 0 });
        }}
      />
    );
  return (
    <>
      <View className="title mt20">回音</View>
      <View className="sub mt8">报修、留言，说了都有回音。</View>
      <Refusal refused={refused} kept="" />
      <View className="mt20">
        <Button id="wechat-sign-in" look="main" size="big" busy={busy} onPress={signIn}>
          用微信登录
        </Button>
      </View>
    </>
  );
}
