import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { MAX_QUANTITY } from '../../../../shared/contract/quotes.ts';
import { Order, type Service } from '../../../../shared/contract/services.ts';
import { sayMoney } from '../../../../shared/kernel/money.ts';
import { sayWish } from '../../../../shared/repairs/wishes.ts';
import { sayServiceParts } from '../../../../shared/services/services.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { lookAtConsents, offerConsents } from '../../kernel/consents.ts';
import { useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { sayServiceNote, sayServicePrice } from '../../kernel/parts/ServiceCells.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { Stepper } from '../../kernel/parts/Stepper.tsx';
import { codeOf } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';
import { useViewer, type Viewer } from '../../kernel/session.ts';
import { type WishDraft, WishSheet } from '../report/Extras.tsx';

const ANY_TIME: WishDraft = { wishFrom: '', wishUntil: '' };
/** What the list says now is not what was looked at. */
const STALE = ['services/price-changed', 'services/not-offered'];

function Price({ service, quantity }: { service: Service; quantity: number }) {
  if (service.kind === 'convenience') return <View className="foot-line">便民服务，不收费</View>;
  const { costFen, labourFen, priceFen } = service;
  return (
    <View className="foot-line" id="order-price">
      <View className="b">一共 {sayMoney(priceFen * quantity)}</View>
      <View>{sayServiceParts({ costFen: costFen * quantity, labourFen: labourFen * quantity })}</View>
    </View>
  );
}

function OrderForm({ viewer, service, onStale }: { viewer: Viewer; service: Service; onStale: () => Promise<void> }) {
  const now = useNow();
  const homes = viewer.session.homes.filter((one) => one.officeId === service.officeId);
  const [homeId, chooseHome] = useState(() => (homes.find((one) => one.id === viewer.home?.id) ?? homes[0])?.id ?? '');
  const [quantity, setQuantity] = useState(1);
  const [words, write, forget] = useDraft(`order.${service.id}`);
  const [wish, setWish] = useState(ANY_TIME);
  const [isWishing, wishFor] = useState(false);
  const { send, busy, refused } = useSend();
  useEffect(() => {
    void lookAtConsents();
  }, []);
  const submit = async () => {
    const wished = wish.wishFrom ? wish : {};
    const body = { homeId, itemId: service.id, lineId: service.lineId, quantity, words, ...wished };
    offerConsents();
    const done = await send(body, api.order, Order);
    if (!done) return;
    forget();
    void Taro.showToast({ title: '收到了，安排好就告诉您', icon: 'none', duration: 2_500 });
    await Taro.redirectTo({ url: `/tickets/detail/index?id=${done.id}` });
  };
  const foot = (
    <>
      <Price service={service} quantity={quantity} />
      {STALE.includes(codeOf(refused)) && refused ? (
        <Button id="see-price" look="main" onPress={onStale}>
          看新的价格
        </Button>
      ) : (
        <Button id="submit" look="main" busy={busy} onPress={submit}>
          {service.kind === 'paid' ? '按这个价格订' : '就订这个'}
        </Button>
      )}
    </>
  );
  return (
    <Screen foot={foot}>
      <Refusal refused={refused} />
      <View className="card">
        <View className="lead">{service.name}</View>
        <View className="sub mt4">{sayServicePrice(service)}</View>
        <View className="sub">{sayServiceNote(service)}</View>
        {service.about && <View className="mt8">{service.about}</View>}
      </View>
      <View className="label">要几{service.unit}</View>
      <Stepper id="quantity" label={service.name} many={quantity} least={1} most={MAX_QUANTITY} onChange={setQuantity} />
      <View className="label">哪一户</View>
      <View className="chips">
        {homes.map((one) => (
          <Chip key={one.id} id={`home-${one.id}`} on={one.id === homeId} onPress={() => chooseHome(one.id)}>
            {one.label}
          </Chip>
        ))}
      </View>
      <View className="cells mt16">
        <Press id="wish" className="cell" onPress={() => wishFor(true)}>
          <View className="grow">
            <View className="b">希望什么时候上门</View>
            <View className="sub">
              {wish.wishFrom ? sayWish({ from: new Date(wish.wishFrom), until: new Date(wish.wishUntil) }, now) : '随时都行'}
            </View>
          </View>
          <Icon name="right" />
        </Press>
      </View>
      <View className="label">
        想说的话<View className="cap">可以不写</View>
      </View>
      <Area id="order-words" words={words} hint="比如：客厅和卧室各一台，家里有小孩" onWrite={write} />
      {isWishing && <WishSheet draft={wish} onWrite={setWish} onClose={() => wishFor(false)} />}
    </Screen>
  );
}

/** 订服务: which home, how many, when; the price as seen stands with the order (R12). */
export default function OrderPage() {
  const { item = '' } = useRouter().params;
  const { viewer } = useViewer();
  const asked = useAsked(() => api.services({}), item);
  const service = asked.value?.items.find((one) => one.id === item);
  if (viewer && service) return <OrderForm key={service.lineId} viewer={viewer} service={service} onStale={asked.again} />;
  return (
    <Screen>
      <Shown asked={asked}>{() => <Blank title="这一项现在不提供了" note="回去看看别的，或者打服务中心电话。" />}</Shown>
    </Screen>
  );
}
