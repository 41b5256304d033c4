import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { SurveyResults } from '../../../shared/contract/surveys.ts';
import { Icon } from '../kernel/parts/Icon.tsx';
import { Press } from '../kernel/parts/Press.tsx';
import { percentOf, Share, sayChange } from './Share.tsx';

type Field = SurveyResults['fields'][number];
type Shown = Pick<SurveyResults, 'leastShown' | 'unit'>;

/** Under so many percent a bar turns brown. */
const LOW = 80;
/** Under so many households a share says too little: they are counted. */
const LEAST_FOR_SHARE = 10;
/** A name longer than this is a question of its own, and may break. */
const SHORT = 8;
/** Of so few a cell seldom tells of nobody. */
const FEW = 30;
const NO_ERROR = '发到的都交回了，没有误差。';

function Change({ now, before, unit = '' }: { now: number; before: number; unit?: string }) {
  const said = sayChange(now, before);
  return (
    <Text className={`nw ${now > before ? 'survey-up' : now < before ? 'red' : 'sub'}`}>
      {said}
      {said !== '一样' && unit}
    </Text>
  );
}

/** How satisfied on the whole, with its margin and the time before; how many forms came back, against the least there had to be. */
function Whole({ found }: { found: SurveyResults }) {
  const { whole, issued, returned, least, below, tooLate, beforeLabel, unit } = found;
  const came = percentOf(returned, issued);
  return (
    <View className="card mt8">
      <View className="sub">总体满意</View>
      <View className="row wrap">
        <View className="survey-figure nw" id="whole">
          {whole.percent ?? '—'}
          {whole.percent !== null && <Text className="survey-unit">%</Text>}
        </View>
        {whole.percent !== null && whole.before !== null && (
          <View className="grow" id="before">
            <View className="sub">
              {beforeLabel} {whole.before}%
            </View>
            <View className="b">
              <Change now={whole.percent} before={whole.before} unit=" 个百分点" />
            </View>
          </View>
        )}
      </View>
      <View className="row wrap mt12" id="returned">
        <View className="grow">
          发给 {issued} {unit}，
          <Text className="b nw">
            {returned} {unit}交回
          </Text>
        </View>
        <Text className="b nw">{came}%</Text>
      </View>
      <Share percent={came} tick={least === 0 ? null : least} />
      <View className="cap mt8">
        {least > 0 && `竖线是最低要求 ${least}%。`}
        {returned >= issued ? whole.margin === 0 && NO_ERROR : !!whole.margin && `误差约上下 ${whole.margin} 个百分点。`}
      </View>
      {tooLate > 0 && (
        <View className="cap" id="too-late">
          另有 {tooLate} 份录入得太晚，没有计入统计，免得认出是谁。
        </View>
      )}
      {below && (
        <View className="strip yours-strip mt12" id="below">
          <Icon name="alert" />
          <View className="grow">收回的没到要求，不能代表全部</View>
        </View>
      )}
    </View>
  );
}

/** What is said of a field at its right: its share, or where too few answered how many. */
function sayField({ percent, valid, satisfied }: Field, { leastShown, unit }: Shown): string {
  if (percent === null) return `答的不到 ${leastShown} ${unit}`;
  return valid < LEAST_FOR_SHARE ? `${valid} ${unit}里 ${satisfied} ${unit}` : `${percent}%`;
}

const isShare = ({ percent, valid }: Field): boolean => percent !== null && valid >= LEAST_FOR_SHARE;

interface FieldProps {
  field: Field;
  shown: Shown;
}

/** How often each grade was given, where nobody was asked why. */
function GradesOf({ field, shown: { leastShown, unit } }: FieldProps) {
  return (
    <View className="mt8" id={`grades-${field.code}`}>
      {field.grades.length === 0 && (
        <View className="sub">
          答的不到 {leastShown} {unit}，不显示
        </View>
      )}
      {field.grades.map(({ label, count }) => (
        <View key={label} className="row">
          <Text className="grow">{label}</Text>
          <Text className="nw">{count === null ? '不单独显示' : `${count} ${unit}`}</Text>
        </View>
      ))}
    </View>
  );
}

/** What the unsatisfied named. */
function Why({ field, shown }: FieldProps) {
  const { leastShown, unit } = shown;
  if (field.why === null) return <GradesOf field={field} shown={shown} />;
  return (
    <View className="mt8" id={`why-${field.code}`}>
      {field.why.length === 0 ? (
        <View className="sub">
          没有哪一样有 {leastShown} {unit}以上说到
        </View>
      ) : (
        <>
          <View className="cap">{unit === '人' ? '还缺什么' : '不满意的说'}</View>
          {field.why.map(({ label, count }) => (
            <View key={label} className="row">
              <Text className="grow">{label}</Text>
              <Text className="nw">
                {count} {unit}
              </Text>
            </View>
          ))}
        </>
      )}
    </View>
  );
}

