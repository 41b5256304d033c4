import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { DemoForward } from '#demo';
import type { Figure } from '../../../../shared/contract/settings.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { toPhones } from '../../kernel/go.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Chips } from '../../kernel/parts/Choice.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { SearchField } from '../../kernel/parts/SearchField.tsx';
import { Segments } from '../../kernel/parts/Segments.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { toSetting, toSettingChanges } from '../go.ts';
import { ProposalCard } from '../ProposalCard.tsx';
import { sayComing, sayWhose } from '../say.ts';

const PARTS = [
  { name: 'all', label: '全部', id: 'figures-all' },
  { name: 'set', label: '改过的', id: 'figures-set' },
] as const;
type Part = (typeof PARTS)[number]['name'];

const isSet = (figure: Figure) => figure.whose !== 'manual' || figure.coming.length > 0 || figure.waiting;

function FigureCell({ figure, officeId }: { figure: Figure; officeId: string }) {
  return (
    <Press id={`figure-${figure.key}`} className="cell" role="link" onPress={() => toSetting(officeId, figure.key)}>
      <View className="grow">
        <View className="row tight">
          <Text className="grow">{figure.label}</Text>
          <Text className="b nw">{figure.said}</Text>
        </View>
        <View className="sub">
          <Dated text={sayWhose(figure)} />
        </View>
        {figure.coming.map((turn) => (
          <View key={`${turn.from} ${turn.whose}`} className="cap">
            <Dated text={sayComing(turn)} />
          </View>
        ))}
        {figure.waiting && <View className="cap">提了一个新的，等品质管理部记</View>}
      </View>
      <Icon name="right" />
    </Press>
  );
}

/** 公司的规矩: every figure by its clause, as it holds for an office today (A4). */
export default function SettingsPage() {
  const now = useNow();
  const [chosen, choose] = useState<string | null>(null);
  const asked = useAsked(() => api.settings(chosen === null ? {} : { officeId: chosen }), `settings ${chosen ?? ''}`);
  const [words, write] = useState('');
  const [part, turn] = useState<Part>('all');
  return (
    <Screen>
      <Shown asked={asked}>
        {({ office, offices, clauses, proposals, maySet, mayPropose }) => {
          const found = clauses
            .map((one) => ({
              ...one,
              figures: one.figures.filter(
                (figure) => (part === 'all' || isSet(figure)) && [one.clause, one.words, figure.label].some((text) => text.includes(words.trim())),
              ),
            }))
            .filter((one) => one.figures.length > 0);
          return (
            <>
              {offices.length > 1 && (
                <Chips id="office" items={offices.map(({ id, name }) => ({ name: id, label: name }))} chosen={office.id} onChoose={choose} />
              )}
              <View className="sub mt8">
                {office.isCompany
                  ? `公司定的，每个小区都照这个。${maySet ? '点一项，从明天或以后起改。' : '由公司领导、管理者代表来定。'}`
                  : `${office.singleClient ? '这个小区只服务一家客户，在上下限里可以有自己的。' : '小区自己的，只能比公司更严。'}${mayPropose ? '点一项来提，品质管理部记下才算。' : '由主任提，品质管理部记下才算。'}`}
              </View>
              {proposals.map((proposal) => (
                <ProposalCard key={proposal.approvalId} proposal={proposal} now={now} onDone={asked.again} />
              ))}
              <View className="cells mt12">
                <Press id="go-changes" className="cell" role="link" onPress={toSettingChanges}>
                  <Text className="grow b">谁改过哪些</Text>
                  <Icon name="right" />
                </Press>
                <Press id="go-phones" className="cell" role="link" onPress={toPhones}>
                  <Text className="grow b">服务、投诉、值班电话</Text>
                  <Icon name="right" />
                </Press>
              </View>
              <View className="mt12">
                <SearchField id="find-figure" words={words} hint="找一项，比如：派人" onWrite={write} />
              </View>
              <View className="mt12">
                <Segments items={PARTS} chosen={part} onChoose={turn} />
              </View>
              {found.length === 0 && <Blank title={words ? '没有找到这一项' : '都照手册，没有改过的'} note="" />}
              {found.map(({ clause, words: told, figures }) => (
                <View key={clause}>
                  <View className="sec">{clause}</View>
                  {told && <View className="sub">{told}</View>}
                  <View className="cells mt8">
                    {figures.map((figure) => (
                      <FigureCell key={figure.key} figure={figure} officeId={office.id} />
                    ))}
                  </View>
                </View>
              ))}
            </>
          );
        }}
      </Shown>
      <DemoForward onForward={asked.again} />
    </Screen>
  );
}
