import { Text, View } from '@tarojs/components';
import type { Output } from '../../../../shared/contract/client.ts';
import type { companyRoutes, Office } from '../../../../shared/contract/company.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { toPeople } from '../../kernel/go.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { toOffice, toOfficeForm } from '../go.ts';

type Steps = Output<(typeof companyRoutes)['company']>['steps'];

/** Where a step is taken: what lacks homes or a roster is opened, posts are filled among the colleagues. */
function toStep(code: Steps[number]['code'], offices: readonly Office[]): void {
  const lacking = offices.find(({ missing }) => missing.includes(code === 'homes' ? '房号' : '住户名单'));
  if (code === 'estate') void toOfficeForm();
  else if (code === 'homes' || code === 'residents') void (lacking && toOffice(lacking.id));
  else void toPeople();
}

/** What a new company does first, in order; gone once all of it is done. */
function FirstSteps({ steps, offices }: { steps: Steps; offices: readonly Office[] }) {
  const next = steps.find((one) => !one.done);
  if (!next) return null;
  return (
    <>
      <View className="sec">先做这几步</View>
      <View className="cells" id="steps">
        {steps.map(({ code, label, note, done }) => (
          <Press key={code} id={`step-${code}`} className="cell" role="link" onPress={() => toStep(code, offices)}>
            <Icon name={done ? 'check' : 'mark'} />
            <View className="grow">
              <View className={code === next.code ? 'b' : ''}>{label}</View>
              {!done && <Text className="sub">{note}</Text>}
            </View>
            <Text className={`tag ${done ? 'kept' : code === next.code ? 'ours' : ''}`}>
              {done ? '好了' : code === next.code ? '这一步' : '还没有'}
            </Text>
          </Press>
        ))}
      </View>
    </>
  );
}

const sayOffice = ({ kind, homes, residents, colleagues, director }: Office): string =>
  kind === 'head_office'
    ? `${colleagues} 位同事`
    : `${homes} 户 · 住着 ${residents} 人 · ${colleagues} 位同事${director ? ` · 主任${director}` : ''}`;

function OfficeCell({ office }: { office: Office }) {
  return (
    <Press id={`office-${office.letters}`} className="cell" role="link" onPress={() => toOffice(office.id)}>
      <View className="grow">
        <View>
          <Text className="b">{office.name}</Text>
          <Text className="sub">　{office.letters}</Text>
        </View>
        <View className="sub">{sayOffice(office)}</View>
        {office.missing.length > 0 && <View className="sub red">还差：{office.missing.join('、')}</View>}
      </View>
      <Icon name="right" />
    </Press>
  );
}

/** 公司和小区: what there is, and what a new company does first. */
export default function CompanyPage() {
  const asked = useAsked(() => api.company({}), 'company');
  return (
    <Screen
      foot={
        asked.value?.mayAdd && (
          <Button id="add-estate" look="main" onPress={() => toOfficeForm()}>
            建一个小区
          </Button>
        )
      }
    >
      <Shown asked={asked}>
        {({ name, steps, offices }) => (
          <>
            <View className="lead">{name}</View>
            <FirstSteps steps={steps} offices={offices} />
            <View className="sec">总部和小区</View>
            <View className="cells">
              {offices.map((office) => (
                <OfficeCell key={office.id} office={office} />
              ))}
            </View>
          </>
        )}
      </Shown>
    </Screen>
  );
}
