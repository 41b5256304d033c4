import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../kernel/go.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';

interface Props {
  hotline: string | null;
  danger: boolean;
  onDanger: (danger: boolean) => void;
}

/** 有危险先打电话: one tap to the number, and the form waits behind it. */
export function DangerStrip({ hotline, danger, onDanger }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Press id="danger-strip" className="strip danger mt4" onPress={() => setOpen(true)}>
        <Icon name="alert" />
        <View className="grow">
          <View className="b">{danger ? '有人有危险，已记下' : '有危险？先打电话'}</View>
          <View>电梯困人、煤气味、漏电、着火</View>
        </View>
        <Icon name="right" />
      </Press>
      {open && (
        <Sheet title="有危险，先打电话" red onClose={() => setOpen(false)}>
          <View className="mt8">人先离开。不开灯、不点火，不碰电器。</View>
          <View className="mt16">
            {hotline ? (
              <Button id="call-danger" look="red" size="big" icon="phone" onPress={() => call(hotline)}>
                打值班电话 <Text className="nw">{hotline}</Text>
              </Button>
            ) : (
              <View className="strip quiet">服务中心还没有登记电话。火警请打 119，急救请打 120。</View>
            )}
          </View>
          <Press id="danger" className={`cell ${danger ? 'on' : ''}`} role="switch" checked={danger} onPress={() => onDanger(!danger)}>
            <View className="grow">
              <View className="b">有人有危险</View>
              <View className="sub">打开后按急修办</View>
            </View>
            <View className="switch" />
          </Press>
          <Button id="danger-close" look="plain" onPress={() => setOpen(false)}>
            继续报修
          </Button>
          <View className="cap middle">您点的、写的都还在</View>
        </Sheet>
      )}
    </>
  );
}
