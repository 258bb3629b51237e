import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** Whole numbers from `from` to `to`, both included. */
type Draw = (from: number, to: number) => number;

/** Values at which lengths and counts go wrong. */
const EDGES = [0, 1, 2, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];

/**
 * The input of one execution, made of nothing but the seed and its number, so that any of them comes back alone: bytes
 * at random, or a sample after some changes.
 */
export function makeInput(
  seed: number,
  execution: number,
  samples: readonly Uint8Array[],
  longest: number,
): Uint8Array {
  // The last word only keeps the state from being all zeros, in which the generator would stay.
  const generator = xoroshiro128plusFromState([
    seed | 0,
    execution | 0,
    Math.floor(execution / 2 ** 32),
    0x5eed,
  ]);
  for (let warm = 0; warm < 8; warm += 1) generator.next();
  const draw: Draw = (from, to) => uniformInt(generator, from, to);
  const sample = samples[draw(0, Math.max(0, samples.length - 1))];
  if (!sample || draw(0, 4) === 0)
    return randomBytes(draw, draw(0, 3) === 0 ? longest : Math.min(longest, 40));

  let bytes: Uint8Array = sample.slice();
  for (let changes = draw(0, 6); changes > 0; changes -= 1) bytes = change(bytes, samples, draw);
  return bytes.length > longest ? bytes.slice(0, longest) : bytes;
}

function change(bytes: Uint8Array, samples: readonly Uint8Array[], draw: Draw): Uint8Array {
  const at = draw(0, bytes.length);
  const until = Math.min(bytes.length, at + draw(1, 16));
  switch (draw(0, 8)) {
    case 0:
      return bytes.map((byte, index) => (index === at ? byte ^ (1 << draw(0, 7)) : byte));
    case 1:
      return bytes.map((byte, index) => (index === at ? draw(0, 255) : byte));
    case 2:
      return withEdge(bytes, at, draw);
    case 3:
      return joined(bytes.subarray(0, at), randomBytes(draw, 16), bytes.subarray(at));
    case 4:
      return joined(bytes.subarray(0, at), bytes.subarray(until));
    case 5:
      return joined(bytes.subarray(0, until), bytes.subarray(at));
    case 6:
      return bytes.slice(0, at);
    case 7:
      return joined(bytes.subarray(0, at), other(samples, draw));
    default:
      return joined(bytes, other(samples, draw));
  }
}

/** An edge over one, two or four bytes, in either order. */
function withEdge(bytes: Uint8Array, at: number, draw: Draw): Uint8Array {
  const copy = bytes.slice();
  const width = [1, 2, 4][draw(0, 2)] ?? 1;
  const edge = EDGES[draw(0, EDGES.length - 1)] ?? 0;
  const little = draw(0, 1) === 0;
  for (let index = 0; index < width && at + index < copy.length; index += 1)
    copy[at + index] = (edge >>> (8 * (little ? index : width - 1 - index))) & 0xff;
  return copy;
}

function other(samples: readonly Uint8Array[], draw: Draw): Uint8Array {
  const sample = samples[draw(0, samples.length - 1)] ?? new Uint8Array();
  return sample.subarray(draw(0, sample.length));
}

function randomBytes(draw: Draw, longest: number): Uint8Array {
  return Uint8Array.from({ length: draw(0, longest) }, () => draw(0, 255));
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
