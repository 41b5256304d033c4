import { View } from '@tarojs/components';
import { api } from '../../kernel/api.ts';
import { useNow } from '../../kernel/clock.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { ChangeCell } from '../ChangeCell.tsx';

/** 谁改过哪些规矩: every change of the company and the estates one reads of, newest first (A4). */
export default function SettingChangesPage() {
  const now = useNow();
  const paged = usePages((after) => api.settingChanges(after ? { after } : {}), 'setting changes');
  return (
    <Screen>
      <Shown asked={paged}>
        {({ items }) => (
          <>
            {items.length === 0 && <Blank title="还没有人改过" note="" />}
            <View className="cells" id="changes">
              {items.map((change) => (
                <ChangeCell key={change.id} change={change} now={now} title={change.label} />
              ))}
            </View>
            <More paged={paged} />
          </>
        )}
      </Shown>
    </Screen>
  );
}
