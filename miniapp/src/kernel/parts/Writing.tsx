import Textarea from '@taroify/core/textarea';

interface Props {
  id: string;
  words: string;
  hint: string;
  max?: number;
  tall?: boolean;
  focus?: boolean;
  onWrite: (words: string) => void;
}

/** Somewhere to write; grows with the words. */
export function Writing({ id, words, hint, max = 500, tall = false, focus = false, onWrite }: Props) {
  return (
    <Textarea
      id={id}
      className={`writing ${tall ? 'tall' : ''}`}
      value={words}
      placeholder={hint}
      placeholderClass="ph"
      maxlength={max}
      autoHeight
      autoFocus={focus}
      cursorSpacing={120}
      onInput={(event) => onWrite(event.detail.value)}
    />
  );
}
