import { View } from '@tarojs/components';
import type { Publication } from '../../../../shared/contract/publications.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { Deciding } from '../../kernel/parts/Deciding.tsx';
import { newKey } from '../../kernel/send.ts';

interface Props {
  pending: NonNullable<Publication['pending']>;
  officeId: string;
  publicationId: string;
  onDone: () => Promise<void>;
}

/** 批准 sends it out to so many (P2). */
export function Decide({ pending, officeId, publicationId, onDone }: Props) {
  const counted = useAsked(() => api.previewNotice({ officeId, publicationId, areas: pending.areas }, { key: newKey() }), pending.approvalId);
  return (
    <Deciding pending={pending} approve={pending.what === 'withdrawal' ? '批准撤回' : '批准，发出去'} onDone={onDone}>
      {counted.value && (
        <View className="foot-line" id="audience">
          批准就发给{counted.value.audience}：{counted.value.homes} 户，{counted.value.people} 人看得到
        </View>
      )}
    </Deciding>
  );
}
