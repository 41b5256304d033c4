import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import type { Output } from '../../../../shared/contract/client.ts';
import type { companyRoutes } from '../../../../shared/contract/company.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useDraftChoice } from '../../kernel/draft.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Pick } from '../../kernel/parts/Choice.tsx';
import { Field } from '../../kernel/parts/Field.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';
import { readHour, sayHour } from '../hours.ts';

type Whole = Output<(typeof companyRoutes)['companyOffice']>;

interface Draft {
  name: string;
  letters: string;
  hotline: string;
  opens: string;
  closes: string;
  occupiedSince: string;
  commissionBased: boolean;
  singleClient: boolean;
}

const EMPTY: Draft = {
  name: '',
  letters: '',
  hotline: '',
  opens: '8:00',
  closes: '18:00',
  occupiedSince: '',
  commissionBased: false,
  singleClient: false,
};

const draftFrom = (office: Whole): Draft => ({
  name: office.name,
  letters: office.letters,
  hotline: office.hotline,
  opens: sayHour(office.opensAtMinute),
  closes: sayHour(office.closesAtMinute),
  occupiedSince: office.occupiedSince ?? '',
  commissionBased: office.commissionBased,
  singleClient: office.singleClient,
});

/** What is sent: hours as minutes; what is no time is left for the API to name. */
const givenOf = ({ opens, closes, occupiedSince, ...rest }: Draft) => ({
  ...rest,
  opensAtMinute: readHour(opens) as number,
  closesAtMinute: readHour(closes) as number,
  occupiedSince: occupiedSince.trim() || null,
});

function Form({ office }: { office: Whole | null }) {
  const [draft, setDraft, forget] = useDraftChoice<Draft>(
    `office.${office ? `${office.id}.${office.version}` : ''}`,
    office ? draftFrom(office) : EMPTY,
  );
  const { send, busy, refused, forgive } = useSend();
  const write = (part: Partial<Draft>) => {
    forgive();
    setDraft({ ...draft, ...part });
  };
  const submit = async () => {
    const given = givenOf(draft);
    const done = office ? await send({ id: office.id, version: office.version, ...given }, api.changeOffice) : await send(given, api.addEstate);
    if (!done) return;
    forget();
    if (office) await Taro.navigateBack();
    else await Taro.redirectTo({ url: `/company/office/index?id=${done.id}` });
  };
  const isEstate = office?.kind !== 'head_office';
  const field = (
    id: 'name' | 'letters' | 'hotline' | 'opens' | 'closes' | 'occupiedSince',
    label: string,
    hint: string,
    max: number,
    named: string = id,
  ) => (
    <Field
      id={id}
      label={label}
      words={draft[id]}
      hint={hint}
      max={max}
      wrong={wrongWith(refused, named)}
      onWrite={(words) => write({ [id]: words })}
    />
  );
  return (
    <Screen
      foot={
        <Button id="submit" look="main" busy={busy} onPress={submit}>
          {office ? '改好了' : '建小区'}
        </Button>
      }
    >
      <Refusal refused={refused} />
      {field('name', isEstate ? '小区名称' : '公司名称', '比如 梧桐里', 30)}
      {office ? null : field('letters', '代号（编号的开头，定了不再改）', '两到四个字母，比如 WT', 4)}
      {office ? null : field('hotline', '服务电话（住户看得到）', '比如 0571-8888 0110', 20)}
      {field('opens', '几点上班', '比如 8:00', 5, 'opensAtMinute')}
      {field('closes', '几点下班', '比如 18:00', 5, 'closesAtMinute')}
      {isEstate && (
        <>
          {field('occupiedSince', '入伙日期（不知道先空着）', '比如 2021-05-01', 10)}
          <View className="label">收费方式</View>
          <Pick id="lump" on={!draft.commissionBased} title="包干制" note="住户交固定的物业费" onPress={() => write({ commissionBased: false })} />
          <Pick
            id="commission"
            on={draft.commissionBased}
            title="酬金制"
            note="账目要财务审过、业委会同意才公布"
            onPress={() => write({ commissionBased: true })}
          />
          <View className="label">单一客户项目</View>
          <Pick
            id="many"
            on={!draft.singleClient}
            title="不是"
            note="很多住户；规矩跟公司一样，只能定得更严"
            onPress={() => write({ singleClient: false })}
          />
          <Pick
            id="single"
            on={draft.singleClient}
            title="是"
            note="只有一家客户；可以有自己的规矩，品质管理部备案"
            onPress={() => write({ singleClient: true })}
          />
        </>
      )}
    </Screen>
  );
}

/** 建小区, or describing an office anew. */
export default function OfficeFormPage() {
  const { id = '' } = useRouter().params;
  const asked = useAsked(id ? () => api.companyOffice({ id }) : null, `office form ${id}`);
  if (!id) return <Form office={null} />;
  if (asked.value) return <Form key={asked.value.version} office={asked.value} />;
  return (
    <Screen>
      <Shown asked={asked}>{() => null}</Shown>
    </Screen>
  );
}
