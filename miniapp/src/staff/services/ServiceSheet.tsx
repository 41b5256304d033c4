import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import { MAX_PROVIDER, type Service, serviceRoutes } from '../../../../shared/contract/services.ts';
import { readMoney, writeMoney } from '../../../../shared/kernel/money.ts';
import { SERVICE_KIND_NAMES, SERVICE_KINDS, type ServiceKind } from '../../../../shared/services/services.ts';
import { api } from '../../kernel/api.ts';
import { sayDate } from '../../kernel/moments.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { Field } from '../../kernel/parts/Field.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';

interface Props {
  officeId: string;
  /** None for one that is not on the list yet. */
  service: Service | null;
  providers: readonly string[];
  today: string;
  onDone: () => void;
  onClose: () => void;
}

/** Who does it: the estate's own people, or an outside provider by name. */
export function ProviderChoice({ providers, chosen, onChoose }: { providers: readonly string[]; chosen: string; onChoose: (name: string) => void }) {
  const [writes, write] = useState(chosen !== '' && !providers.includes(chosen));
  return (
    <>
      <View className="chips">
        {providers.map((one) => (
          <Chip
            key={one}
            id={`provider-${one}`}
            on={!writes && one === chosen}
            onPress={() => {
              write(false);
              onChoose(one);
            }}
          >
            {one}
          </Chip>
        ))}
        <Chip
          id="provider-other"
          on={writes}
          onPress={() => {
            write(true);
            onChoose('');
          }}
        >
          别的单位
        </Chip>
      </View>
      {writes && <Field id="provider-name" label="单位的名字" words={chosen} hint="比如：邻家保洁" max={MAX_PROVIDER} onWrite={onChoose} />}
    </>
  );
}

interface Draft {
  name: string;
  unit: string;
  kind: ServiceKind;
  cost: string;
  labour: string;
  about: string;
  outside: boolean;
  provider: string;
}

const draftOf = (service: Service | null): Draft => ({
  name: service?.name ?? '',
  unit: service?.unit ?? '次',
  kind: service?.kind ?? 'paid',
  cost: service ? writeMoney(service.costFen) : '',
  labour: service ? writeMoney(service.labourFen) : '',
  about: service?.about ?? '',
  outside: (service?.provider ?? '') !== '',
  provider: service?.provider ?? '',
});

const fenOf = (kind: ServiceKind, yuan: string) => (kind === 'convenience' ? 0 : (readMoney(yuan) ?? (undefined as unknown as number)));

/** One service: what, of what price, who does it, from a day on; what stood before stays. */
export function ServiceSheet({ officeId, service, providers, today, onDone, onClose }: Props) {
  const [draft, setDraft] = useState(() => draftOf(service));
  const [from, setFrom] = useState(today);
  const { send, busy, refused } = useSend();
  const write = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const save = async () => {
    const { name, unit, kind, cost, labour, about, outside, provider } = draft;
    const price = { costFen: fenOf(kind, cost), labourFen: fenOf(kind, labour) };
    const body = { officeId, itemId: service?.id ?? null, name, unit, kind, ...price, about, provider: outside ? provider : '', from };
    if (await send(body, api.saveService, serviceRoutes.saveService.body)) onDone();
  };
  const withdraw = async () => {
    if (service && (await send({ id: service.id, from }, api.withdrawService))) onDone();
  };
  const wrong = (field: string) => wrongWith(refused, field);
  return (
    <Sheet title={service ? '改这一项' : '加一项特约服务'} onClose={onClose}>
      <Field
        id="service-name"
        label="项目"
        words={draft.name}
        hint="比如：空调清洗"
        max={30}
        wrong={wrong('name')}
        onWrite={(name) => write({ name })}
      />
      <View className="chips mt12">
        {SERVICE_KIND_NAMES.map((one) => (
          <Chip key={one} id={`kind-${one}`} on={one === draft.kind} onPress={() => write({ kind: one })}>
            {SERVICE_KINDS[one]}
          </Chip>
        ))}
      </View>
      {draft.kind === 'paid' && (
        <>
          <Field
            id="service-cost"
            label="成本（元）"
            words={draft.cost}
            hint="材料、工具，没有写 0"
            max={10}
            wrong={wrong('costFen')}
            onWrite={(cost) => write({ cost })}
          />
          <Field
            id="service-labour"
            label="人工（元）"
            words={draft.labour}
            hint="比如：60"
            max={10}
            wrong={wrong('labourFen')}
            onWrite={(labour) => write({ labour })}
          />
        </>
      )}
      <Field
        id="service-unit"
        label="单位"
        words={draft.unit}
        hint="次、台、小时"
        max={10}
        wrong={wrong('unit')}
        onWrite={(unit) => write({ unit })}
      />
      <View className="label">谁来做</View>
      <View className="chips">
        <Chip id="by-own" on={!draft.outside} onPress={() => write({ outside: false })}>
          本小区的师傅
        </Chip>
        <Chip id="by-outside" on={draft.outside} onPress={() => write({ outside: true })}>
          外面的单位
        </Chip>
      </View>
      {draft.outside && (
        <View className="mt8">
          <ProviderChoice providers={providers} chosen={draft.provider} onChoose={(provider) => write({ provider })} />
        </View>
      )}
      <View className="label">
        做些什么<View className="cap">可以不写</View>
      </View>
      <Area id="service-about" words={draft.about} hint="住户看得到" max={200} onWrite={(about) => write({ about })} />
      <View className={`label ${wrong('from') ? 'wrong' : ''}`}>从哪天起</View>
      <Picker mode="date" value={from} start={today} onChange={(event) => setFrom(event.detail.value)}>
        <View id="service-from" className="chip on">
          {from === today ? '今天起' : `${sayDate(from)}起`}
        </View>
      </Picker>
      <View className="cap mt8">以前的都留着，已经订的不变。</View>
      <Refusal refused={refused} />
      <View className="btns mt16">
        {service && (
          <Button id="withdraw-service" busy={busy} onPress={withdraw}>
            不再提供
          </Button>
        )}
        <Button id="save-service" look="main" size="wide" busy={busy} onPress={save}>
          存好
        </Button>
      </View>
    </Sheet>
  );
}
