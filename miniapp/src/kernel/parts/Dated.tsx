import { Text } from '@tarojs/components';

const MOMENT = /((?:(?:\d+年)?\d+月\d+日(?: 周.)?|[今明昨]天|\d+:\d+)(?: \d+:\d+)?(?: 前)?)/;

/** Words, the moments in which stay whole: none is broken at the end of a line. */
export function Dated({ text }: { text: string }) {
  return (
    <>
      {text.split(MOMENT).map((part, index) =>
        index % 2 === 1 ? (
          <Text key={index} className="moment">
            {part}
          </Text>
        ) : (
          part
        ),
      )}
    </>
  );
}
