import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { DemoForward } from '#demo';
import type { Figure } from '../../../../shared/contract/settings.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { ChangeCell } from '../ChangeCell.tsx';
import { ProposalCard } from '../ProposalCard.tsx';
import { sayComing, sayLimits, sayWhose } from '../say.ts';
import { Change } from './Change.tsx';

/** One figure of an office, with what may be done about it and how it was set before. */
async function ask(officeId: string, key: Figure['key']) {
  const [{ clauses, proposals, ...rest }, { items }] = await Promise.all([api.settings({ officeId }), api.settingHistory({ officeId, key })]);
  const clause = clauses.find(({ figures }) => figures.some((one) => one.key === key));
  const figure = clause?.figures.find((one) => one.key === key);
  const proposal = rest.office.isCompany ? undefined : proposals.find((one) => one.key === key);
  return clause && figure ? { ...rest, clause, figure, proposal, history: items } : { ...rest, clause: null, figure: null, proposal, history: items };
}

function Held({ figure, clause, words, place }: { figure: Figure; clause: string; words: string; place: string }) {
  return (
    <View className="card" id="figure">
      <View className="row tight wrap">
        <Text className="tag ours">{clause}</Text>
        <Text className="cap">{place}</Text>
      </View>
      <View className="mt8">{figure.label}</View>
      <View className="title" id="figure-value">
        {figure.said}
      </View>
      <View className="sub mt4">
        <Dated text={sayWhose(figure)} />
      </View>
      {figure.coming.map((turn) => (
        <View key={`${turn.from} ${turn.whose}`} className="sub">
          <Dated text={sayComing(turn)} />
        </View>
      ))}
      <View className="cap mt8">
        上下限：{sayLimits(figure)}
        {figure.whose === 'estate' && `。公司的是 ${figure.above}`}
      </View>
      {words && <View className="sub mt8">{words}</View>}
    </View>
  );
}

/** 一项规矩: what it is and whose, what is coming, the way to change it, and every time it was set (A3, A4). */
export default function SettingPage() {
  const now = useNow();
  const { office = '', key = '' } = useRouter().params;
  const asked = useAsked(() => ask(office, key as Figure['key']), `setting ${office} ${key}`);
  return (
    <Screen>
      <Shown asked={asked}>
        {({ office: place, figure, clause, proposal, history, maySet, mayPropose, firstDay }) =>
          figure && clause ? (
            <>
              <Held figure={figure} clause={clause.clause} words={clause.words} place={place.name} />
              {proposal && <ProposalCard proposal={proposal} now={now} onDone={asked.again} />}
              {(maySet || (mayPropose && figure.own && !figure.waiting)) && (
                <Change key={figure.seen ?? 'new'} figure={figure} office={place} firstDay={firstDay} onDone={asked.again} />
              )}
              {mayPropose && !figure.own && <View className="sub mt12">这一项全公司一个样，小区不另定。</View>}
              <View className="sec">以前怎么定的</View>
              <View className="cells" id="history">
                {history.length === 0 && <View className="cell sub">没有改过，一直照手册</View>}
                {history.map((change) => (
                  <ChangeCell key={change.id} change={change} now={now} />
                ))}
              </View>
            </>
          ) : (
            <Blank title="没有这一项" note="" />
          )
        }
      </Shown>
      <DemoForward onForward={asked.again} />
    </Screen>
  );
}
