import { View } from '@tarojs/components';
import { useState } from 'react';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { DOOR_TRIES, type DoorTry, doorTriesFor } from '../../../../shared/quotes/door.ts';
import { useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips, choicesOf } from '../../kernel/parts/Choice.tsx';
import { MomentChoice } from '../../kernel/parts/MomentChoice.tsx';
import { UploadRow } from '../../kernel/parts/UploadRow.tsx';
import { usePhotos } from '../../kernel/photos.ts';
import { wrongWith } from '../../kernel/say.ts';
import { type Channel, ChannelChoice } from './ChannelChoice.tsx';
import type { FormProps } from './form.ts';

/** 家里没人: a card left, or nobody answered; the resident knows at once and can answer (Z14). */
export function NobodyHomeForm({ ticket, work, onDone }: FormProps) {
  const tries = doorTriesFor(ticket.status).map((name) => ({ name, label: DOOR_TRIES[name] }));
  const [how, choose] = useState<DoorTry>(tries[0]!.name);
  const [words, write, forget] = useDraft(`nobody.${work.id}`);
  const photos = usePhotos(work.id, 'message');
  const submit = async () => {
    if (!(await work.act('nobodyHome', { how, words, photoIds: photos.sentIds }))) return;
    forget();
    onDone();
  };
  return (
    <>
      <Chips id="door" className="mt8" items={tries} chosen={how} onChoose={choose} />
      <View className="label">
        {how === 'card' ? '卡片上写的' : '跟住户说'}
        <View className="cap">可以不写</View>
      </View>
      <Area id="nobody-words" words={words} hint="住户马上看得到" max={200} wrong={wrongWith(work.refused, 'words') !== undefined} onWrite={write} />
      <View className="label">
        {how === 'card' ? '拍一下卡片' : '照片'}
        <View className="cap">可以不拍</View>
      </View>
      <UploadRow photos={photos} canAdd />
      <View className="cap mt8">答应住户的时间照样走。</View>
      <View className="mt16">
        <Button id="do-nobodyHome" look="main" busy={work.busy || photos.isBusy} onPress={submit}>
          记下家里没人
        </Button>
      </View>
    </>
  );
}

/** 定新的时间: one date, which counts once the resident says yes (Z14). */
export function ProposeDateForm({ ticket, work, now, onDone }: FormProps) {
  const [until, choose] = useState<Date | null>(null);
  const [words, write, forget] = useDraft(`propose.${work.id}`);
  const submit = async () => {
    if (!(await work.act('proposeDate', { dueBy: until?.toISOString() ?? '', words }))) return;
    forget();
    onDone();
  };
  return (
    <>
      <View className={`label ${wrongWith(work.refused, 'dueBy') ? 'wrong' : ''}`}>
        什么时候以前来<View className="cap">{ticket.figures.newDateHours} 小时以内</View>
      </View>
      <MomentChoice chosen={until} now={now} onChoose={choose} />
      <View className="label">跟住户说</View>
      <Area
        id="propose-words"
        words={words}
        hint="比如：师傅昨天来您家没人，明天上午再来，您看行吗"
        max={200}
        wrong={wrongWith(work.refused, 'words') !== undefined}
        onWrite={write}
      />
      <View className="cap mt8">住户接受才算约好，原来的时间照样算。</View>
      <View className="mt16">
        <Button id="do-proposeDate" look="main" busy={work.busy} onPress={submit}>
          问住户行不行
        </Button>
      </View>
    </>
  );
}

const ANSWERS = choicesOf({ yes: '可以', no: '要另约' });

/** 记新时间的答复: said on the telephone or at the door, put on record by somebody who does none of the work (Z14). */
export function RecordDateForm({ ticket, work, now, onDone }: FormProps) {
  const [answer, choose] = useState<'yes' | 'no' | null>(null);
  const [channel, chooseChannel] = useState<Channel>('phone');
  const [words, write, forget] = useDraft(`date.${work.id}`);
  const dueBy = ticket.proposal?.dueBy;
  if (!dueBy) return null;
  const submit = async () => {
    const accepts = answer === null ? undefined : answer === 'yes';
    if (!(await work.act('recordDate', { dueBy, accepts, channel, words }))) return;
    forget();
    onDone();
  };
  return (
    <>
      <View className={`label ${wrongWith(work.refused, 'accepts') ? 'wrong' : ''}`}>{sayMoment(new Date(dueBy), now)} 前来，住户怎么说</View>
      <Chips id="date-answer" items={ANSWERS} chosen={answer} onChoose={choose} />
      <View className="label">怎么说的</View>
      <ChannelChoice chosen={channel} onChoose={chooseChannel} />
      <View className="label">谁说的、原话</View>
      <Area
        id="date-words"
        words={words}
        hint="比如：王阿姨电话里说可以，那天在家"
        max={200}
        wrong={wrongWith(work.refused, 'words') !== undefined}
        onWrite={write}
      />
      <View className="cap mt8">
        {answer === 'no' ? '原来答应的时间照样算。说好了别的时间，接着点“定新的时间”。' : '记下以后，住户和师傅都收到。'}
      </View>
      <View className="mt16">
        <Button id="do-recordDate" look="main" busy={work.busy} onPress={submit}>
          记下答复
        </Button>
      </View>
    </>
  );
}
