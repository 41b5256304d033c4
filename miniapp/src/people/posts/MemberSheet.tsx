import { View } from '@tarojs/components';
import { useState } from 'react';
import type { StaffMember, StaffOffice, StaffPost } from '../../../../shared/contract/staff-posts.ts';
import { isoDay } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip, Chips } from '../../kernel/parts/Choice.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';
import { DayChoice } from './DayChoice.tsx';
import { emptyDraft, Filling, fillingOf } from './Filling.tsx';
import { type Handing, HandOn } from './HandOn.tsx';
import { lastDayOf, sayFullDay, sayStaffPost } from './say.ts';

interface FormProps {
  post: StaffPost;
  onDone: () => void;
}

const NOTHING: Handing = { handTo: null, hands: [] };

/** 离任: from now, or with a last day. */
function EndForm({ post, onDone }: FormProps) {
  const now = useNow();
  const today = isoDay(now);
  const { send, busy, refused } = useSend();
  const asked = useAsked(() => api.heldByPost({ id: post.id }), `held ${post.id}`);
  const [lastDay, setLastDay] = useState<string | null>(null);
  const [handing, hand] = useState(NOTHING);
  const submit = async () => {
    if (await send({ id: post.id, lastDay, handTo: handing.handTo, hands: lastDay ? [] : handing.hands }, api.endPost)) onDone();
  };
  return (
    <Shown asked={asked}>
      {(held) => (
        <>
          <View className="chips mt8">
            <Chip id="end-now" on={lastDay === null} onPress={() => setLastDay(null)}>
              现在就离任
            </Chip>
            <Chip id="end-later" on={lastDay !== null} onPress={() => setLastDay(today)}>
              做到某一天
            </Chip>
          </View>
          {lastDay && (
            <DayChoice
              id="last-day"
              label="最后一天"
              day={lastDay}
              start={today}
              wrong={wrongWith(refused, 'lastDay') !== undefined}
              onChoose={setLastDay}
            />
          )}
          <HandOn held={held} handing={handing} each={!lastDay} onChange={hand} />
          <View className="cap mt8">{lastDay ? '那一天 24:00 一到，手上的自己交出去。' : '马上看不到同事才看的事；记录都留着。'}</View>
          <Refusal refused={refused} />
          <View className="mt16">
            <Button id="do-end" look="main" busy={busy} onPress={submit}>
              办离任
            </Button>
          </View>
        </>
      )}
    </Shown>
  );
}

/** 换岗: another post or office, in one go. */
function MoveForm({ post, offices, officeId, onDone }: FormProps & { offices: readonly StaffOffice[]; officeId: string }) {
  const { send, busy, refused, forgive } = useSend();
  const asked = useAsked(() => api.heldByPost({ id: post.id }), `held ${post.id}`);
  const [draft, setDraft] = useState(emptyDraft(officeId));
  const [handing, hand] = useState(NOTHING);
  const change = (next: typeof draft) => {
    forgive();
    setDraft(next);
  };
  const submit = async () => {
    if (await send({ id: post.id, ...fillingOf(draft), ...handing }, api.movePost)) onDone();
  };
  return (
    <Shown asked={asked}>
      {(held) => (
        <>
          <Filling offices={offices} draft={draft} refused={refused} onChange={change} />
          <HandOn held={held} handing={handing} onChange={hand} />
          <Refusal refused={refused} />
          <View className="mt16">
            <Button id="do-move" look="main" busy={busy} onPress={submit}>
              换岗
            </Button>
          </View>
        </>
      )}
    </Shown>
  );
}

const NOBODY = 'nobody';

