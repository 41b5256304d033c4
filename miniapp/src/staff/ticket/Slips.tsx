import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { api } from '../../kernel/api.ts';
import { toErrand, toErrandWriting } from '../../kernel/go.ts';
import { usePages } from '../../kernel/pages.ts';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Press } from '../../kernel/parts/Press.tsx';

/** Which departments it went to, and where each stands; and a way to another (D1, I3). */
export function Slips({ ticketId, version }: { ticketId: string; version: number }) {
  const paged = usePages((after) => api.errandsOfTicket({ id: ticketId, ...(after ? { after } : {}) }), `errands ${ticketId} ${version}`);
  const { value } = paged;
  if (!value || (value.items.length === 0 && !value.mayWrite)) return null;
  return (
    <View className="cells mt12" id="slips">
      {value.items.map((one) => (
        <Press key={one.id} id={`slip-${one.id}`} className="cell" role="link" onPress={() => toErrand(one.id)}>
          <View className="grow">
            <View className="row tight wrap">
              <Text className={`tag ${one.kind === 'urgent' ? 'urgent' : ''}`}>{one.label}</Text>
              {one.lead && <Text className="tag ours">牵头</Text>}
              <Text className="b">{one.to}</Text>
            </View>
            <View className="sub">{one.standing}</View>
          </View>
          <Icon name="right" />
        </Press>
      ))}
      <More paged={paged} label="看更早的单子" />
      {value.mayWrite && (
        <Press id="hand-to-department" className="cell" role="link" onPress={() => toErrandWriting(ticketId)}>
          <Icon name="swap" />
          <Text className="grow">转给部门</Text>
          <Icon name="right" />
        </Press>
      )}
      {value.mayWrite && (
        <Press id="register-letter" className="cell" role="link" onPress={() => Taro.navigateTo({ url: `/errands/letter/index?ticket=${ticketId}` })}>
          <Icon name="plus" />
          <Text className="grow">登记来信</Text>
          <Icon name="right" />
        </Press>
      )}
    </View>
  );
}
