import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Pick } from '../../kernel/parts/Choice.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { wrongWith } from '../../kernel/say.ts';
import type { Work } from './work.ts';

/** 派给谁, the likeliest chosen already, and what will be done as checked with the resident (I9). */
export function DispatchForm({ ticket, work }: { ticket: TicketDetail; work: Work }) {
  const asked = useAsked(() => api.technicians({ id: ticket.id }), ticket.id);
  const first = asked.value?.items[0];
  useEffect(() => {
    // Whoever was chosen before may be off duty by now.
    if (first && !asked.value?.items.some((one) => one.id === work.technicianId)) work.chooseTechnician(first);
  }, [first]);
  return (
    <>
      <View className="sec">派给谁</View>
      <Shown asked={asked}>
        {({ items }) => (
          <>
            {items.length === 0 && <View className="strip quiet">现在没有师傅在岗，请告诉工程主管</View>}
            {items.map((person, index) => (
              <Pick
                key={person.id}
                id={`technician-${person.id}`}
                on={person.id === work.technicianId}
                title={
                  <>
                    {person.name} {index === 0 && person.suits && <Text className="tag ours">建议</Text>}
                  </>
                }
                note={person.why}
                onPress={() => work.chooseTechnician(person)}
              />
            ))}
          </>
        )}
      </Shown>
      {ticket.wish && !ticket.wish.past && (
        <View className="cells mt12">
          <Press
            id="by-wish"
            className={`cell ${work.visitBy ? 'on' : ''}`}
            role="switch"
            checked={work.visitBy !== null}
            onPress={() => work.setByWish(work.visitBy === null)}
          >
            <View className="grow">
              <View className="b">按住户说的时间上门：{ticket.wish.text}</View>
              <View className="sub">
                {ticket.wish.after ? `比答应的“${ticket.wish.after}”晚，先用“和住户约时间”约好；` : ''}另记一条承诺，原来的时间照样算
              </View>
            </View>
            <View className="switch" />
          </Press>
        </View>
      )}
      <View className="label">和住户核对的内容</View>
      <Area
        id="content"
        words={work.content}
        hint="要做什么，住户怎么说的"
        wrong={wrongWith(work.refused, 'content') !== undefined}
        onWrite={work.writeContent}
      />
    </>
  );
}
