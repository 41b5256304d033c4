import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { MAX_PHOTOS } from '../../../shared/contract/photos.ts';
import type { Photo } from '../../../shared/contract/ticket-views.ts';
import type { HeldShot } from '../../../shared/queue/queue.ts';
import { keepDraftShots } from '../kernel/draft.ts';
import { Shots } from '../kernel/parts/Shots.tsx';
import { UploadRow } from '../kernel/parts/UploadRow.tsx';
import { usePhotos } from '../kernel/photos.ts';
import { newKey } from '../kernel/send.ts';
import { layDown, unlaid } from '../kernel/shelf.ts';
import type { Shot, Upload } from '../kernel/shots.ts';

const draftOfPapers = (id: string) => `paper.${id}`;

/** Hands photos chosen with a form to the page of what it made: they go from there. */
export const handOver = (id: string, shots: readonly HeldShot[]) => keepDraftShots(draftOfPapers(id), shots);

const isLaid = (one: Upload): one is Upload & { name: string } => 'name' in one;
const lay = async (shot: Shot) => {
  const key = newKey();
  return { ...shot, key, name: (await layDown(shot.path, key)) ? key : unlaid(shot.path) };
};

interface Props {
  /** The letter's, or the entry's. */
  id: string;
  as: 'letter' | 'exchange';
  /** Those that have arrived. */
  photos: readonly Photo[];
  mayAdd: boolean;
  onArrived: () => unknown;
}

/** 照片: what came on paper, a tap shows it whole; what is on its way outlives the page, under its own key. */
export function Papers({ id, as, photos, mayAdd, onArrived }: Props) {
  const draft = draftOfPapers(id);
  const sending = usePhotos(id, as, draft);
  const { isBusy } = sending;
  const uploads = sending.uploads.filter((one) => !photos.some((there) => there.id === one.photoId));
  const waiting = uploads.filter((one) => one.state !== 'sent' && !one.refused).filter(isLaid);
  const hasArrived = !isBusy && uploads.some((one) => one.state === 'sent');
  useEffect(() => {
    keepDraftShots(draft, waiting);
  }, [waiting.map((one) => one.key).join()]);
  useEffect(() => {
    if (hasArrived) void onArrived();
  }, [hasArrived]);
  if (photos.length === 0 && !mayAdd && uploads.length === 0) return null;
  const row = {
    ...sending,
    uploads,
    room: MAX_PHOTOS - photos.length - uploads.length,
    add: async (shots: Shot[]) => sending.add(await Promise.all(shots.map(lay))),
  };
  return (
    <View id="papers">
      <View className="sec">照片</View>
      <Shots photos={photos} />
      {(mayAdd || uploads.length > 0) && (
        <View className="mt8">
          <UploadRow photos={row} canAdd={mayAdd} />
        </View>
      )}
      {isBusy && <View className="cap mt8">正在传，可以先去做别的</View>}
    </View>
  );
}
