import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { categoryOf, urgencyOf } from '../../../../shared/repairs/categories.ts';
import { sayReportVows } from '../../../../shared/repairs/vows.ts';
import { useNow } from '../../kernel/clock.ts';
import { lookAtConsents, renewConsents } from '../../kernel/consents.ts';
import { layDownNote } from '../../kernel/draft.ts';
import { call } from '../../kernel/go.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Failed } from '../../kernel/parts/Failed.tsx';
import { Recorder } from '../../kernel/parts/Recorder.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { UrgencyTag } from '../../kernel/parts/Tag.tsx';
import { Waiting } from '../../kernel/parts/Waiting.tsx';
import { useQueuedSend } from '../../kernel/queued-send.ts';
import { wrongWith } from '../../kernel/say.ts';
import { useViewer, type Viewer } from '../../kernel/session.ts';
import { Categories } from './Categories.tsx';
import { ChosenShots } from './ChosenShots.tsx';
import { DangerStrip } from './DangerStrip.tsx';
import { type Draft, useReportDraft } from './draft.ts';
import { Kept } from './Kept.tsx';
import { Missing } from './Missing.tsx';
import { Places } from './Places.tsx';
import './report.scss';

function Foot({ draft, busy, onSubmit }: { draft: Draft; busy: boolean; onSubmit: () => void }) {
  const now = useNow();
  const category = categoryOf(draft.category);
  const urgency = category && urgencyOf(category, draft.place, draft.worse, draft.danger).urgency;
  return (
    <>
      {urgency && (
        <View className="foot-line" id="promised">
          <UrgencyTag urgency={urgency} />
          <View className="b">{sayReportVows(urgency, now)}</View>
        </View>
      )}
      <Button id="submit" look="main" busy={busy} onPress={onSubmit}>
        提交报修
      </Button>
    </>
  );
}

function ReportForm({ viewer }: { viewer: Viewer }) {
  const { draft, write, photos, note, setNote, clear } = useReportDraft();
  const sending = useQueuedSend();
  const [waiting, keepWaiting] = useState('');
  const home = viewer.session.homes.find((one) => one.id === draft.homeId) ?? viewer.home;
  useEffect(() => {
    void lookAtConsents();
  }, []);
  const submit = async () => {
    renewConsents();
    const { place, category, worse, danger, words } = draft;
    const asks = categoryOf(category)?.worse !== undefined;
    const body = {
      place,
      homeId: home?.id ?? '',
      category: category || (undefined as unknown as string),
      worse: asks && worse,
      danger,
      words,
      where: place === 'public' ? draft.where : '',
    };
    const title = categoryOf(category)?.label ?? '';
    const said = await sending.send({
      act: 'report',
      subject: '',
      title,
      words,
      body,
      shots: [...photos.held, ...(note ? [await layDownNote(note)] : [])],
    });
    if (!said) {
      void Taro.pageScrollTo({ scrollTop: 0, duration: 200 });
      return;
    }
    clear();
    // Without a network no other page can be counted on.
    if (said.arrived) await Taro.redirectTo({ url: `/tickets/submitted/index?id=${said.arrived.id}` });
    else keepWaiting(said.key);
  };
  const change = (part: Partial<Draft>) => {
    if (sending.refused) sending.forgive();
    write(part);
  };
  const wrong = (field: string) => wrongWith(sending.refused, field) !== undefined;
  if (waiting) return <Kept heldKey={waiting} />;
  return (
    <Screen foot={<Foot draft={draft} busy={sending.busy} onSubmit={submit} />}>
      <Missing refused={sending.refused} />
      <DangerStrip hotline={viewer.session.hotline} danger={draft.danger} onDanger={(danger) => change({ danger })} />
      <Places viewer={viewer} home={home} draft={draft} wrong={wrong('where')} onWrite={change} />
      <Categories draft={draft} wrong={wrong('category')} onWrite={change} />
      <View className={`label ${wrong('words') ? 'wrong' : ''}`}>
        再说两句<View className="cap">{draft.category === 'other' ? '请写一句' : '可以不写'}</View>
      </View>
      <Area id="words" words={draft.words} hint="什么时候开始的、在哪个位置" wrong={wrong('words')} onWrite={(words) => change({ words })}>
        <ChosenShots shots={photos.shots} onChange={photos.take} />
        <Recorder note={note} onChange={setNote} />
      </Area>
    </Screen>
  );
}

/** 报修: three taps, one of them filled in for you. Nothing typed is ever lost. */
export default function ReportPage() {
  const { viewer, failed, again } = useViewer();
  if (viewer?.home) return <ReportForm viewer={viewer} />;
  if (viewer)
    return (
      <Screen>
        <Blank icon="home" title="您名下还没有房屋" note="请找服务中心登记，登记好就能报修。">
          <View className="mt20">
            <Button look="main" icon="phone" onPress={() => call(viewer.session.hotline)}>
              打电话
            </Button>
          </View>
        </Blank>
      </Screen>
    );
  return <Screen>{failed ? <Failed failed={failed} onAgain={again} /> : <Waiting />}</Screen>;
}
