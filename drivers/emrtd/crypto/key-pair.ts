import { randomBytes } from 'node:crypto';
import { bigintOf } from '../bytes/bytes.ts';
import type { Curve, CurvePoint } from './curve.ts';

/** Random bytes; a test gives those of a published example. */
export type RandomSource = (length: number) => Uint8Array;

export const systemRandom: RandomSource = (length) => Uint8Array.from(randomBytes(length));

/** Bits drawn beyond the order, so that reducing leaves no bias worth naming (FIPS 186-5, A.2.1). */
const SURPLUS_BYTES = 8;

/** A secret scalar, never zero. */
export function drawScalar(curve: Curve, random: RandomSource): bigint {
  const order = curve.algorithms.Point.Fn.ORDER;
  const drawn = bigintOf(random(curve.algorithms.Point.Fn.BYTES + SURPLUS_BYTES));
  return (drawn % (order - 1n)) + 1n;
}

/** Uncompressed, as every protocol of passports sends it. */
export function encodePoint(point: CurvePoint): Uint8Array {
  return point.toBytes(false);
}
