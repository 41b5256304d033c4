import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { RESIDES_AS } from '../../../../shared/households/households.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { SearchField } from '../../kernel/parts/SearchField.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { toHousehold } from '../go.ts';

/** What is asked is two characters at least. */
const LEAST = 2;

/** 住户: the homes of an estate, found by how people write them, by who lives there, or by the last digits of a number. */
export default function HouseholdsPage() {
  const [words, write] = useState('');
  const [asked, ask] = useState('');
  const found = useAsked(asked ? () => api.households({ q: asked }) : null, asked);
  return (
    <Screen>
      <SearchField
        id="household-query"
        words={words}
        hint="房号、姓名、手机后四位"
        onWrite={write}
        onDone={() => words.trim().length >= LEAST && ask(words.trim())}
      />
      {!asked && <Blank icon="home" title="先找到这一户" note="写房号、姓名或者手机后四位。谁住进来、谁搬走，都在那一户里登记。" />}
      {asked && (
        <Shown asked={found}>
          {({ items }) => (
            <>
              {items.length === 0 && <Blank icon="home" title="没有找到" note="换一种写法试试，比如 3栋2单元502，或者登记的姓名。" />}
              <View className="cells mt12">
                {items.map((one) => (
                  <Press key={one.id} id={`household-${one.id}`} className="cell" role="link" onPress={() => toHousehold(one.id)}>
                    <View className="grow">
                      <View>
                        <Text className="b">{one.label}</Text>
                        {one.keyCustomer && <Text className="sub">　重要客户</Text>}
                      </View>
                      {one.organisation && <View className="sub">{one.organisation}</View>}
                      <View className="cap">
                        {one.residents.map((who) => `${who.name}（${RESIDES_AS[who.as]}）`).join('、') || '没有登记住户'} · {one.officeName}
                      </View>
                    </View>
                    <Icon name="right" />
                  </Press>
                ))}
              </View>
            </>
          )}
        </Shown>
      )}
    </Screen>
  );
}
