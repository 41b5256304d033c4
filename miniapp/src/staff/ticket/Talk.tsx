import { View } from '@tarojs/components';
import type { TicketDetail } from '../../../../shared/contract/tickets.ts';
import { useDraft, useDraftChoice } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { useViewer } from '../../kernel/session.ts';
import type { Work } from './work.ts';

/** 回住户; an agent can promise a second call today (R8). */
export function Talk({ ticket, work }: { ticket: TicketDetail; work: Work }) {
  const [words, write] = useDraft(`say.${ticket.id}`);
  const [upset, setUpset, forgetUpset] = useDraftChoice(`upset.${ticket.id}`, false);
  const { viewer } = useViewer();
  const isAgent = viewer?.session.appointments.some((one) => one.role === 'agent' && one.officeId === ticket.officeId) ?? false;
  const submit = async () => {
    if (!(await work.act('say', { words, upset }))) return;
    write('');
    setUpset(false);
    forgetUpset();
  };
  return (
    <>
      <Area id="message" words={words} hint="回住户" onWrite={write} />
      {isAgent && (
        <Press id="upset" className={`row tight upset ${upset ? 'on' : ''}`} role="checkbox" checked={upset} onPress={() => setUpset(!upset)}>
          <View className="radio square">{upset && <Icon name="check" />}</View>
          <View className="grow">住户着急，今天再打一次电话</View>
        </Press>
      )}
      <Refusal refused={work.refused} kept="写好的话还在" />
      <View className="mt8">
        <Button id="send" look="main" busy={work.busy} onPress={submit}>
          发给住户
        </Button>
      </View>
    </>
  );
}
