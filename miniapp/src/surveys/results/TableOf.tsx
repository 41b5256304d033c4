import { View } from '@tarojs/components';
import type { SurveyResults } from '../../../../shared/contract/surveys.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { useTurn } from '../../kernel/send.ts';
import { download } from '../../staff/registers/download.ts';

/** 导出满意率表: the table of what is on this page, with what it hides hidden (S4, S6). */
export function TableOf({ found }: { found: Pick<SurveyResults, 'id' | 'title' | 'officeName' | 'unit'> }) {
  const { take, busy, refused } = useTurn();
  const fileName = `${found.unit === '人' ? '员工需求普查' : '客户满意率'}统计表_${found.officeName}_${found.title}.xlsx`;
  return (
    <View className="mt16">
      <Button id="export-table" look="line" busy={busy} onPress={() => void take(() => download(`/surveys/${found.id}/table`, fileName))}>
        导出满意率表
      </Button>
      <Refusal refused={refused} kept="" />
    </View>
  );
}
