import { Input, View } from '@tarojs/components';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';

interface Props {
  query: string;
  onWrite: (query: string) => void;
  /** Leaving the field, or the keyboard's own search key. */
  onDone: () => void;
}

/** The one field to search in. */
export function SearchField({ query, onWrite, onDone }: Props) {
  return (
    <View id="query" className="find">
      <Icon name="search" />
      <Input
        className="find-input grow"
        value={query}
        maxlength={40}
        focus
        confirmType="search"
        placeholder="编号、房号、姓名、几个字"
        placeholderClass="ph"
        onInput={(event) => onWrite(event.detail.value)}
        onConfirm={onDone}
        onBlur={onDone}
      />
      {query !== '' && (
        <Press id="clear-query" className="find-clear" label="清空" onPress={() => onWrite('')}>
          <Icon name="x" />
        </Press>
      )}
    </View>
  );
}
