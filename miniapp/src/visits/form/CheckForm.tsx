import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { VisitLine } from '../../../../shared/contract/visits.ts';
import { visitRoutes } from '../../../../shared/contract/visits.ts';
import { FINDINGS, type Finding } from '../../../../shared/visits/script.ts';
import { api } from '../../kernel/api.ts';
import { useDraft, useDraftChoice } from '../../kernel/draft.ts';
import { goBack } from '../../kernel/go.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips } from '../../kernel/parts/Choice.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { UploadRow } from '../../kernel/parts/UploadRow.tsx';
import { usePhotos } from '../../kernel/photos.ts';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';
import { About } from './About.tsx';
import { Reopens } from './Reopens.tsx';

const SEEN = (Object.keys(FINDINGS) as Finding[]).map((name) => ({ name, label: FINDINGS[name].label }));

/** What the supervisor saw on the spot, with a picture (R10). */
export function CheckForm({ line, now }: { line: VisitLine; now: Date }) {
  const id = line.ticketId;
  const draft = `${line.what}.${id}.${line.round}`;
  const photos = usePhotos(id, 'message');
  const [finding, choose, forgetFinding] = useDraftChoice<Finding | null>(`finding.${draft}`, null);
  const [words, write, forget] = useDraft(`check.${draft}`);
  const { send, busy, refused, forgive } = useSend();
  const sentIds = photos.uploads.flatMap((one) => (one.state === 'sent' && one.photoId ? [one.photoId] : []));
  const isBroken = finding !== null && FINDINGS[finding].isBroken;
  const { params, body } = visitRoutes.checkDefect;
  const save = async () => {
    const done = await send({ id, finding: finding as Finding, words, photoIds: sentIds }, api.checkDefect, params.extend(body.shape));
    if (!done) return;
    forget();
    forgetFinding();
    void Taro.showToast({ title: isBroken ? '记下了，重新办' : '记下了', icon: 'none' });
    goBack();
  };
  const rewrite = (next: string) => {
    if (refused) forgive();
    write(next);
  };
  const foot = (
    <>
      {photos.isBusy && <View className="foot-line">照片正在传，传好就能交</View>}
      {isBroken && <Reopens line={line} now={now} />}
      <Button id="do-check" look="main" size="big" busy={busy || photos.isBusy} onPress={save}>
        {isBroken ? '保存，重开这一件' : '记下这次检查'}
      </Button>
    </>
  );
  return (
    <Screen foot={foot}>
      <About line={line} now={now} />
      <Refusal refused={refused} kept="照片和写好的话都还在" />
      <View className={`label ${wrongWith(refused, 'finding') ? 'wrong' : ''}`}>现场看到的</View>
      <Chips
        id="finding"
        items={SEEN}
        chosen={finding}
        onChoose={(one) => {
          forgive();
          choose(one);
        }}
      />
      <View className={`label ${wrongWith(refused, 'photoIds') ? 'wrong' : ''}`}>拍现场的样子</View>
      <UploadRow photos={photos} canAdd />
      <View className={`label ${wrongWith(refused, 'words') ? 'wrong' : ''}`}>写几句</View>
      <Area id="check-words" words={words} hint="比如：天花板干的，没有新水印" wrong={wrongWith(refused, 'words') !== undefined} onWrite={rewrite} />
    </Screen>
  );
}
