/** Protocol and parameters selection (ISO/IEC 7816-3, clause 9): PPSS, PPS0, PPS1 when a rate is chosen, PCK. */
export function encodePps(protocol: 0 | 1, fiDi: number | null): Uint8Array {
  const body = fiDi === null ? [0xff, protocol] : [0xff, 0x10 | protocol, fiDi];
  return Uint8Array.of(
    ...body,
    body.reduce((sum, byte) => sum ^ byte, 0),
  );
}

/**
 * What a card agreed to: the rate asked for, or `default` when it left PPS1 out of its answer and so keeps the default
 * rate (9.3). Null when it refused or answered wrongly.
 */
export function agreedPps(request: Uint8Array, answer: Uint8Array): 'as-asked' | 'default' | null {
  if (equal(request, answer)) return 'as-asked';
  const withoutRate = encodePps((request[1] ?? 0) & 1 ? 1 : 0, null);
  return equal(withoutRate, answer) ? 'default' : null;
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
