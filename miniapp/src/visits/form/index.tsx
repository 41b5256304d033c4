import { useRouter } from '@tarojs/taro';
import { isCallVisit } from '../../../../shared/visits/script.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { goBack } from '../../kernel/go.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { CallForm } from './CallForm.tsx';
import { CheckForm } from './CheckForm.tsx';
import './form.scss';

/** One visit: what to say, what to ask, what came of it; or what was seen on the spot. */
export default function VisitFormPage() {
  const { id = '', what = '' } = useRouter().params;
  const now = useNow();
  const asked = useAsked(() => api.ticketVisits({ id }), `${id}${what}`);
  // One look on the spot is one check: the soonest.
  const line = asked.value?.items.find((one) => (isCallVisit(what) ? one.what === what : !isCallVisit(one.what)));
  if (line && isCallVisit(line.what)) return <CallForm line={line} what={line.what} now={now} onTried={asked.again} />;
  if (line) return <CheckForm line={line} now={now} />;
  return (
    <Screen>
      <Shown asked={asked}>
        {() => (
          <Blank icon="check" title="这一次不用做了" note="刚才可能已经有同事做过，或者住户自己回了话。">
            <Button id="visit-back" look="line" onPress={goBack}>
              回去
            </Button>
          </Blank>
        )}
      </Shown>
    </Screen>
  );
}
