import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { MAX_PHOTOS } from '../../../shared/contract/photos.ts';
import type { Photo } from '../../../shared/contract/ticket-views.ts';
import type { HeldShot } from '../../../shared/queue/queue.ts';
import { keepDraftShots } from '../kernel/draft.ts';
import { Button } from '../kernel/parts/Button.tsx';
import { Shots } from '../kernel/parts/Shots.tsx';
import { UploadRow } from '../kernel/parts/UploadRow.tsx';
import { choosePhotos, usePhotos } from '../kernel/photos.ts';
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
  const room = MAX_PHOTOS - photos.length - uploads.length;
  const add = async () => sending.add(await Promise.all((await choosePhotos(room)).map(lay)));
  return (
    <View id="papers">
      <View className="sec">照片</View>
      <Shots photos={photos} />
      {uploads.length > 0 && (
        <View className="mt8">
          <UploadRow photos={{ ...sending, uploads }} canAdd={false} />
        </View>
      )}
      {isBusy && <View className="cap mt8">正在传，可以先去做别的</View>}
      {mayAdd && room > 0 && (
        <View className="row mt8">
          <Button id="add-photo" size="small" icon="camera" onPress={add}>
            {photos.length + uploads.length > 0 ? '再加照片' : '加照片'}
          </Button>
        </View>
      )}
    </View>
  );
}
