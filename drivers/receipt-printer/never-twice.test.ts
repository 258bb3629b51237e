import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPrinterRig, type PrinterRig } from '../virtual/printer/printer-rig.ts';
import { encodeReceipt } from './encode-receipt.ts';

/** What can happen to a printer while the jobs of a morning are printed. */
type Happening =
  | { readonly kind: 'print'; readonly lines: number }
  | { readonly kind: 'wait'; readonly milliseconds: number }
  | {
      readonly kind:
        | 'unplug'
        | 'plug'
        | 'refill'
        | 'cover'
        | 'silent'
        | 'garbage'
        | 'answering'
        | 'stall'
        | 'unstall';
    }
  | { readonly kind: 'unplug-after'; readonly bytes: number }
  | { readonly kind: 'paper-ends'; readonly lines: number }
  | { readonly kind: 'speed'; readonly milliseconds: number };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('print' as const), lines: fc.integer({ min: 1, max: 200 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      milliseconds: fc.integer({ min: 1, max: 9_000 }),
    }),
  },
  fc.record({
    kind: fc.constantFrom(
      'unplug',
      'plug',
      'refill',
      'cover',
      'silent',
      'garbage',
      'answering',
      'stall',
      'unstall',
    ),
  }),
  fc.record({ kind: fc.constant('unplug-after' as const), bytes: fc.integer({ min: 0, max: 6_000 }) }),
  fc.record({ kind: fc.constant('paper-ends' as const), lines: fc.integer({ min: 0, max: 80 }) }),
  fc.record({ kind: fc.constant('speed' as const), milliseconds: fc.integer({ min: 0, max: 60 }) }),
);

test('whatever happens: printed is on paper once, not-printed never, uncertain at most once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 3, maxLength: 25 }), async (story) => {
      const rig = await createPrinterRig();
      const jobs: { name: string; lines: number; result: ReturnType<PrinterRig['print']> }[] = [];
      for (const event of story) {
        if (event.kind !== 'print') {
          await happen(rig, event);
          continue;
        }
        const name = `#${jobs.length}#`;
        jobs.push({ name, lines: event.lines, result: rig.manager.print(document(name, event.lines)) });
      }
      const results = await rig.finish(Promise.all(jobs.map((job) => job.result)));
      await makeWell(rig);
      const lines = rig.printed().split('\n');
      jobs.forEach(({ name, lines: length }, index) => {
        const out = lines.filter((line) => line.startsWith(name));
        const outcome = results[index]?.outcome;
        expect(new Set(out).size).toBe(out.length);
        if (outcome === 'printed') expect(out).toHaveLength(length);
        if (outcome === 'not-printed') expect(out).toEqual([]);
      });
      expect(rig.manager.snapshot().state.name).toBe('ready');
      expect(await rig.print(document('#last#', 1))).toEqual({ outcome: 'printed' });
      await rig.finish(rig.manager.close());
      await rig.clock.advance(60_000);
      expect(rig.clock.pending()).toBe(0);
    }),
    { numRuns: 20 },
  );
}, 60_000);

function document(name: string, lines: number): Uint8Array {
  const blocks = Array.from({ length: lines }, (_, line) => ({
    kind: 'text' as const,
    text: `${name} baris ${line}`,
  }));
  return encodeReceipt({ blocks: [...blocks, { kind: 'cut' }] }, 58);
}

async function happen(rig: PrinterRig, event: Exclude<Happening, { kind: 'print' }>) {
  const { bus, printer, clock } = rig;
  switch (event.kind) {
    case 'wait':
      return await clock.advance(event.milliseconds);
    case 'unplug':
      return bus.unplug(printer);
    case 'plug':
      return bus.plug(printer);
    case 'unplug-after':
      return bus.unplugAfter(printer, event.bytes);
    case 'refill':
      return printer.setPaper('ok');
    case 'paper-ends':
      return printer.endPaperAfter(event.lines);
    case 'cover':
      return printer.setCover(!printer.condition.coverOpen);
    case 'silent':
    case 'garbage':
      return printer.setAnswers(event.kind);
    case 'answering':
      return printer.setAnswers('normal');
    case 'stall':
      return printer.setStall('out');
    case 'unstall':
      return printer.setStall('none');
    case 'speed':
      return printer.setSpeed(event.milliseconds);
  }
}

async function makeWell({ bus, printer, clock }: PrinterRig) {
  bus.unplug(printer);
  await clock.advance(10);
  printer.setAnswers('normal');
  printer.setStall('none');
  printer.setPaper('ok');
  printer.setCover(false);
  printer.setSpeed(0);
  bus.plug(printer);
  await clock.advance(5_000);
}
