import { View } from '@tarojs/components';
import { call, toTab } from '../go.ts';
import { codeOf, isShut, sayRefusal } from '../say.ts';
import { hotlineNow, isAtWork } from '../session.ts';
import { Blank } from './Blank.tsx';
import { Button } from './Button.tsx';

const NOTES: Record<string, string> = {
  'seen/not-found': '可能号码不对，或者不是您家的。换了手机号，请让服务中心帮您核对。',
  'server/unreachable': '等一会儿再试一次。急的事，请打电话。',
};

/** The same for a colleague, whether there is no such matter or it is not theirs to read. */
const NOT_A_COLLEAGUES = '可能编号不对，已经清除，或者这一件不归您看。';

/** A page that could not be shown: not there, not theirs, no connection, or our fault. */
export function Failed({ failed, onAgain }: { failed: unknown; onAgain: () => void }) {
  const hotline = hotlineNow();
  const atWork = isAtWork();
  const isMissing = codeOf(failed) === 'seen/not-found';
  const isOffline = codeOf(failed) === 'server/unreachable';
  const { title, detail } = sayRefusal(failed);
  if (codeOf(failed).endsWith('/staff-only')) return <Blank icon="lock" title="这一页只给同事看" note={title} />;
  if (isShut(failed) && !isMissing) return <Blank icon="lock" title={title} />;
  return (
    <Blank
      icon={isMissing ? 'search' : 'nosignal'}
      title={isMissing ? '没找到这一件' : isOffline ? '现在连不上' : '没取到'}
      note={isMissing && atWork ? NOT_A_COLLEAGUES : (NOTES[codeOf(failed)] ?? (detail || title))}
    >
      <View className="mt20">
        {isMissing ? (
          <Button id="go-progress" look="main" onPress={() => toTab('progress')}>
            {atWork ? '看全部' : '看我的进度'}
          </Button>
        ) : (
          <Button id="again" look="main" icon="refresh" onPress={onAgain}>
            再试一次
          </Button>
        )}
      </View>
      {hotline && !(isMissing && atWork) && (
        <View className="mt12">
          <Button icon="phone" onPress={() => call(hotline)}>
            打电话问
          </Button>
        </View>
      )}
    </Blank>
  );
}
