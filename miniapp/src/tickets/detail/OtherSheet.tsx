import { View } from '@tarojs/components';
import { useState } from 'react';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { isRemark } from '../../../../shared/remarks/decide.ts';
import type { TicketKind } from '../../../../shared/tickets/ticket.ts';
import { toVerdict } from '../../kernel/go.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { codeOf } from '../../kernel/say.ts';
import { BecomeForm, PointForm } from './AboutForm.tsx';
import { useAfterwards, useOthers } from './after.ts';
import { CancelForm } from './CancelForm.tsx';
import { ChangeForm } from './ChangeForm.tsx';
import type { OtherProps } from './other.ts';

/** 催一下: who hears, and that what was promised stays (I7). */
function UrgeForm({ ticket, afterwards, now, onDone }: OtherProps) {
  const again = ticket.urgeAgainAt && new Date(ticket.urgeAgainAt) > now ? new Date(ticket.urgeAgainAt) : null;
  const urge = async () => {
    if (await afterwards.act('urge', {}, '催过了，他们都收到了')) onDone();
  };
  return (
    <>
      <View className="mt8">
        {ticket.assigneeName ? `${ticket.assigneeName}师傅、` : ''}
        {ticket.kind === 'complaint' ? '处理这件投诉的人会收到。' : isRemark(ticket.kind) ? '服务中心会收到。' : '客服和工程主管都会收到。'}
        答应您的时间不变。
      </View>
      {ticket.next && (
        <View className="strip lake-strip mt12">
          <Icon name="clock" />
          <View className="grow">
            <Dated
              text={
                new Date(ticket.next.dueBy) < now
                  ? `答应您${sayMoment(new Date(ticket.next.dueBy), now)} 前${ticket.next.label}，已经迟了`
                  : `我们答应您：${sayMoment(new Date(ticket.next.dueBy), now)} 前${ticket.next.label}`
              }
            />
          </View>
        </View>
      )}
      {again && (
        <View className="strip quiet mt12" id="urge-again">
          <View className="grow">
            <Dated text={`刚催过，他们都收到了。${sayMoment(again, now)} 以后可以再催，有话请留言。`} />
          </View>
        </View>
      )}
      <View className="mt16">
        {again ? (
          <Button id="close-urge" look="main" onPress={onDone}>
            知道了
          </Button>
        ) : (
          <Button id="do-urge" look="main" busy={afterwards.busy} onPress={urge}>
            催一下
          </Button>
        )}
      </View>
    </>
  );
}

const FORMS = { urge: UrgeForm, change: ChangeForm, cancel: CancelForm, point: PointForm, becomeComplaint: BecomeForm };

/** The same of a special service. */
const SERVICE_NOTES: Partial<Record<string, string>> = {
  cancel: '不要了，人到以前都可以',
  reopen: '接着办，不再收费',
};

/** And of a remark. */
const REMARK_NOTES: Partial<Record<string, string>> = {
  cancel: '不用答复了，还没答复以前都可以',
  reopen: '接着答复您',
  object: '品质管理部来答复您',
  becomeComplaint: '有专人处理，书面答复您',
};

/** The same of a complaint. */
const COMPLAINT_NOTES: Partial<Record<string, string>> = {
  cancel: '不投诉了',
  reopen: '接着办；小区办的转到品质管理部',
  point: '添上说的是谁、要不要赔偿；他就看不到了',
};

/** What each leads to, in one line below its name. */
const NOTES: Partial<Record<string, string>> = {
  change: '改类别，补充几句，加照片',
  cancel: '不用修了，师傅动手以前都可以',
  reopen: '接着办，师傅马上再来',
};

interface SheetProps {
  ticket: TicketDetail;
  now: Date;
  /** 催一下 at once, or what else there is. */
  opens: 'urge' | 'more';
  onAgain: () => Promise<void>;
  onClose: () => void;
}

const NOTES_OF: Readonly<Record<TicketKind, Partial<Record<string, string>>>> = {
  repair: NOTES,
  special_service: SERVICE_NOTES,
  suggestion: REMARK_NOTES,
  praise: REMARK_NOTES,
  enquiry: REMARK_NOTES,
  complaint: COMPLAINT_NOTES,
};

/** 催一下; or 更多: change, say that it is not mended, take back. */
export function OtherSheet({ ticket, now, opens, onAgain, onClose }: SheetProps) {
  const [chosen, choose] = useState<string | null>(opens === 'urge' ? 'urge' : null);
  const afterwards = useAfterwards(ticket, onAgain);
  const { urge, rest } = useOthers(ticket);
  const Form = chosen ? FORMS[chosen as keyof typeof FORMS] : undefined;
  const isBeaten = afterwards.refused !== null && codeOf(afterwards.refused) === 'ticket/action-refused';
  const take = (action: string) => {
    if (action !== 'reopen' && action !== 'object') return choose(action);
    onClose();
    void toVerdict(ticket);
  };
  const seeNow = async () => {
    await onAgain();
    onClose();
  };
  if (isBeaten)
    return (
      <Sheet title="刚才有了变化" onClose={seeNow}>
        <View className="mt8" id="beaten">
          {ticket.history[0]?.text ?? ''}。您没办成，什么也没改。
        </View>
        <View className="mt16">
          <Button id="see-now" look="main" onPress={seeNow}>
            看现在的情况
          </Button>
        </View>
      </Sheet>
    );
  return (
    <Sheet title={[...(urge ? [urge] : []), ...rest].find((one) => one.action === chosen)?.label ?? '更多'} onClose={onClose}>
      {!Form &&
        rest.map((one) => (
          <Press key={one.action} id={`other-${one.action}`} className="cell" onPress={() => take(one.action)}>
            <View className="grow">
              <View className="b">{one.label}</View>
              <View className="sub">{NOTES_OF[ticket.kind][one.action] ?? ''}</View>
            </View>
            <Icon name="right" />
          </Press>
        ))}
      {Form && <Form ticket={ticket} afterwards={afterwards} now={now} onDone={onClose} />}
      {Form && <Refusal refused={afterwards.refused} />}
    </Sheet>
  );
}
