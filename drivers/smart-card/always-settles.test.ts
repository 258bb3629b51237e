import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFileCard } from '../virtual/card/file-card.ts';
import type { LineFault } from '../virtual/ccid/line-faults.ts';
import { type CcidRig, createCcidRig } from '../virtual/ccid/reader-rig.ts';
import type { CcidFault } from '../virtual/ccid/virtual-ccid-options.ts';
import type { CardChannel } from './card-channel.ts';
import { CardError } from './card-error.ts';

const CONTENT = Uint8Array.from({ length: 900 }, (_, index) => (index * 11) ^ (index >> 5));

/** What can happen to a reader and its cards in a morning. */
type Happening =
  | { readonly kind: 'session'; readonly abortAfterMs: number | null }
  | { readonly kind: 'wait'; readonly milliseconds: number }
  | { readonly kind: 'insert'; readonly worksMs: number }
  | { readonly kind: 'fault'; readonly fault: CcidFault | null }
  | { readonly kind: 'line'; readonly faults: readonly (LineFault | null)[] }
  | { readonly kind: 'unplug-after'; readonly bytes: number }
  | {
      readonly kind: 'remove' | 'unplug' | 'plug' | 'pull-in-exchange' | 'hardware-error' | 'occupy' | 'free';
    };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('session' as const),
      abortAfterMs: fc.option(fc.integer({ min: 0, max: 3_000 })),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      milliseconds: fc.integer({ min: 0, max: 6_000 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('insert' as const),
      worksMs: fc.constantFrom(0, 30, 1_500, 100_000),
    }),
  },
  fc.record({
    kind: fc.constant('fault' as const),
    fault: fc.constantFrom<CcidFault | null>(
      null,
      'mute-card',
      'silent',
      'garbage',
      'stall-in',
      'stall-out',
      'hardware',
    ),
  }),
  fc.record({
    kind: fc.constant('line' as const),
    faults: fc.array(fc.constantFrom<LineFault | null>(null, 'wrong-byte', 'parity', 'overrun', 'mute'), {
      maxLength: 20,
    }),
  }),
  fc.record({ kind: fc.constant('unplug-after' as const), bytes: fc.integer({ min: 0, max: 400 }) }),
  fc.record({
    kind: fc.constantFrom(
      'remove' as const,
      'unplug' as const,
      'plug' as const,
      'pull-in-exchange' as const,
      'hardware-error' as const,
      'occupy' as const,
      'free' as const,
    ),
  }),
);

test.each([
  ['tpdu', 'T=0'],
  ['tpdu', 'T=1'],
  ['short-apdu', 'contactless'],
  ['extended-apdu', 'contactless'],
] as const)(
  'whatever happens with %s and %s: every session ends with the right bytes or a typed error, and the reader recovers',
  async (level, protocol) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { minLength: 3, maxLength: 20 }),
        fc.boolean(),
        async (story, interruptEndpoint) => {
          const rig = await createCcidRig({ level, automatic: false, interruptEndpoint });
          const insert = (worksMs: number) =>
            rig.reader.insert(createFileCard({ files: { 12033: CONTENT }, protocol, fiDi: 0x95, worksMs }));
          const sessions: Promise<Uint8Array>[] = [];
          for (const event of story) {
            if (event.kind === 'insert') insert(event.worksMs);
            else if (event.kind === 'session') sessions.push(session(rig, event.abortAfterMs));
            else await happen(rig, event);
          }
          for (const result of await rig.finish(Promise.allSettled(sessions))) {
            if (result.status === 'fulfilled') expect(Buffer.compare(result.value, CONTENT)).toBe(0);
            else expect(result.reason).toBeInstanceOf(CardError);
          }
          await makeWell(rig);
          insert(0);
          await rig.clock.advance(1_000);
          expect(rig.slot()).toMatchObject({ state: { name: 'ready' }, card: 'present' });
          expect(Buffer.compare(await rig.finish(rig.manager.withCard(null, readAll)), CONTENT)).toBe(0);
          // A plug pulled in the middle of a message cuts it, which is no fault of the host.
          expect(rig.reader.problems.filter((problem) => !problem.startsWith('A transfer of'))).toEqual([]);
          await rig.finish(rig.manager.close());
          await rig.clock.advance(60_000);
          expect(rig.clock.pending()).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  },
  60_000,
);

function session(rig: CcidRig, abortAfterMs: number | null): Promise<Uint8Array> {
  const controller = new AbortController();
  if (abortAfterMs !== null) rig.clock.after(abortAfterMs, () => controller.abort());
  const reading = rig.manager.withCard(null, readAll, { signal: controller.signal });
  reading.catch(() => {});
  return reading;
}

async function readAll(channel: CardChannel): Promise<Uint8Array> {
  const selected = await channel.transmit(Uint8Array.of(0x00, 0xa4, 0x00, 0x0c, 0x02, 0x2f, 0x01));
  if (selected[0] !== 0x90) throw new CardError('refused', 'No such file', { statusWord: 0x6a82 });
  const parts: Uint8Array[] = [];
  for (let offset = 0; offset < CONTENT.length; offset += 200) {
    const wanted = Math.min(200, CONTENT.length - offset);
    const read = await channel.transmit(Uint8Array.of(0x00, 0xb0, offset >> 8, offset & 0xff, wanted));
    parts.push(read.subarray(0, -2));
  }
  return Buffer.concat(parts);
}

async function happen(rig: CcidRig, event: Exclude<Happening, { kind: 'session' | 'insert' }>) {
  const { bus, reader, clock } = rig;
  switch (event.kind) {
    case 'wait':
      return await clock.advance(event.milliseconds);
    case 'fault':
      return reader.setFault(event.fault);
    case 'line':
      return reader.spoilLine(event.faults);
    case 'unplug-after':
      return bus.unplugAfter(reader, event.bytes);
    case 'remove':
      return reader.remove();
    case 'unplug':
      return bus.unplug(reader);
    case 'plug':
      return bus.plug(reader);
    case 'pull-in-exchange':
      return reader.removeInNextExchange();
    case 'hardware-error':
      return reader.reportHardwareError();
    case 'occupy':
      return bus.refuse(reader, 'busy');
    case 'free':
      return bus.refuse(reader, null);
  }
}

async function makeWell({ bus, reader, clock }: CcidRig) {
  bus.unplug(reader);
  await clock.advance(10);
  reader.setFault(null);
  reader.spoilLine([]);
  bus.refuse(reader, null);
  bus.plug(reader);
  await clock.advance(5_000);
}
