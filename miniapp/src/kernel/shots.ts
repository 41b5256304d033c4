/** A photo on the phone. */
export interface Shot {
  path: string;
  bytes: number;
  type: 'image/jpeg' | 'image/png';
}

/** One that was chosen, and how far it is on its way. */
export interface Upload extends Shot {
  key: string;
  /** In which place it was chosen. */
  position: number;
  state: 'waiting' | 'sending' | 'sent' | 'failed';
  percent: number;
  photoId: string | null;
  why: string;
  /** No further try would help. */
  refused: boolean;
}

/** A voice note on the phone. */
export interface Note {
  path: string;
  bytes: number;
  seconds: number;
}
