/** The smart-card reader driver on a reader somebody else wrote: the emulator's own. */
import { expect, test } from 'vitest';
import { createCardReaderManager } from '../../../drivers/smart-card/reader-manager.ts';
import { createSystemClock } from '../../../station/clock/clock.ts';
import { driverClock } from '../../../station/devices/driver-clock.ts';
import { openOwnBus } from '../support/own-bus.ts';
import { until } from '../support/wait.ts';

const SERIAL_NUMBER = 'QEMU-READER';
const READY_MS = 10_000;

test('becomes ready without a card, is busy for a second owner, and is taken once it is let go', async () => {
  const clock = driverClock(createSystemClock());
  const bus = await openOwnBus(SERIAL_NUMBER);
  const first = createCardReaderManager({ bus, clock });
  const stateOf = (manager: typeof first) => manager.snapshot()[0]?.state;
  await until('the reader is ready', READY_MS, () => stateOf(first)?.name === 'ready');
  expect(first.snapshot()[0]?.card).toBe('absent');
  await expect(first.withCard(null, async () => null)).rejects.toMatchObject({ kind: 'no-card' });

  const second = createCardReaderManager({ bus, clock });
  await until('the second owner is refused', READY_MS, () => stateOf(second)?.name === 'faulted');
  expect(stateOf(second)).toMatchObject({ name: 'faulted', reason: 'reader-busy' });
  await expect(second.withCard(null, async () => null)).rejects.toMatchObject({ kind: 'reader-busy' });
  await first.close();
  await until('the second owner has it', READY_MS, () => stateOf(second)?.name === 'ready');
  await second.close();
  await bus.close();
});
