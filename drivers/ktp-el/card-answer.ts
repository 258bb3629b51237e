import { CardError } from '../smart-card/card-error.ts';

export interface CardAnswer {
  readonly data: Uint8Array;
  readonly statusWord: number;
}

/** Splits a response APDU. Fails with a `CardError` `protocol` when there is no status word. */
export function readAnswer(response: Uint8Array): CardAnswer {
  const [first, second] = response.subarray(-2);
  if (first === undefined || second === undefined)
    throw new CardError('protocol', `A response of ${response.length} bytes has no status word`);
  return { data: response.subarray(0, -2), statusWord: (first << 8) | second };
}

/** 9000, or 61xx by which a T=0 card says it has more to tell (ISO/IEC 7816-4, 5.1.3). */
export function isSuccess(statusWord: number): boolean {
  return statusWord === 0x9000 || statusWord >> 8 === 0x61;
}

export function refused(statusWord: number, what: string): CardError {
  return new CardError('refused', `${what} was answered with ${statusWord.toString(16)}`, { statusWord });
}
