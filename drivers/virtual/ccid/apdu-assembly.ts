/** Puts commands together and takes responses apart at the extended level (CCID 1.1, 3.2.4). */
export interface ApduAssembly {
  /** `more` when the command goes on, the whole command when it is complete, a piece of the response when that was asked for. */
  take(part: number, bytes: Uint8Array): 'more' | 'wrong' | TakenPart;
  /** The first piece of a response; the rest is kept until it is asked for. */
  give(response: Uint8Array): { readonly bytes: Uint8Array; readonly part: number };
  reset(): void;
}

export type TakenPart =
  | { readonly kind: 'command'; readonly bytes: Uint8Array }
  | { readonly kind: 'answer'; readonly bytes: Uint8Array; readonly part: number };

const PART = { whole: 0x00, first: 0x01, last: 0x02, middle: 0x03, next: 0x10 } as const;
/** Past this no APDU goes. */
const MOST_BYTES = 65_544;

export function createApduAssembly(room: number): ApduAssembly {
  let command: number[] | null = null;
  let response: Uint8Array | null = null;

  return {
    take(part, bytes) {
      if (part === PART.next) {
        if (!response || bytes.length > 0) return 'wrong';
        const piece = response.subarray(0, room);
        response = response.length > room ? response.subarray(room) : null;
        return { kind: 'answer', bytes: piece, part: response ? PART.middle : PART.last };
      }
      const begins = part === PART.whole || part === PART.first;
      const ends = part === PART.whole || part === PART.last;
      if (response || (begins ? command !== null : command === null) || (!ends && part > PART.middle)) {
        return 'wrong';
      }
      const whole: number[] = [...(command ?? []), ...bytes];
      if (whole.length > MOST_BYTES) return 'wrong';
      command = ends ? null : whole;
      return ends ? { kind: 'command', bytes: Uint8Array.from(whole) } : 'more';
    },
    give(bytes) {
      if (bytes.length <= room) return { bytes, part: PART.whole };
      response = bytes.subarray(room);
      return { bytes: bytes.subarray(0, room), part: PART.first };
    },
    reset() {
      command = null;
      response = null;
    },
  };
}
