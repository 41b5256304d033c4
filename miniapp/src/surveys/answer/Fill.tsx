import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type ReactNode, useEffect } from 'react';
import { sayLength } from '../../../../shared/kernel/time.ts';
import { useNow } from '../../kernel/clock.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { codeOf } from '../../kernel/say.ts';
import { useTurn } from '../../kernel/send.ts';
import { type Asks, type Given, useAnswers } from './draft.ts';
import { firstWrong, Progress, Sections } from './Form.tsx';

interface Props<Counted> {
  survey: Asks & { title: string; closesAt: string | null };
  /** Whose answers lie on the phone: a home's, or one's own. */
  whose: string;
  /** Who is asked, under its title. */
  asked: string;
  /** How often somebody answers, where that is not once a home. */
  once?: string;
  /** What stands before the questions. */
  children: ReactNode;
  hand: (given: Given) => Promise<Counted>;
  onCounted: (counted: Counted) => void;
  /** It was closed meanwhile, or asks otherwise. */
  onStale: () => void;
}

/**
 * A survey being filled in: kept on the phone, handed in with one tap. Never through the queue that sends by itself, and under no key: what waits there says when it was
 * said and by whom, and a survey knows neither. Sent twice it counts once.
 */
export function Fill<Counted>({ survey, whose, asked, once, children, hand, onCounted, onStale }: Props<Counted>) {
  const now = useNow();
  const filled = useAnswers(survey, whose);
  const { take, busy, refused } = useTurn();
  const submit = async () => {
    const counted = await take(() => hand(filled.given));
    if (!counted) return;
    // What follows is read from its beginning.
    void Promise.resolve(Taro.pageScrollTo({ scrollTop: 0, duration: 0 })).catch(() => undefined);
    onCounted(counted);
  };
  useEffect(() => {
    if (!refused) return;
    const code = codeOf(refused);
    if (code === 'surveys/closed' || code === 'surveys/other-edition') onStale();
    const wrong = firstWrong(survey, refused);
    void Promise.resolve(Taro.pageScrollTo({ ...(wrong ? { selector: `#q-${wrong}` } : { scrollTop: 0 }), duration: 200 })).catch(() => undefined);
  }, [refused]);
  const left = survey.closesAt ? `还有 ${sayLength(new Date(survey.closesAt).getTime() - now.getTime())}` : '';
  return (
    <Screen
      foot={
        <>
          <Progress filled={filled} left={left} {...(once ? { once } : {})} />
          <View className="mt8">
            <Button id="submit" look="main" busy={busy} onPress={submit}>
              交卷
            </Button>
          </View>
        </>
      }
    >
      <View className="lead survey-title">{survey.title}</View>
      <View className="sub">{asked} · 每样点一下</View>
      {children}
      {codeOf(refused) === 'server/unreachable' ? (
        <View className="strip danger mt12" {...{ role: 'alert' }} id="unsent">
          <Icon name="nosignal" />
          <View className="grow">没交出去，答的都存在手机里。有信号了，再点一次“交卷”；它不会自己发</View>
        </View>
      ) : (
        <Refusal refused={refused} kept="您答的都还在" />
      )}
      <View className="mt12">
        <Sections survey={survey} filled={filled} refused={refused} />
      </View>
      <View className="cap middle mt12">答的存在手机里，随时退出再来</View>
    </Screen>
  );
}
