import { Text, View } from '@tarojs/components';
import type { Service } from '../../../../shared/contract/services.ts';
import { sayMoney } from '../../../../shared/kernel/money.ts';
import { SERVICE_KIND_NAMES, SERVICE_KINDS, sayProvider, sayServiceParts } from '../../../../shared/services/services.ts';
import { sayDate } from '../moments.ts';
import { Icon } from './Icon.tsx';
import { Press } from './Press.tsx';

/** What a service costs, as it stands on the list: 80 元 / 台, 不收费. */
export const sayServicePrice = ({ kind, priceFen, unit }: Pick<Service, 'kind' | 'priceFen' | 'unit'>): string =>
  kind === 'convenience' ? '不收费' : `${sayMoney(priceFen)} / ${unit}`;

/** Cost and labour, and who does it. */
export const sayServiceNote = (service: Service): string =>
  [service.kind === 'paid' ? sayServiceParts(service) : '', sayProvider(service.kind, service.provider || null)].filter(Boolean).join(' · ');

function nextOf({ next, unit }: Service): string {
  if (!next) return '';
  return next.priceFen === null ? `${sayDate(next.from)}起不再提供` : `${sayDate(next.from)}起 ${sayMoney(next.priceFen)} / ${unit}`;
}

/** The services of an estate, the paid ones first; each a way on. */
export function ServiceCells({ items, today, onPress }: { items: readonly Service[]; today: string; onPress: ((service: Service) => void) | null }) {
  return (
    <>
      {SERVICE_KIND_NAMES.map((kind) => {
        const own = items.filter((one) => one.kind === kind);
        if (own.length === 0) return null;
        return (
          <View key={kind}>
            <View className="sec">{SERVICE_KINDS[kind]}</View>
            <View className="cells">
              {own.map((one) => (
                <Press key={one.id} id={`service-${one.name}`} className="cell" off={!onPress} onPress={() => onPress?.(one)}>
                  <View className="grow">
                    <View className="row tight wrap">
                      <Text className="b grow">{one.name}</Text>
                      <Text className="b nw">{sayServicePrice(one)}</Text>
                    </View>
                    <View className="sub">{sayServiceNote(one)}</View>
                    {one.about && <View className="cap mt4">{one.about}</View>}
                    {one.from > today && <View className="cap mt4">{sayDate(one.from)}起</View>}
                    {one.next && <View className="cap mt4">{nextOf(one)}</View>}
                  </View>
                  {onPress && <Icon name="right" />}
                </Press>
              ))}
            </View>
          </View>
        );
      })}
    </>
  );
}
