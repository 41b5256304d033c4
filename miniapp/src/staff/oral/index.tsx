import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { MAX_QUANTITY } from '../../../../shared/contract/quotes.ts';
import { OralOrder, type Service } from '../../../../shared/contract/services.ts';
import { sayMoney } from '../../../../shared/kernel/money.ts';
import { sayServiceParts } from '../../../../shared/services/services.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Pick } from '../../kernel/parts/Choice.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { sayServiceNote, sayServicePrice } from '../../kernel/parts/ServiceCells.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { Stepper } from '../../kernel/parts/Stepper.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';
import { type Draft, EMPTY } from '../intake/draft.ts';
import { HowItCame } from '../intake/HowItCame.tsx';
import { WhoseHome } from '../intake/WhoseHome.tsx';

type Call = (body: Record<string, unknown>, options: { key: string }) => Promise<{ id: string }>;

const bodyOf = ({ home, personId, name, channel, saidAt, words }: Draft, service: Service | undefined, quantity: number) => ({
  ...(home ? { homeId: home.id } : {}),
  ...(personId ? { personId } : { name }),
  ...(channel ? { channel } : {}),
  ...(saidAt ? { saidAt } : {}),
  ...(service ? { itemId: service.id, lineId: service.lineId } : {}),
  quantity,
  words,
});

/** 口头定单: which home, by what way, which service at what price, taken down for a caller (R12, I4). */
export default function OralPage() {
  const asked = useAsked(() => api.services({}), 'services');
  const [draft, setDraft] = useState(EMPTY);
  const [itemId, choose] = useState('');
  const [quantity, setQuantity] = useState(1);
  const { send, busy, refused, forgive } = useSend();
  const service = asked.value?.items.find((one) => one.id === itemId);
  const write = (part: Partial<Draft>) => {
    forgive();
    setDraft((old) => ({ ...old, ...part }));
  };
  const submit = async () => {
    const done = await send(bodyOf(draft, service, quantity), api.oralOrder as unknown as Call, OralOrder);
    if (!done) return void asked.again();
    await Taro.redirectTo({ url: `/staff/ticket/index?id=${done.id}` });
  };
  const part = { draft, wrong: (field: string) => wrongWith(refused, field) !== undefined, onWrite: write };
  const foot = (
    <>
      {service?.kind === 'paid' && (
        <View className="foot-line" id="order-price">
          <View className="b">先告诉住户：一共 {sayMoney(service.priceFen * quantity)}</View>
          <View>{sayServiceParts({ costFen: service.costFen * quantity, labourFen: service.labourFen * quantity })}</View>
        </View>
      )}
      <Button id="submit" look="main" busy={busy} onPress={submit}>
        {service?.kind === 'paid' ? '住户同意，记下定单' : '记下定单'}
      </Button>
    </>
  );
  return (
    <Screen foot={foot}>
      <Refusal refused={refused} />
      <WhoseHome {...part} byName />
      <HowItCame {...part} />
      <View className={`label ${part.wrong('itemId') || part.wrong('lineId') ? 'wrong' : ''}`}>订哪一项</View>
      <Shown asked={asked}>
        {({ items, today }) => (
          <>
            {items
              .filter(
                (one) =>
                  one.from <= today &&
                  (!draft.home ||
                    one.officeId === (asked.value?.offices.find((office) => office.name === draft.home?.officeName)?.id ?? one.officeId)),
              )
              .map((one) => (
                <Pick
                  key={one.id}
                  id={`service-${one.name}`}
                  on={one.id === itemId}
                  title={`${one.name}　${sayServicePrice(one)}`}
                  note={sayServiceNote(one)}
                  onPress={() => choose(one.id)}
                />
              ))}
          </>
        )}
      </Shown>
      <View className="label">要几{service?.unit ?? '份'}</View>
      <Stepper id="quantity" label={service?.name ?? '数量'} many={quantity} least={1} most={MAX_QUANTITY} onChange={setQuantity} />
      <View className="label">
        住户怎么说<View className="cap">可以不写</View>
      </View>
      <Area id="words" words={draft.words} hint="比如：周六上午有人在家" onWrite={(words) => write({ words })} />
    </Screen>
  );
}
