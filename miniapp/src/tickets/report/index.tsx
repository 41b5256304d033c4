import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { categoryOf, urgencyOf } from '../../../../shared/repairs/categories.ts';
import { sayReportVows } from '../../../../shared/repairs/vows.ts';
import { useNow } from '../../kernel/clock.ts';
import { lookAtConsents, renewConsents } from '../../kernel/consents.ts';
import { call } from '../../kernel/go.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { ChosenShots } from '../../kernel/parts/ChosenShots.tsx';
import { Failed } from '../../kernel/parts/Failed.tsx';
import { Recorder } from '../../kernel/parts/Recorder.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { UrgencyTag } from '../../kernel/parts/Tag.tsx';
import { Waiting } from '../../kernel/parts/Waiting.tsx';
import { useQueuedSend } from '../../kernel/queued-send.ts';
import { wrongWith } from '../../kernel/say.ts';
import { useViewer, type Viewer } from '../../kernel/session.ts';
import { AlikeCard, useAlike } from './Alike.tsx';
import { CameBack, useCameBack } from './CameBack.tsx';
import { Categories } from './Categories.tsx';
import { DangerStrip } from './DangerStrip.tsx';
import { type Draft, useReportDraft } from './draft.ts';
import { Extras } from './Extras.tsx';
import { Heard, hear } from './Heard.tsx';
import { Kept } from './Kept.tsx';
import { Missing } from './Missing.tsx';
import { Places } from './Places.tsx';
import './report.scss';

interface FootProps {
  draft: Draft;
  before: TicketDetail | null;
  busy: boolean;
  onSubmit: () => void;
}

function Foot({ draft, before, busy, onSubmit }: FootProps) {
  const now = useNow();
  const category = categoryOf(draft.category);
  const own = category && urgencyOf(category, draft.place, draft.worse, draft.danger).urgency;
  // What came back is never less urgent than it was (R6).
  const urgency = own && before?.urgency === 'urgent' ? 'urgent' : own;
  return (
    <>
      {urgency && (
        <View className="foot-line" id="promised">
          <UrgencyTag urgency={urgency} />
          <View className="b">{sayReportVows(urgency, now, undefined, draft.reworkOf !== '')}</View>
        </View>
      )}
      <Button id="submit" look="main" busy={busy} onPress={onSubmit}>
        {draft.reworkOf ? '提交，免费返修' : '提交报修'}
      </Button>
    </>
  );
}

function ReportForm({ viewer }: { viewer: Viewer }) {
  const { rework = '' } = useRouter().params;
  const { draft, write, photos, clear } = useReportDraft(rework);
  const before = useCameBack(draft, write);
  const sending = useQueuedSend();
  const [waiting, keepWaiting] = useState('');
  const { asSent } = hear(draft);
  const home = viewer.session.homes.find((one) => one.id === draft.homeId) ?? viewer.home;
  const { alike, reportApart } = useAlike(asSent, home?.id ?? '');
  useEffect(() => {
    void lookAtConsents();
  }, []);
  const submit = async () => {
    renewConsents();
    const { place, category, worse, danger, dangerKind, words, onlyMine, wishFrom, wishUntil, reworkOf } = asSent;
    const asks = categoryOf(category)?.worse !== undefined;
    const body = {
      place,
      ...(reworkOf ? { reworkOf } : {}),
      homeId: home?.id ?? '',
      category: category || (undefined as unknown as string),
      worse: asks && worse,
      danger,
      ...(dangerKind ? { dangerKind } : {}),
      words,
      where: place === 'public' ? draft.where : '',
      onlyMine: place === 'home' && onlyMine,
      ...(wishFrom && wishUntil ? { wishFrom, wishUntil } : {}),
    };
    const title = categoryOf(category)?.label ?? '';
    const said = await sending.send({ act: 'report', subject: '', title, words, body, shots: photos.held });
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
    <Screen foot={alike ? undefined : <Foot draft={asSent} before={before} busy={sending.busy} onSubmit={submit} />}>
      <Missing refused={sending.refused} />
      <DangerStrip draft={draft} hotline={home?.duty ?? viewer.session.duty ?? viewer.session.hotline} onChoose={change} />
      {draft.reworkOf ? (
        <CameBack ticket={before} />
      ) : (
        <>
          <Places viewer={viewer} home={home} draft={draft} wrong={wrong('where')} onWrite={change} />
          {alike && <AlikeCard key={alike.id} alike={alike} onApart={reportApart} onFollowed={clear} />}
          <Categories draft={asSent} wrong={wrong('category')} onWrite={change} />
        </>
      )}
      <View className={`label ${wrong('words') ? 'wrong' : ''}`}>
        再说两句<View className="cap">{draft.category === 'other' && !draft.dangerKind ? '请写一句' : '可以不写'}</View>
      </View>
      <Area id="words" words={draft.words} hint="什么时候开始的、在哪个位置" wrong={wrong('words')} onWrite={(words) => change({ words })}>
        <ChosenShots shots={photos.shots} onChange={photos.take} />
        <Recorder note={photos.note} onChange={photos.speak} />
      </Area>
      <Heard draft={draft} onWrite={change} />
      <Extras draft={draft} onWrite={change} />
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
