import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCardT1 } from '../virtual/ccid/card-t1.ts';
import { encodeT1Block, type T1Block } from './t1-block.ts';
import { createT1Engine, type T1Step } from './t1-engine.ts';

/** What a bad line does to one exchange of blocks. */
type LineFault = 'well' | 'spoilt-going' | 'spoilt-coming' | 'lost-coming' | 'cut-coming';

const lineFault = fc.constantFrom<LineFault>(
  'well',
  'spoilt-going',
  'spoilt-coming',
  'lost-coming',
  'cut-coming',
);

/** A card that answers a command with its bytes backwards, and counts. */
function createLine(options: {
  ifsc: number;
  worksMs?: number;
  answer?: (command: Uint8Array) => Uint8Array;
}) {
  const commands: Uint8Array[] = [];
  const card = createCardT1({
    process(command) {
      commands.push(command);
      return { response: (options.answer ?? reversed)(command), worksMs: options.worksMs ?? 0 };
    },
    ifsc: options.ifsc,
    ifsd: 32,
    waitMs: 1_000,
  });
  return { commands, exchange: (block: Uint8Array, fault: LineFault) => carry(card, block, fault) };
}

function carry(
  card: { exchange(block: Uint8Array): { response: Uint8Array } },
  block: Uint8Array,
  fault: LineFault,
): Uint8Array | null {
  const { response } = card.exchange(fault === 'spoilt-going' ? spoil(block) : block);
  if (fault === 'lost-coming') return null;
  if (fault === 'cut-coming') return response.subarray(0, 2);
  return fault === 'spoilt-coming' ? spoil(response) : response;
}

function drive(
  first: T1Step,
  receive: (bytes: Uint8Array | null) => T1Step,
  exchange: (block: Uint8Array) => Uint8Array | null,
): { end: Exclude<T1Step, { kind: 'send' }>; blocks: number } {
  let step = first;
  let blocks = 0;
  while (step.kind === 'send') {
    blocks += 1;
    step = receive(exchange(step.block));
  }
  return { end: step, blocks };
}

test('on a bad line: the right answer or a failure, the command run once at most, and the line usable again', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 400, size: 'max' }),
      fc.integer({ min: 1, max: 254 }),
      fc.array(lineFault, { maxLength: 60 }),
      fc.constantFrom(0, 2_500),
      (command, ifsc, faults, worksMs) => {
        const line = createLine({ ifsc, worksMs });
        const engine = createT1Engine({ ifsc, ifsd: 32 });
        const left = [...faults];
        const exchange = (block: Uint8Array) => line.exchange(block, left.shift() ?? 'well');
        const { end, blocks } = drive(engine.begin(command), engine.receive, exchange);
        expect(line.commands.length).toBeLessThanOrEqual(1);
        if (end.kind === 'done') expect(end.response).toEqual(reversed(command));
        // Each piece both ways, each fault with its repetitions, and what asks for time.
        expect(blocks).toBeLessThanOrEqual(
          4 * (command.length / ifsc + command.length / 32 + faults.length + 8) * 4,
        );
        if (end.kind === 'failed' && end.reason === 'unreachable') return;
        left.length = 0;
        const next = drive(engine.begin(Uint8Array.of(1, 2, 3)), engine.receive, exchange);
        expect(next.end).toEqual({ kind: 'done', response: Uint8Array.of(3, 2, 1) });
      },
    ),
    { numRuns: 1_000 },
  );
});

test('up to three bad blocks in a row cost nothing but time', () => {
  for (const fault of ['spoilt-going', 'spoilt-coming', 'lost-coming'] as const) {
    const line = createLine({ ifsc: 32 });
    const engine = createT1Engine({ ifsc: 32, ifsd: 32 });
    const command = Uint8Array.from({ length: 100 }, (_, index) => index);
    const left: LineFault[] = ['well', fault, fault, fault, 'well', fault];
    const { end } = drive(engine.begin(command), engine.receive, (block) =>
      line.exchange(block, left.shift() ?? 'well'),
    );
    expect(end).toEqual({ kind: 'done', response: reversed(command) });
  }
});

