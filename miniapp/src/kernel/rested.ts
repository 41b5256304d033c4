import { useEffect, useState } from 'react';

const TYPING_MILLISECONDS = 400;

/** What has been typed, once the typing rests. */
export function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), TYPING_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
