import type { Draw } from './draw.ts';

/** Which way bytes go: `up` is towards central. */
export type Direction = 'up' | 'down';

/** What the line does. `after` counts bytes in that direction from when the fault is armed. */
export type LineFault =
  | { readonly kind: 'cut'; readonly direction: Direction; readonly after: number }
  /** Nothing more is carried either way, and nobody is told. */
  | { readonly kind: 'stall'; readonly after: number }
  /** One direction is dead, the other works. */
  | { readonly kind: 'half-open'; readonly dead: Direction; readonly after: number }
  /** A slow line that also stands still now and then, as one that loses packets does. */
  | { readonly kind: 'slow-and-lossy'; readonly bytesPerSecond: number; readonly bytes: number };

/** What a proxy, a portal or a broken central does to one request. */
export type AnswerFault =
  | { readonly kind: 'status'; readonly status: 413 | 429 | 500 | 503; readonly reaches: boolean }
  | { readonly kind: 'truncated-answer'; readonly share: number }
  | { readonly kind: 'repeated-answer' }
  | { readonly kind: 'repeated-request' }
  /** The acknowledgement's signature is another one. */
  | { readonly kind: 'forged-acknowledgement' }
  /** Cores are acknowledged by somebody who is not central and never reach it. */
  | { readonly kind: 'invented-acknowledgement' }
  | { readonly kind: 'portal' };

/** What happens to the processes and their disks. `after` counts bytes towards central. */
export type HouseFault =
  | { readonly kind: 'station-killed'; readonly after: number; readonly during: 'sending' | 'registering' }
  | { readonly kind: 'central-killed'; readonly after: number }
  | { readonly kind: 'central-restored' }
  | { readonly kind: 'station-clock'; readonly days: number }
  | { readonly kind: 'central-clock'; readonly days: number }
  | { readonly kind: 'station-disk-full' }
  | { readonly kind: 'central-disk-full' };

export type Fault =
  | ({ readonly at: 'line' } & LineFault)
  | ({ readonly at: 'answer' } & AnswerFault)
  | ({ readonly at: 'house' } & HouseFault);

/** From the first header to well inside the largest bundle. */
const FIRST_BYTE = 1;
const LARGEST_REACH = 400_000;
const CLOCK_DAYS = 3;

/** How often each comes in a hundred. What takes seconds to recover from comes seldom. */
const SHARES: readonly (readonly [number, (draw: Draw) => Fault])[] = [
  [22, (draw) => ({ at: 'line', kind: 'cut', direction: 'up', after: reach(draw) })],
  [6, (draw) => ({ at: 'line', kind: 'cut', direction: 'down', after: draw.magnitude(FIRST_BYTE, 4_000) })],
  [4, (draw) => ({ at: 'line', kind: 'stall', after: reach(draw) })],
  [2, (draw) => ({ at: 'line', kind: 'half-open', dead: 'up', after: reach(draw) })],
  [2, (draw) => ({ at: 'line', kind: 'half-open', dead: 'down', after: draw.magnitude(FIRST_BYTE, 4_000) })],
  [
    3,
    (draw) => ({
      at: 'line',
      kind: 'slow-and-lossy',
      bytesPerSecond: draw.between(200, 600) * 1_000,
      bytes: 150_000,
    }),
  ],
  [
    12,
    (draw) => ({
      at: 'answer',
      kind: 'status',
      status: draw.oneOf([413, 429, 500, 503]),
      reaches: draw.between(0, 1) === 1,
    }),
  ],
  [9, (draw) => ({ at: 'answer', kind: 'truncated-answer', share: draw.between(0, 99) / 100 })],
  [8, () => ({ at: 'answer', kind: 'repeated-answer' })],
  [8, () => ({ at: 'answer', kind: 'repeated-request' })],
  [6, () => ({ at: 'answer', kind: 'forged-acknowledgement' })],
  [3, () => ({ at: 'answer', kind: 'invented-acknowledgement' })],
  [3, () => ({ at: 'answer', kind: 'portal' })],
  [
    4,
    (draw) => ({
      at: 'house',
      kind: 'station-killed',
      after: reach(draw),
      during: draw.oneOf(['sending', 'registering']),
    }),
  ],
  [4, (draw) => ({ at: 'house', kind: 'central-killed', after: reach(draw) })],
  [1, () => ({ at: 'house', kind: 'central-restored' })],
  [1, (draw) => ({ at: 'house', kind: 'station-clock', days: draw.oneOf([-CLOCK_DAYS, CLOCK_DAYS]) })],
  [1, (draw) => ({ at: 'house', kind: 'central-clock', days: draw.oneOf([-CLOCK_DAYS, CLOCK_DAYS]) })],
  [0.5, () => ({ at: 'house', kind: 'station-disk-full' })],
  [0.5, () => ({ at: 'house', kind: 'central-disk-full' })],
];

/** Half of the time among the headers and small requests, half of the time somewhere in a bundle. */
function reach(draw: Draw): number {
  return draw.between(0, 1) === 0
    ? draw.magnitude(FIRST_BYTE, LARGEST_REACH)
    : draw.between(FIRST_BYTE, LARGEST_REACH);
}

/** The faults of a run in their order: every kind at least once if there is room, then by their shares. */
export function planFaults(draw: Draw, count: number): Fault[] {
  const whole = SHARES.reduce((sum, [share]) => sum + share, 0);
  const faults = draw
    .shuffled(SHARES)
    .slice(0, count)
    .map(([, make]) => make(draw));
  while (faults.length < count) {
    let point = (draw.between(0, 1_000_000) / 1_000_000) * whole;
    const drawn = SHARES.find(([share]) => {
      point -= share;
      return point <= 0;
    });
    if (drawn) faults.push(drawn[1](draw));
  }
  return draw.shuffled(faults);
}

export function describeFault(fault: Fault): string {
  const { at: _, kind, ...rest } = fault;
  const details = Object.entries(rest).map(([name, value]) => `${name} ${value}`);
  return [kind, ...details].join(', ');
}
