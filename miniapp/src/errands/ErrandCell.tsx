import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { ErrandLine } from '../../../shared/contract/errands.ts';
import { toErrand } from '../kernel/go.ts';
import { Icon } from '../kernel/parts/Icon.tsx';
import { Press } from '../kernel/parts/Press.tsx';
import { NEEDS_WORK, SURVEY_WORK } from '../surveys/go.ts';

const isLate = ({ dueBy }: ErrandLine, now: Date) => dueBy !== null && new Date(dueBy) < now;

/** A survey has a page of its own; it comes round, and nobody wrote it. */
const PAGES: Partial<Record<ErrandLine['kind'], string>> = { survey: SURVEY_WORK, needs: NEEDS_WORK };
const opens = ({ id, kind }: ErrandLine) => (PAGES[kind] ? Taro.navigateTo({ url: `${PAGES[kind]}${id}` }) : toErrand(id));

/** One errand in a list: what, to whom, and where it stands. */
export function ErrandCell({ errand, now }: { errand: ErrandLine; now: Date }) {
  return (
    <Press id={`errand-${errand.id}`} className="cell" role="link" onPress={() => opens(errand)}>
      <View className="grow">
        <View className="row tight wrap">
          <Text className={`tag ${errand.kind === 'urgent' ? 'urgent' : ''}`}>{errand.label}</Text>
          {errand.lead && <Text className="tag ours">牵头</Text>}
          <Text className="b">{errand.to}</Text>
        </View>
        <View className="said mt4">{errand.words}</View>
        {errand.matter && (
          <View className="pair">
            <Text className="part">{errand.matter.title}</Text>
            <Text className="part">{errand.matter.where}</Text>
          </View>
        )}
        <View className={`sub ${isLate(errand, now) ? 'red' : ''}`}>
          {isLate(errand, now) && '已超时 · '}
          {errand.standing}
        </View>
        <View className="cap pair">
          <Text className="part">
            {errand.officeName}
            {!PAGES[errand.kind] && ` · ${errand.giverName}写的`}
          </Text>
          {errand.ticketNumber && <Text className="part nw">{errand.ticketNumber}</Text>}
        </View>
      </View>
      <Icon name="right" />
    </Press>
  );
}
