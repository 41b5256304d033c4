import { Text, View } from '@tarojs/components';
import type { ManualRow } from '../../../../shared/contract/manual.ts';
import { sayDate } from '../../kernel/moments.ts';

const HEADINGS: readonly { kind: ManualRow['kind']; heading: string }[] = [
  { kind: 'promise', heading: '答应多久' },
  { kind: 'setting', heading: '定的数字' },
  { kind: 'approval', heading: '谁来审' },
  { kind: 'message', heading: '微信消息写什么' },
  { kind: 'category', heading: '哪些算' },
  { kind: 'choice', heading: '可以选的' },
  { kind: 'formula', heading: '派给谁，怎么算' },
  { kind: 'danger', heading: '有危险先做什么' },
  { kind: 'suggestion', heading: '怎么说算哪一类' },
  { kind: 'wish', heading: '可以希望什么时候' },
  { kind: 'action', heading: '谁可以办' },
  { kind: 'notice', heading: '告诉谁' },
  { kind: 'kept', heading: '保存多久' },
  { kind: 'limit', heading: '最多几次' },
];

const SET_BY = { estate: '本小区自己定的', company: '公司定的', product: '产品默认的' } as const;

/** From which day the row holds, whose figure it is and since when: 2026年2月1日起，公司是 75%. */
function saySince({ since, set }: ManualRow): string {
  const day = since ? `${sayDate(since)}起` : '';
  const setDay = set?.since && set.since !== since ? `数字从${sayDate(set.since)}起` : '';
  return [day, setDay, set?.company ? `公司是 ${set.company}` : ''].filter((part) => part !== '').join('，');
}

function Rule({ row }: { row: ManualRow }) {
  const since = saySince(row);
  return (
    <View className="rule-row">
      <Text className="b grow">{row.text}</Text>
      {row.figure && <Text className="rule-figure">{row.figure}</Text>}
      {row.who && <View className="rule-note">{row.who}</View>}
      {row.when && <View className="rule-note sub">{row.when}</View>}
      {(since || row.set) && (
        <View className="rule-note cap">
          {row.set && <Text className={`tag set-by ${row.set.by === 'estate' ? 'ours' : ''}`}>{SET_BY[row.set.by]}</Text>}
          {since}
        </View>
      )}
      {row.next && (
        <View className="rule-note apricot-ink">
          {sayDate(row.next.from)}起{row.next.figure ? `改为 ${row.next.figure}` : '有变化'}
        </View>
      )}
    </View>
  );
}

/** The rows that run a clause, by what they are: promises, figures, categories, who may, who is told. */
export function Rules({ rows }: { rows: readonly ManualRow[] }) {
  return (
    <>
      {HEADINGS.map(({ kind, heading }) => ({ kind, heading, some: rows.filter((row) => row.kind === kind) }))
        .filter(({ some }) => some.length > 0)
        .map(({ kind, heading, some }) => (
          <View key={kind}>
            <View className="sec">
              {heading}
              <Text className="cap end">{some.length} 条</Text>
            </View>
            <View className="cells">
              {some.map((row) => (
                <Rule key={`${row.text} ${row.who} ${row.when}`} row={row} />
              ))}
            </View>
          </View>
        ))}
    </>
  );
}
