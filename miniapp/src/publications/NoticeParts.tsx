import { Text, View } from '@tarojs/components';
import type { NoticeVersion, Publication } from '../../../shared/contract/publications.ts';
import { saySpan } from '../../../shared/publications/work-notices.ts';

/** What a notice says, part by part. */
export function NoticeParts({ notice, now }: { notice: Omit<NoticeVersion, 'round' | 'what' | 'label' | 'areas'>; now: Date }) {
  const parts = [
    ['在哪里', notice.place],
    ['什么时候', saySpan(new Date(notice.from), new Date(notice.until), now)],
    ['谁来做', notice.doneBy],
    ['会遇到', notice.effect],
    ['发给', notice.audience],
  ] as const;
  return (
    <>
      {parts.map(([label, words]) => (
        <View key={label} className="mt8">
          <View className="cap">{label}</View>
          <View className="said">{words}</View>
        </View>
      ))}
    </>
  );
}

export const STANDS: Record<Publication['stand'], string> = { waiting: '等主任批', returned: '退回了', out: '已发出', withdrawn: '已撤回' };

/** Where a notice stands, in a word; what was taken back is said in red. */
export function StandTag({ stand, asStaff }: { stand: Publication['stand']; asStaff: boolean }) {
  if (stand === 'out' && !asStaff) return null;
  return <Text className={`tag ${stand === 'withdrawn' || stand === 'returned' ? 'urgent' : 'ours'}`}>{STANDS[stand]}</Text>;
}
