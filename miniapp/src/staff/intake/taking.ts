import Taro from '@tarojs/taro';
import { serverNow } from '../../kernel/clock.ts';
import { useDraftShots } from '../../kernel/draft.ts';
import type { Held } from '../../kernel/held.ts';
import { KEPT_HERE } from '../../kernel/job.ts';
import { isAway } from '../../kernel/network.ts';
import { useQueuedSend } from '../../kernel/queued-send.ts';
import { wrongWith } from '../../kernel/say.ts';
import { type Draft, fromWhom, useIntakeDraft } from './draft.ts';

/** Whose home, who said it, by what way and when, as it is sent; what is not filled in is left out, so that the answer names it. */
export const saidBy = ({ channel, saidAt, ...from }: Draft) => ({
  ...fromWhom(from),
  ...(channel ? { channel } : {}),
  ...(saidAt ? { saidAt } : {}),
});

/**
 * Something taken down for a caller: kept on the phone with the photos of its letter or slip until it is sent, and sent once there is a signal; what is taken
 * down without one was said then.
 * @returns `take` answers how it stands, arrived or kept on the phone; undefined where it was refused
 */
export function useTaking(act: 'intake' | 'takeRemark' | 'takeComplaint', first: Partial<Draft>, channel?: string) {
  const { draft, write, clear } = useIntakeDraft(first, channel);
  const photos = useDraftShots('intake');
  const { send, busy, refused, forgive } = useQueuedSend();
  const take = async (body: Record<string, unknown>): Promise<Held | undefined> => {
    const told = isAway() ? { saidAt: serverNow().toISOString(), ...body } : body;
    const said = await send({ act, subject: '', title: draft.home?.label ?? '', words: draft.words, body: told, shots: photos.held });
    if (!said) {
      void Taro.pageScrollTo({ scrollTop: 0, duration: 200 });
      return undefined;
    }
    clear();
    photos.forget();
    if (!said.arrived) void Taro.showToast({ title: KEPT_HERE, icon: 'none', duration: 2_500 });
    return said;
  };
  const part = {
    draft,
    wrong: (field: string) => wrongWith(refused, field) !== undefined,
    onWrite: (next: Partial<Draft>) => {
      if (refused) forgive();
      write(next);
    },
  };
  return { draft, part, photos, take, busy, refused };
}

export type Taking = ReturnType<typeof useTaking>;
