import { Text, View } from '@tarojs/components';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useNow } from '../../kernel/clock.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { StandStill } from '../../kernel/parts/StandStill.tsx';

/** 您提了，公司这样答: the company's documents that answered needs, newest first, to every colleague (S11). */
export default function DocumentsPage() {
  const now = useNow();
  const paged = usePages((after) => api.companyDocuments(after ? { after } : {}), 'documents');
  return (
    <Screen>
      <StandStill />
      <Shown asked={paged}>
        {({ items }) => (
          <>
            {items.length === 0 && <Blank title="还没有答复过" note="员工需求普查里很多人说到的、写给总经理的信，公司用文件答复的都在这里。" />}
            {items.map(({ id, title, words, gets, at, answers }) => (
              <View key={id} id={`document-${id}`} className="card mt12">
                <View className="row tight wrap">
                  <Text className="b grow">{title}</Text>
                  <Text className="tag ours">{answers}</Text>
                </View>
                <View className="said mt8">{words}</View>
                {gets.map(({ need, gets: what }) => (
                  <View key={need} className="mt8">
                    <View className="sub">{need}</View>
                    <View className="said">{what}</View>
                  </View>
                ))}
                <View className="cap mt8">
                  <Dated text={sayMoment(new Date(at), now)} />
                </View>
              </View>
            ))}
            <More paged={paged} />
          </>
        )}
      </Shown>
    </Screen>
  );
}
