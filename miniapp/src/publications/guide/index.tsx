import { Text, View } from '@tarojs/components';
import type { GuideEntry } from '../../../../shared/contract/guide.ts';
import { GUIDE_SECTION_NAMES, GUIDE_SECTIONS } from '../../../../shared/guide/sections.ts';
import { toPhones, toSpeak } from '../../kernel/go.ts';
import { useGuide } from '../../kernel/guide.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { GuideCells } from '../../kernel/parts/GuideCells.tsx';
import { GuideFind } from '../../kernel/parts/GuideFind.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { Waiting } from '../../kernel/parts/Waiting.tsx';
import { useViewer, type Viewer } from '../../kernel/session.ts';
import { carryWords } from './carry.ts';

function Sections({ items }: { items: readonly GuideEntry[] }) {
  return (
    <>
      {GUIDE_SECTION_NAMES.map((section) => {
        const own = items.filter((one) => one.section === section);
        if (own.length === 0) return null;
        return (
          <View key={section}>
            <View className="sec">{GUIDE_SECTIONS[section]}</View>
            <GuideCells items={own} />
          </View>
        );
      })}
    </>
  );
}

function Guide({ viewer }: { viewer: Viewer }) {
  const guide = useGuide(viewer.home?.officeId);
  const { q, section, paged } = guide;
  const livesHere = viewer.session.homes.length > 0;
  const ask = () => {
    carryWords(q);
    void toSpeak();
  };
  return (
    <>
      <View className="cells">
        <Press id="go-phones" className="cell" role="link" onPress={toPhones}>
          <Text className="grow b">服务、投诉、值班电话</Text>
          <Icon name="right" />
        </Press>
      </View>
      <View className="mt12">
        <GuideFind guide={guide} />
      </View>
      <Shown asked={paged}>
        {({ items, next }) => (
          <>
            {items.length === 0 && !next && (
              <Blank
                icon={q ? 'search' : 'mark'}
                title={q ? '没找到' : section ? '这一栏还没有写' : '还没有办事指南'}
                note={q ? '换几个字试试，或者问服务中心，写好的字带过去。' : '想知道的，问服务中心。'}
              >
                {livesHere && (
                  <View className="mt20">
                    <Button id="ask-centre" look="main" onPress={ask}>
                      问服务中心
                    </Button>
                  </View>
                )}
              </Blank>
            )}
            <Sections items={items} />
            <More paged={paged} />
            {items.length > 0 && !next && livesHere && (
              <Press id="ask-centre" className="link mt12" role="link" onPress={ask}>
                没有您要的？问服务中心
              </Press>
            )}
          </>
        )}
      </Shown>
    </>
  );
}

/** 办事指南: what is asked often, by section, found as one types; what is not in it goes to the service centre (I12). */
export default function GuidePage() {
  const { viewer } = useViewer();
  return <Screen>{viewer ? <Guide viewer={viewer} /> : <Waiting />}</Screen>;
}