function FieldRow({ field, shown }: FieldProps) {
  const [isOpen, open] = useState(false);
  const { code, label, percent, before } = field;
  const has = isShare(field);
  const said = sayField(field, shown);
  return (
    <Press
      id={`field-${code}`}
      className="cell"
      label={`${label} ${said}，点开看${field.why === null ? '每一档几户' : '原因'}`}
      onPress={() => open(!isOpen)}
    >
      <View className="grow">
        <View className="row tight wrap">
          <Text className={label.length > SHORT ? 'grow' : 'grow nw'}>{label}</Text>
          <Text className={has ? 'b nw' : 'sub nw'}>{said}</Text>
          {has && before !== null && <Change now={percent!} before={before} />}
        </View>
        {has && <Share percent={percent!} tick={before} isLow={percent! < LOW} />}
        {isOpen && <Why field={field} shown={shown} />}
      </View>
      <Icon name={isOpen ? 'down' : 'right'} />
    </Press>
  );
}

/** The lowest first; what has no share last. */
const lowestFirst = (fields: readonly Field[]): Field[] =>
  [...fields].sort((a, b) => Number(isShare(b)) - Number(isShare(a)) || (isShare(a) ? a.percent! - b.percent! : 0));

const Legend = ({ beforeLabel }: { beforeLabel: string | null }) => (
  <View className="survey-legend cap">
    <View className="one">
      <View className="swatch" />
      这次
    </View>
    {beforeLabel && (
      <View className="one">
        <View className="swatch line" />
        {beforeLabel}
      </View>
    )}
    <View className="one">
      <View className="swatch low" />
      不到 {LOW}%
    </View>
  </View>
);

function Buildings({ buildings, hidden, leastShown }: Pick<SurveyResults, 'buildings' | 'hidden' | 'leastShown'>) {
  if (buildings.length === 0 && hidden === 0) return null;
  return (
    <>
      <View className="sec">各栋</View>
      {buildings.length > 0 && (
        <View className="cells" id="buildings">
          {buildings.map(({ name, percent }) => (
            <View key={name} className="cell">
              <View className="grow">
                <View className="row tight">
                  <Text className="grow">{name}</Text>
                  <Text className="b nw">{percent ?? '—'}%</Text>
                </View>
                {percent !== null && <Share percent={percent} tick={null} isLow={percent < LOW} />}
              </View>
            </View>
          ))}
        </View>
      )}
      {hidden > 0 && (
        <View className="cap mt8" id="hidden">
          {buildings.length === 0 ? '各栋都' : `另有 ${hidden} 栋`}不单独显示：答的不到 {leastShown} 户，或者从别的栋算得出来。这样认不出是谁。
        </View>
      )}
    </>
  );
}

/** What was asked besides: how many chose what. */
function Choices({ choices, leastShown }: Pick<SurveyResults, 'choices' | 'leastShown'>) {
  if (choices.length === 0) return null;
  return (
    <>
      <View className="sec">另外问的</View>
      {choices.map(({ code, text, options }) => (
        <View key={code} className="card mt8" id={`choice-${code}`}>
          <View className="b">{text}</View>
          {options.length === 0 && <View className="sub">答的不到 {leastShown} 户，不显示</View>}
          {options.map(({ label, count }) => (
            <View key={label} className="row">
              <Text className="grow">{label}</Text>
              <Text className="nw">{count} 户</Text>
            </View>
          ))}
        </View>
      ))}
    </>
  );
}

/** What a survey came to: the whole, field by field, by building, and what the company says to it (S3, S4). */
export function Results({ found }: { found: SurveyResults }) {
  const { fields, beforeLabel, analysis, leastShown, unit } = found;
  return (
    <>
      <Whole found={found} />
      {found.issued < FEW && (
        <View className="cap mt8" id="few">
          只问了 {found.issued} {unit}：答的不到 {leastShown} {unit}的都不单独显示，免得认出是谁。
        </View>
      )}
      {analysis !== null && (
        <>
          <View className="sec">我们怎么看、打算怎么做</View>
          <View className="card said" id="analysis">
            {analysis}
          </View>
        </>
      )}
      <View className="sec">
        各项满意率<Text className="cap end">低的在前，点开看{fields.some(({ why }) => why !== null) ? '原因' : '每一档几户'}</Text>
      </View>
      <View className="cells" id="fields">
        {lowestFirst(fields).map((field) => (
          <FieldRow key={field.code} field={field} shown={found} />
        ))}
        <Legend beforeLabel={beforeLabel} />
      </View>
      <Choices choices={found.choices} leastShown={leastShown} />
      <Buildings {...found} />
    </>
  );
}
