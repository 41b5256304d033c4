import { View } from '@tarojs/components';
import { useState } from 'react';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { useDraft, useDraftChoice } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Segments } from '../../kernel/parts/Segments.tsx';
import { UploadRow } from '../../kernel/parts/UploadRow.tsx';
import { usePhotos } from '../../kernel/photos.ts';
import { useViewer } from '../../kernel/session.ts';
import { ReplySheet } from './ReplySheet.tsx';
import type { Work } from './work.ts';

const MODES = [
  { name: 'say', label: '回住户', id: 'mode-say' },
  { name: 'note', label: '只给同事看', id: 'mode-note', plum: true },
] as const;

/** One mode's own words and photos; nothing of it is carried over to the other. */
function Compose({ ticket, work, mode }: { ticket: TicketDetail; work: Work; mode: 'say' | 'note' }) {
  const isNote = mode === 'note';
  const [words, write] = useDraft(`${mode}.${ticket.id}`);
  const [upset, setUpset, forgetUpset] = useDraftChoice(`upset.${ticket.id}`, false);
  const [choosing, setChoosing] = useState(false);
  const photos = usePhotos(ticket.id, 'message', `${mode}.${ticket.id}`);
  const { viewer } = useViewer();
  const isAgent = viewer?.session.appointments.some((one) => one.role === 'agent' && one.officeId === ticket.officeId) ?? false;
  const submit = async () => {
    const fields = { words, photoIds: photos.sentIds, ...(isNote ? {} : { upset }) };
    if (!(await work.act(mode, fields, photos.unsent))) return;
    write('');
    photos.forget();
    setUpset(false);
    forgetUpset();
  };
  return (
    <View className={isNote ? 'plum-area' : ''}>
      <Area id={isNote ? 'note' : 'message'} words={words} hint={isNote ? '只有同事看得到' : '回住户'} onWrite={write} />
      <View className="mt8">
        <UploadRow photos={photos} canAdd />
      </View>
      {isAgent && !isNote && (
        <Press id="upset" className={`row tight upset ${upset ? 'on' : ''}`} role="checkbox" checked={upset} onPress={() => setUpset(!upset)}>
          <View className="radio square">{upset && <Icon name="check" />}</View>
          <View className="grow">住户着急，今天再打一次电话</View>
        </Press>
      )}
      <Refusal refused={work.refused} kept="写好的话还在" />
      <View className="btns mt8">
        {!isNote && (
          <Button id="canned" onPress={() => setChoosing(true)}>
            常用话
          </Button>
        )}
        <Button
          id={isNote ? 'send-note' : 'send'}
          look={isNote ? '' : 'main'}
          size="wide"
          className={isNote ? 'plum' : ''}
          busy={work.busy || photos.isBusy}
          onPress={submit}
        >
          {isNote ? '记给同事，住户看不到' : '发给住户'}
        </Button>
      </View>
      {choosing && (
        <ReplySheet
          ticketId={ticket.id}
          onChoose={(text) => {
            write(words ? `${words}\n${text}` : text);
            setChoosing(false);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </View>
  );
}

/** 回住户, or a note among colleagues; an agent can promise a second call today (R8). */
export function Talk({ ticket, work }: { ticket: TicketDetail; work: Work }) {
  const can = (action: string) => ticket.actions.some((one) => one.action === action);
  const modes = MODES.filter((one) => can(one.name));
  const [chosen, choose] = useState<'say' | 'note'>('say');
  const mode = can(chosen) ? chosen : 'note';
  return (
    <>
      {modes.length > 1 && (
        <Segments
          items={modes}
          chosen={mode}
          onChoose={(name) => {
            work.forgive();
            choose(name);
          }}
        />
      )}
      <View className="mt8">
        <Compose key={mode} ticket={ticket} work={work} mode={mode} />
      </View>
    </>
  );
}
