import { Input, View } from '@tarojs/components';
import { Icon } from './Icon.tsx';
import { Press } from './Press.tsx';

interface Props {
  id: string;
  words: string;
  hint: string;
  /** The page is for nothing else: the keyboard comes by itself. */
  focus?: boolean;
  onWrite: (words: string) => void;
  /** Leaving the field, or the keyboard's own search key. */
  onDone?: () => void;
}

/** The one field to search in. */
export function SearchField({ id, words, hint, focus = false, onWrite, onDone }: Props) {
  return (
    <View id={id} className="find">
      <Icon name="search" />
      <Input
        className="find-input grow"
        value={words}
        maxlength={40}
        focus={focus}
        confirmType="search"
        placeholder={hint}
        placeholderClass="ph"
        onInput={(event) => onWrite(event.detail.value)}
        onConfirm={onDone}
        onBlur={onDone}
      />
      {words !== '' && (
        <Press id={`clear-${id}`} className="find-clear" label="清空" onPress={() => onWrite('')}>
          <Icon name="x" />
        </Press>
      )}
    </View>
  );
}
