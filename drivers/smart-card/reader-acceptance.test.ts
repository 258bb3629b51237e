import { describe, expect } from 'vitest';
import { createFileCard } from '../virtual/card/file-card.ts';
import { createCcidRig } from '../virtual/ccid/reader-rig.ts';
import type { VirtualCcidReaderOptions } from '../virtual/ccid/virtual-ccid-options.ts';
import { acceptCardReader, SPECIMEN_CONTENT, SPECIMEN_UID } from './reader-acceptance.ts';

type Protocol = 'contactless' | 'T=0' | 'T=1';

describe.each<[string, Protocol, Omit<VirtualCcidReaderOptions, 'clock'>]>([
  ['TPDU, T=0', 'T=0', { level: 'tpdu' }],
  ['TPDU, T=0, nothing automatic', 'T=0', { level: 'tpdu', automatic: false }],
  ['TPDU, T=1', 'T=1', { level: 'tpdu' }],
  ['TPDU, T=1, nothing automatic', 'T=1', { level: 'tpdu', automatic: false }],
  ['short APDU', 'contactless', { level: 'short-apdu' }],
  ['extended APDU', 'contactless', { level: 'extended-apdu' }],
  [
    'extended APDU, one message each',
    'contactless',
    { level: 'extended-apdu', maximumMessageLength: 65_554 },
  ],
  ['without interrupt endpoint', 'contactless', { level: 'extended-apdu', interruptEndpoint: false }],
  ['at 106 kbit/s', 'contactless', { level: 'extended-apdu', bitRate: 106_000 }],
])('%s', (_, protocol, options) => {
  const extended = options.level === 'extended-apdu' || protocol === 'T=1';
  acceptCardReader({ contactless: protocol === 'contactless', extended }, async () => {
    const { bus, clock, reader, manager, finish } = await createCcidRig(options);
    return {
      manager,
      insert(worksMs = 0) {
        const files = { 12033: SPECIMEN_CONTENT };
        reader.insert(createFileCard({ files, protocol, fiDi: 0x95, uid: SPECIMEN_UID, worksMs }));
      },
      remove: () => reader.remove(),
      plug: () => bus.plug(reader),
      unplug: () => bus.unplug(reader),
      pass: clock.advance,
      async until(limitMs, check) {
        for (let passed = 0; !check(); passed += 20) {
          if (passed > limitMs) throw new Error(`Not within ${limitMs} ms`);
          await clock.advance(20);
        }
      },
      finish,
      async close() {
        await finish(manager.close());
        await clock.advance(60_000);
        expect(clock.pending()).toBe(0);
        expect(reader.problems).toEqual([]);
      },
    };
  });
});
