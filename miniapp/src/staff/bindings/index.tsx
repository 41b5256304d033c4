import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { BindingRequest } from '../../../../shared/contract/bindings.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useNow } from '../../kernel/clock.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { StandStill } from '../../kernel/parts/StandStill.tsx';
import { AnswerSheet } from './AnswerSheet.tsx';

/** 绑定核对: who asks to be known as which resident; an agent looks them up and says yes or why not (A1). */
export default function BindingsPage() {
  const now = useNow();
  const paged = usePages((after) => api.bindingRequests(after ? { after } : {}), 'bindings');
  const [open, setOpen] = useState<BindingRequest | null>(null);
  const close = () => {
    setOpen(null);
    void paged.again();
  };
  return (
    <Screen>
      <StandStill />
      <Shown asked={paged}>
        {({ items }) => (
          <>
            {items.length === 0 && <Blank title="没有等着核对的" note="住户自己填了号码，会排在这里。核对清楚再同意。" />}
            <View className="cells">
              {items.map((request) => (
                <Press key={request.id} id={`binding-${request.id}`} className="cell" off={!request.mayAnswer} onPress={() => setOpen(request)}>
                  <View className="grow">
                    <View>
                      <Text className="b">{request.name}</Text>
                      <Text>　{request.home}</Text>
                    </View>
                    <View className="sub">
                      {request.vouched ? '微信担保的号码' : '填的号码'} <Text className="nw">{request.phone}</Text>
                    </View>
                    <View className="cap">
                      <Dated text={sayMoment(new Date(request.askedAt), now)} /> · {request.officeName}
                      {!request.mayAnswer && ' · 由别的同事核对'}
                    </View>
                  </View>
                  {request.mayAnswer && <Icon name="right" />}
                </Press>
              ))}
            </View>
            <More paged={paged} />
          </>
        )}
      </Shown>
      {open && <AnswerSheet key={open.id} request={open} onClose={close} />}
    </Screen>
  );
}