test('a line that is dead is given up after a bounded number of blocks', () => {
  const engine = createT1Engine({ ifsc: 32, ifsd: 32 });
  const { end, blocks } = drive(engine.begin(Uint8Array.of(1)), engine.receive, () => null);
  expect(end).toEqual({ kind: 'failed', reason: 'unreachable' });
  expect(blocks).toBe(8);
});

test('the size announced to the card is used from then on', () => {
  const line = createLine({ ifsc: 254, answer: () => new Uint8Array(500) });
  const engine = createT1Engine({ ifsc: 254, ifsd: 32 });
  const exchange = (block: Uint8Array) => line.exchange(block, 'well');
  expect(drive(engine.announce(254), engine.receive, exchange).end.kind).toBe('done');
  const { end, blocks } = drive(engine.begin(Uint8Array.of(1)), engine.receive, exchange);
  expect(end).toMatchObject({ kind: 'done' });
  expect(blocks).toBe(2);
});

test.each<[string, T1Block, string]>([
  [
    'asks for time for ever',
    { kind: 'service', request: true, purpose: 'waiting-time', bytes: Uint8Array.of(1) },
    'endless',
  ],
  ['breaks off', { kind: 'service', request: true, purpose: 'abort', bytes: new Uint8Array() }, 'abandoned'],
  [
    'resynchronizes, which only the host may',
    { kind: 'service', request: true, purpose: 'resynchronize', bytes: new Uint8Array() },
    'unreachable',
  ],
  [
    'sends empty pieces',
    { kind: 'information', sequence: 0, more: true, bytes: new Uint8Array() },
    'unreachable',
  ],
])('a card that %s is given up', (_, block, reason) => {
  const engine = createT1Engine({ ifsc: 32, ifsd: 32 });
  const { end } = drive(engine.begin(Uint8Array.of(1)), engine.receive, () => encodeT1Block(block));
  expect(end).toEqual({ kind: 'failed', reason });
});

test('an answer without end is given up at the longest a response may be', () => {
  const engine = createT1Engine({ ifsc: 32, ifsd: 254 });
  let sequence: 0 | 1 = 1;
  const { end, blocks } = drive(engine.begin(Uint8Array.of(1)), engine.receive, () => {
    sequence = sequence === 0 ? 1 : 0;
    return encodeT1Block({ kind: 'information', sequence, more: true, bytes: new Uint8Array(254) });
  });
  expect(end).toEqual({ kind: 'failed', reason: 'too-long' });
  expect(blocks).toBe(Math.floor(65_538 / 254) + 1);
});

test('whatever the card sends, it ends', () => {
  const block = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc
      .tuple(fc.integer({ min: 0, max: 255 }), fc.uint8Array({ maxLength: 4 }))
      .map(([control, bytes]) => withCheckByte([0, control, bytes.length, ...bytes])),
  );
  fc.assert(
    fc.property(fc.array(fc.option(block), { minLength: 1, maxLength: 50 }), (blocks) => {
      const engine = createT1Engine({ ifsc: 32, ifsd: 32 });
      let index = 0;
      const { end } = drive(engine.begin(new Uint8Array(100)), engine.receive, () => {
        index += 1;
        return blocks[index % blocks.length] ?? null;
      });
      expect(['done', 'failed']).toContain(end.kind);
    }),
  );
});

function reversed(bytes: Uint8Array): Uint8Array {
  return bytes.slice().reverse();
}

function spoil(block: Uint8Array): Uint8Array {
  return block.map((byte, index) => (index === block.length - 1 ? byte ^ 0x40 : byte));
}

function withCheckByte(bytes: readonly number[]): Uint8Array {
  return Uint8Array.of(
    ...bytes,
    bytes.reduce((sum, byte) => sum ^ byte, 0),
  );
}
