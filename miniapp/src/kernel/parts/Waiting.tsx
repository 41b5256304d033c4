import Skeleton from '@taroify/core/skeleton';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';

const SHOWN_AFTER = 300;
const SAID_AFTER = 3_000;

const CARD = (
  <>
    <View className="sk short" />
    <View className="sk mt12" />
    <View className="sk pill mt16" />
  </>
);

const useAfter = (milliseconds: number) => {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return passed;
};

/** The shape of the cards to come: only after a moment, with words after a longer one. */
export function Waiting({ cards = 3 }: { cards?: number }) {
  const isShown = useAfter(SHOWN_AFTER);
  const isSaid = useAfter(SAID_AFTER);
  if (!isShown) return null;
  return (
    <View className="mt12">
      {Array.from({ length: cards }, (_, index) => `card-${index}`).map((key) => (
        <Skeleton key={key} className="card block" template={CARD} />
      ))}
      {isSaid && <View className="cap middle mt16">正在取，请稍等</View>}
    </View>
  );
}
