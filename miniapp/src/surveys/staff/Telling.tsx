import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { Output } from '../../../../shared/contract/client.ts';
import type { surveyRoutes } from '../../../../shared/contract/surveys.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { TOLD_BY, type ToldBy } from '../../../../shared/surveys/telling.ts';
import { useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips, choicesOf } from '../../kernel/parts/Choice.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { wrongWith } from '../../kernel/say.ts';
import type { SurveyWork } from './act.ts';

export type SurveyTelling = Output<(typeof surveyRoutes)['surveyTelling']>;

type Provider = SurveyTelling['providers'][number];

const left = ({ providers }: SurveyTelling): Provider[] => providers.filter(({ told }) => told === null);

/** Why nobody has to be told, or what comes first. */
function sayNone({ why, leastShown, text }: SurveyTelling): string | null {
  if (why === 'nobody') return '都是本小区的人做的，不用另外告诉服务方。';
  if (why === 'few') return `答的不到 ${leastShown} 户，没有可以给服务方看的，不用告诉。`;
  return text === null ? '公布结果以后，要告诉这几家做得怎么样。' : null;
}

/** 给服务方的结果: what they may be given, and who of them was told when (S10). */
export function Telling({ telling, now }: { telling: SurveyTelling; now: Date }) {
  const { providers, text } = telling;
  const none = sayNone(telling);
  if (providers.length === 0 && telling.why === null) return null;
  return (
    <>
      <View className="sec">告诉服务方</View>
      {none && (
        <View className="cap" id="telling-none">
          {none}
        </View>
      )}
      {telling.why === null && (
        <View className="cells mt8" id="providers">
          {providers.map(({ id, name, told }) => (
            <View key={id} id={`provider-${id}`} className="cell">
              <View className="grow">
                <View className="row tight wrap">
                  <Text className="b">{name}</Text>
                  {text !== null && <Text className={`tag ${told ? 'kept' : 'ours'}`}>{told ? '告诉了' : '还没告诉'}</Text>}
                </View>
                {told && <View className="said mt8">{told.words}</View>}
                {told && (
                  <View className="cap">
                    <Dated text={`${sayMoment(new Date(told.at), now)} ${TOLD_BY[told.how]}`} /> · {told.byName}
                  </View>
                )}
              </View>
            </View>
          ))}
        </View>
      )}
      {text !== null && (
        <>
          <View className="label">给服务方的结果</View>
          <View className="card said" id="telling-text">
            {text}
          </View>
          <Button id="copy-telling" look="line" icon="copy" onPress={() => void Taro.setClipboardData({ data: text })}>
            复制这段话
          </Button>
        </>
      )}
    </>
  );
}

/** Which of them was told, by what way, and what was said. */
export function TellForm({ telling, work, onDone }: { telling: SurveyTelling; work: SurveyWork; onDone: () => void }) {
  const waiting = left(telling);
  const [provider, choose] = useState(waiting[0]?.id ?? '');
  const [how, setHow] = useState<ToldBy | null>(null);
  const [words, write, forget] = useDraft(`tellProvider.${work.id}.${provider}`);
  const submit = async () => {
    if (!(await work.act('tellProvider', { providerId: provider, ...(how ? { how } : {}), words }))) return;
    forget();
    onDone();
  };
  const wrong = (field: string) => (wrongWith(work.refused, field) === undefined ? '' : 'wrong');
  const anew =
    <Value,>(put: (next: Value) => void) =>
    (next: Value) => {
      work.forgive();
      put(next);
    };
  return (
    <>
      <View className="cap">照“给服务方的结果”念，或者复制给对方；不说是哪一户答的</View>
      <View className={`label ${wrong('providerId')}`}>哪一家</View>
      <Chips id="provider" items={waiting.map(({ id, name }) => ({ name: id, label: name }))} chosen={provider} onChoose={anew(choose)} />
      <View className={`label ${wrong('how')}`}>怎么告诉的</View>
      <Chips id="how" items={choicesOf(TOLD_BY)} chosen={how} onChoose={anew(setHow)} />
      <View className={`label ${wrong('words')}`}>说了什么，对方答应了什么</View>
      <Area
        id="tellProvider-words"
        words={words}
        hint="比如：说了来得晚的多，对方答应上门前先打电话"
        max={500}
        wrong={wrong('words') !== ''}
        onWrite={anew(write)}
      />
      <View className="mt16">
        <Button id="do-tellProvider" look="main" busy={work.busy} onPress={submit}>
          告诉过了，记下来
        </Button>
      </View>
    </>
  );
}