/** 请假: which days, who stands in, and what happens to what is in hand. */
export function LeaveForm({ post, member, office, onDone }: FormProps & { member: StaffMember; office: StaffOffice }) {
  const now = useNow();
  const today = isoDay(now);
  const { send, busy, refused } = useSend();
  const asked = useAsked(() => api.heldByPost({ id: post.id }), `held ${post.id}`);
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState(today);
  const [deputy, setDeputy] = useState('');
  const [handsOn, setHandsOn] = useState(false);
  const [handing, hand] = useState(NOTHING);
  const others = office.people.filter((one) => one.id !== member.id);
  const submit = async () => {
    const deputyId = deputy === NOBODY || deputy === '' ? null : deputy;
    const body = { officeId: office.id, personId: member.id, from, until, deputyId, handsOn, handTo: handsOn ? handing.handTo : null };
    if (await send(body, api.bookLeave)) onDone();
  };
  return (
    <Shown asked={asked}>
      {(held) => (
        <>
          <DayChoice id="leave-from" label="从哪天" day={from} start={today} wrong={wrongWith(refused, 'from') !== undefined} onChoose={setFrom} />
          <DayChoice
            id="leave-until"
            label="到哪天（这一天也不在）"
            day={until}
            start={from}
            wrong={wrongWith(refused, 'until') !== undefined}
            onChoose={setUntil}
          />
          <View className={`label ${wrongWith(refused, 'deputyId') ? 'wrong' : ''}`}>谁代</View>
          <Chips
            id="deputy"
            items={[...others.map((one) => ({ name: one.id, label: one.name })), { name: NOBODY, label: '没有人代，由上一级顶上' }]}
            chosen={deputy || NOBODY}
            onChoose={setDeputy}
          />
          <View className="label">手上的事</View>
          <View className="chips">
            <Chip id="keeps" on={!handsOn} onPress={() => setHandsOn(false)}>
              留着自己办
            </Chip>
            <Chip id="hands-on" on={handsOn} onPress={() => setHandsOn(true)}>
              交出去
            </Chip>
          </View>
          {handsOn && (
            <HandOn
              held={{ ...held, climbsTo: null }}
              handing={handing}
              also={others.filter((one) => one.id === deputy)}
              each={false}
              onChange={hand}
            />
          )}
          <View className="cap mt8">请假的几天，新的事、审核、值班都归代的人；投诉谁，照样瞒着谁。</View>
          <Refusal refused={refused} />
          <View className="mt16">
            <Button id="do-leave" look="main" busy={busy} onPress={submit}>
              请假
            </Button>
          </View>
        </>
      )}
    </Shown>
  );
}

type Open = { what: 'end' | 'move' | 'leave'; post: StaffPost } | null;
const TITLES = { end: '离任', move: '换岗', leave: '请假' } as const;

interface Props {
  member: StaffMember;
  office: StaffOffice;
  offices: readonly StaffOffice[];
  onDone: () => void;
  onClose: () => void;
}

/** One colleague: their posts here, and what can be done about them. */
export function MemberSheet({ member, office, offices, onDone, onClose }: Props) {
  const now = useNow();
  const { send, busy, refused } = useSend();
  const [open, show] = useState<Open>(null);
  const [first] = member.posts;
  const endLeave = async (id: string) => {
    if (await send({ id }, api.endLeave)) onDone();
  };
  if (open)
    return (
      <Sheet key={open.what} title={`${member.name}${TITLES[open.what]}`} onClose={onClose}>
        {open.what === 'end' && <EndForm post={open.post} onDone={onDone} />}
        {open.what === 'move' && <MoveForm post={open.post} offices={offices} officeId={office.id} onDone={onDone} />}
        {open.what === 'leave' && <LeaveForm post={open.post} member={member} office={office} onDone={onDone} />}
      </Sheet>
    );
  return (
    <Sheet title={member.name} onClose={onClose}>
      {member.posts.map((post) => (
        <View key={post.id} className="mt12">
          <View className="b">{sayStaffPost(post, now)}</View>
          {post.mayEnd && (
            <View className="btns mt8">
              <Button id={`move-${post.role}`} onPress={() => show({ what: 'move', post })}>
                换岗
              </Button>
              <Button id={`end-${post.role}`} onPress={() => show({ what: 'end', post })}>
                离任
              </Button>
            </View>
          )}
        </View>
      ))}
      {member.leaves.map((leave) => (
        <View key={leave.id} className="mt12">
          <View>
            {sayFullDay(isoDay(new Date(leave.from)))}到{sayFullDay(lastDayOf(leave.until))}请假，
            {leave.deputyName ? `${leave.deputyName}代` : '没有人代，由上一级顶上'}
          </View>
          {leave.mayEnd && (
            <Button id="end-leave" busy={busy} onPress={() => void endLeave(leave.id)}>
              销假
            </Button>
          )}
        </View>
      ))}
      <Refusal refused={refused} kept="" />
      {member.mayBookLeave && first && (
        <View className="mt16">
          <Button id="book-leave" look="main" onPress={() => show({ what: 'leave', post: member.posts.find((one) => !one.deputyFor) ?? first })}>
            请假
          </Button>
        </View>
      )}
    </Sheet>
  );
}
