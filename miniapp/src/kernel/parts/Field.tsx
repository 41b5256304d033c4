import { Input, View } from '@tarojs/components';

interface Props {
  id: string;
  label: string;
  words: string;
  hint: string;
  max: number;
  /** Digits only. */
  digits?: boolean;
  wrong?: string | undefined;
  onWrite: (words: string) => void;
}

/** One line to fill in, with its name above; ringed where it was refused. */
export function Field({ id, label, words, hint, max, digits = false, wrong, onWrite }: Props) {
  return (
    <>
      <View className={`label ${wrong ? 'wrong' : ''}`}>{label}</View>
      <View id={id} className={`find field ${wrong ? 'wrong' : ''}`}>
        <Input
          className="find-input grow"
          value={words}
          type={digits ? 'number' : 'text'}
          maxlength={max}
          placeholder={hint}
          placeholderClass="ph"
          onInput={(event) => onWrite(event.detail.value)}
        />
      </View>
    </>
  );
}
