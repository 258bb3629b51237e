/** The smart-card reader driver over the real kernel, its reader at the other end of USB/IP. */
import { describe, expect } from 'vitest';
import {
  acceptCardReader,
  SPECIMEN_CONTENT,
  SPECIMEN_UID,
} from '../../../drivers/smart-card/reader-acceptance.ts';
import { createCardReaderManager } from '../../../drivers/smart-card/reader-manager.ts';
import { createFileCard } from '../../../drivers/virtual/card/file-card.ts';
import { createVirtualCcidReader } from '../../../drivers/virtual/ccid/virtual-ccid-reader.ts';
import { createSystemClock } from '../../../station/clock/clock.ts';
import { driverClock } from '../../../station/devices/driver-clock.ts';
import { createKernelSocket } from '../support/kernel-socket.ts';
import { openOwnBus } from '../support/own-bus.ts';
import { pass, until } from '../support/wait.ts';

/** Generous on an emulated processor; the driver's own limit is tested where nothing else runs. */
const READY_MS = 10_000;

/** The hardest of those with a contact and the one that reads passports: a run of the lab is to stay below five minutes. */
const readers = [
  { name: 'TPDU, T=1', protocol: 'T=1', extended: true, options: { level: 'tpdu', automatic: false } },
  { name: 'extended APDU', protocol: 'contactless', extended: true, options: { level: 'extended-apdu' } },
] as const;

for (const { name, protocol, extended, options } of readers)
  describe(name, () =>
    acceptCardReader({ contactless: protocol === 'contactless', extended }, async () => {
      const clock = driverClock(createSystemClock());
      const reader = createVirtualCcidReader({ ...options, clock });
      const bus = await openOwnBus(String(reader.descriptor.serialNumber));
      const socket = createKernelSocket(bus, reader);
      const manager = createCardReaderManager({ bus, clock });
      socket.plug();
      await socket.settled();
      await until('the reader is ready', READY_MS, () => manager.snapshot()[0]?.state.name === 'ready');
      return {
        manager,
        insert: (worksMs = 0) =>
          reader.insert(
            createFileCard({
              files: { 12033: SPECIMEN_CONTENT },
              protocol,
              fiDi: 0x95,
              uid: SPECIMEN_UID,
              worksMs,
            }),
          ),
        remove: () => reader.remove(),
        plug: socket.plug,
        unplug() {
          socket.unplug();
          reader.losePower?.();
        },
        pass,
        until: async (limitMs, check) => void (await until('it comes to pass', limitMs, check)),
        finish: (work) => work,
        async close() {
          await manager.close();
          socket.unplug();
          await socket.settled();
          await bus.close();
          expect(reader.problems).toEqual([]);
        },
      };
    }),
  );
