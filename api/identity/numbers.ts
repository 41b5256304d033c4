import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** Phone numbers at rest: encrypted for their owner's row, found by a blind index, shown by their last four. */
export interface Numbers {
  seal(number: string, personId: string): { phoneCipher: string; phoneIndex: string; phoneLast4: string };
  /** The number of this person; null where the cipher is not theirs. */
  open(cipher: string, personId: string): string | null;
  /** Something that is kept to be known again, an address or a number somebody typed, so that it cannot be read. */
  hide(text: string): string;
}

/** @param keyHex AES-256 key; @param indexKeyHex a second key, for the index alone */
export function openNumbers(keyHex: string, indexKeyHex: string): Numbers {
  const key = Buffer.from(keyHex, 'hex');
  const indexKey = Buffer.from(indexKeyHex, 'hex');
  const hide = (text: string) => createHmac('sha256', indexKey).update(text).digest('hex');
  return {
    hide,
    seal(number, personId) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(personId));
      const sealed = Buffer.concat([nonce, cipher.update(number, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return {
        phoneCipher: sealed.toString('base64'),
        phoneIndex: hide(number),
        phoneLast4: number.slice(-4),
      };
    },
    open(sealedText, personId) {
      try {
        const sealed = Buffer.from(sealedText, 'base64');
        const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(Buffer.from(personId));
        decipher.setAuthTag(sealed.subarray(-16));
        return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}

/** A number as others see it. */
export function maskNumber(last4: string | null): string {
  return last4 ? `1** **** ${last4}` : '没有登记号码';
}
