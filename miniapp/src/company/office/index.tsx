import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { Output } from '../../../../shared/contract/client.ts';
import type { companyRoutes } from '../../../../shared/contract/company.ts';
import { isoDay, sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { toPhones } from '../../kernel/go.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { useNavigationBarTitle } from '../../kernel/title.ts';
import { toLayOut, toOfficeForm, toRoster } from '../go.ts';
import { sayHour } from '../hours.ts';

type Whole = Output<(typeof companyRoutes)['companyOffice']>;

function Known({ office }: { office: Whole }) {
  const lines: [string, string][] = [
    ['代号', office.letters],
    [office.kind === 'estate' ? '服务电话' : '公司电话', office.hotline],
    ['上班时间', `${sayHour(office.opensAtMinute)}–${sayHour(office.closesAtMinute)}`],
  ];
  if (office.kind === 'estate')
    lines.push(
      ['入伙日期', office.occupiedSince ?? '还没填'],
      ['收费方式', office.commissionBased ? '酬金制' : '包干制'],
      ['单一客户项目', office.singleClient ? '是' : '不是'],
      ['主任', office.director ?? '还没有'],
    );
  return (
    <View className="cells">
      {lines.map(([label, value]) => (
        <View key={label} className="cell">
          <Text className="sub grow">{label}</Text>
          <Text>{value}</Text>
        </View>
      ))}
    </View>
  );
}

function Buildings({ buildings, homes }: Pick<Whole, 'buildings' | 'homes'>) {
  if (buildings.length === 0) return <Blank title="还没有房号" note="一栋一栋排，或者把住户名单导进来，房号一起建好。" />;
  return (
    <>
      <View className="sec">
        楼栋
        <Text className="cap end">{homes} 户</Text>
      </View>
      <View className="cells" id="buildings">
        {buildings.map(({ building, units, homes: many }) => (
          <View key={building} className="cell">
            <Text className="grow">{building} 栋</Text>
            <Text className="sub">
              {units} 个单元 · {many} 户
            </Text>
          </View>
        ))}
      </View>
    </>
  );
}

/** Who changed what it is known by, and who read rosters in; never what stood in them. */
function Past({ office, now }: { office: Whole; now: Date }) {
  if (office.imports.length + office.entries.length === 0) return null;
  return (
    <>
      <View className="sec">做过的</View>
      <View className="cells" id="past">
        {office.imports.map(({ id, at, byName, rows, homes, people, residences }) => (
          <View key={id} className="cell">
            <View className="grow">
              <View>
                导入名单 {rows} 行：新增 {homes} 户、{people} 人，登记 {residences} 条
              </View>
              <View className="cap">
                <Dated text={sayMoment(new Date(at), now)} /> · {byName}
              </View>
            </View>
          </View>
        ))}
        {office.entries.map(({ at, byName }, nth) => (
          <View key={at} className="cell">
            <View className="grow">
              <View>{nth === office.entries.length - 1 ? '登记' : '改了登记的内容'}</View>
              <View className="cap">
                <Dated text={sayMoment(new Date(at), now)} />
                {byName && ` · ${byName}`}
              </View>
            </View>
          </View>
        ))}
      </View>
    </>
  );
}

/** One office: what it is known by, its buildings, and the ways to fill it. */
export default function OfficePage() {
  const { id = '' } = useRouter().params;
  const now = useNow();
  const asked = useAsked(() => api.companyOffice({ id }), `office ${id}`);
  const office = asked.value;
  useNavigationBarTitle(office?.name ?? null);
  return (
    <Screen
      foot={
        office?.mayImport && (
          <View className="btns">
            <Button id="go-homes" onPress={() => toLayOut(id)}>
              排房号
            </Button>
            <Button id="go-roster" look="main" size="wide" onPress={() => toRoster(id)}>
              导入住户名单
            </Button>
          </View>
        )
      }
    >
      <Shown asked={asked}>
        {(whole) => (
          <>
            <View className="lead">{whole.name}</View>
            {whole.missing.length > 0 && <View className="sub red">还差：{whole.missing.join('、')}</View>}
            <View className="mt12">
              <Known office={whole} />
            </View>
            {whole.mayChange && (
              <Button id="go-change" look="line" className="mt12" onPress={() => toOfficeForm(id)}>
                改登记的内容
              </Button>
            )}
            <Button id="go-phones" look="line" className="mt8" onPress={toPhones}>
              电话：看、提出来换
            </Button>
            {whole.kind === 'estate' && <Buildings buildings={whole.buildings} homes={whole.homes} />}
            <Past office={whole} now={now} />
            {whole.occupiedSince === null && whole.kind === 'estate' && (
              <View className="cap mt12">入伙日期还没填：满意率调查按它算抽多少户，今天是 {isoDay(now)}</View>
            )}
          </>
        )}
      </Shown>
    </Screen>
  );
}
