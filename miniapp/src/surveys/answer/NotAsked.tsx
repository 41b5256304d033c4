import { View } from '@tarojs/components';
import { toSpeak, toSurveys, toTab } from '../../kernel/go.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { isAtWork } from '../../kernel/session.ts';

const CODE_UNKNOWN = '这个二维码认不出来';

/** A survey that went to none of one's homes, or a code that names none: what else can be done. */
export function NotAsked({ isKnown }: { isKnown: boolean }) {
  if (isAtWork())
    return (
      <Blank
        title={isKnown ? '这一页是住户答的' : CODE_UNKNOWN}
        note={isKnown ? '您自己家不在这次调查里，不用答。' : '请对准意见表上的二维码再扫一次。'}
      >
        <View className="mt20">
          <Button id="go-home" look="main" onPress={() => toTab('home')}>
            回首页
          </Button>
        </View>
      </Blank>
    );
  return (
    <Blank
      title={isKnown ? '这次调查没有发到您家' : CODE_UNKNOWN}
      note={
        isKnown
          ? '有的调查只抽一部分住户；别的小区的，也答不了。您有话，随时可以说。'
          : '请对准意见表上的二维码再扫一次，或者在“我的 › 满意率调查”里找。'
      }
    >
      <View className="mt20">
        <Button id="go-surveys" look="main" onPress={toSurveys}>
          看发到我家的调查
        </Button>
      </View>
      <View className="mt12">
        <Button id="go-speak" onPress={toSpeak}>
          有话想说
        </Button>
      </View>
    </Blank>
  );
}
