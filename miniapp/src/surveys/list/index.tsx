import { Text, View } from '@tarojs/components';
import { Fragment, useEffect } from 'react';
import { DemoForward } from '#demo';
import type { SurveyLine } from '../../../../shared/contract/surveys.ts';
import { api } from '../../kernel/api.ts';
import { toSurvey, toTicket } from '../../kernel/go.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { forgetAnswersOf } from '../answer/draft.ts';
import { toContact, toResults } from '../go.ts';

const STANDS: Record<Exclude<SurveyLine['stand'], 'open'>, string> = { answered: '答过了', over: '截止了', published: '看结果' };

/** What a home that has answered may ask, or has asked, beside it (Z16). */
function Contact({ line: { id, homeId, contact, mayAsk } }: { line: SurveyLine }) {
  if (contact)
    return (
      <Press id={`contact-${id}-${homeId}`} className="cell link" role="link" onPress={() => toTicket(contact, false)}>
        您家请我们联系了，看进展
      </Press>
    );
  if (!mayAsk) return null;
  return (
    <Press id={`ask-${id}-${homeId}`} className="cell link" role="link" onPress={() => toContact(id, homeId)}>
      请联系我（记名，和答卷不连在一起）
    </Press>
  );
}

function Row({ line }: { line: SurveyLine }) {
  const { id, homeId, stand } = line;
  return (
    <Press
      id={`survey-${id}-${homeId}`}
      className="cell"
      role="link"
      onPress={() => void (stand === 'published' ? toResults(id) : toSurvey(id, homeId))}
    >
      <View className="grow">
        <View className="row tight wrap">
          <Text className="b">{line.title}</Text>
          {stand !== 'open' && <Text className="tag ours">{STANDS[stand]}</Text>}
        </View>
        <View className="sub">
          <Dated text={line.says} />
        </View>
        <View className="cap pair">
          <Text className="part">{line.homeLabel}</Text>
          <Text className="part">{line.officeName}</Text>
        </View>
      </View>
      <Icon name="right" />
    </Press>
  );
}

/** 满意率调查: what one's homes are asked, what waits for an answer first, and what came of it (S1). */
export default function SurveysPage() {
  const paged = usePages((after) => api.surveys(after ? { after } : {}), 'surveys');
  const items = paged.value?.items ?? [];
  useEffect(() => {
    // Nobody takes them any more: what was half filled in goes.
    for (const { id, homeId, stand } of items) if (stand !== 'open') forgetAnswersOf(id, homeId);
  }, [paged.value]);
  const waits = items.filter(({ stand }) => stand === 'open');
  const rest = items.filter(({ stand }) => stand !== 'open');
  return (
    <Screen>
      <Shown asked={paged}>
        {() => (
          <>
            {items.length === 0 && <Blank title="还没有发到您家的调查" note="每半年问一次，发到您家时，首页会告诉您。" />}
            {waits.length > 0 && (
              <>
                <View className="sec">等您答</View>
                <View className="yours">
                  {waits.map((line) => (
                    <Row key={`${line.id} ${line.homeId}`} line={line} />
                  ))}
                </View>
              </>
            )}
            {rest.length > 0 && (
              <>
                <View className="sec">以前的</View>
                <View className="cells">
                  {rest.map((line) => (
                    <Fragment key={`${line.id} ${line.homeId}`}>
                      <Row line={line} />
                      <Contact line={line} />
                    </Fragment>
                  ))}
                </View>
              </>
            )}
            <More paged={paged} />
          </>
        )}
      </Shown>
      <DemoForward onForward={paged.again} />
    </Screen>
  );
}
