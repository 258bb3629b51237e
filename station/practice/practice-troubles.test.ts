import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Device } from '../../contract/domain/device.ts';
import { printProblemSchema } from '../../contract/domain/print.ts';
import {
  identityCardReaderTroubleSchema,
  printerTroubleSchema,
  readerTroubleSchema,
  scannerTroubleSchema,
  stillCameraTroubleSchema,
  type TroubleChange,
} from '../../contract/station/practice-troubles.ts';
import type { StationClient } from '../rpc/test-client.ts';
import { startTestStation, type TestStation } from '../testing/test-station.ts';

/** The reason on the device page each trouble ends in; null where the device itself is well. */
const REASONS: Readonly<Record<TroubleChange['device'], Readonly<Record<string, string | null>>>> = {
  printer: {
    slow: null,
    silent: 'silent',
    garbage: 'error',
    stalled: 'stalled',
    'held-elsewhere': 'held-elsewhere',
    denied: 'denied',
    offline: 'offline',
    cutter: 'cutter',
    overheated: 'overheated',
    hardware: 'hardware',
  },
  scanner: {
    slow: null,
    silent: 'scanner-silent',
    garbage: 'scanner-garbage',
    'held-elsewhere': 'scanner-busy',
    denied: 'scanner-denied',
    unsupported: 'scanner-unknown-layout',
  },
  reader: {
    slow: null,
    silent: 'reader-silent',
    garbage: 'reader-error',
    stalled: 'reader-stalled',
    'held-elsewhere': 'reader-busy',
    denied: 'reader-denied',
    hardware: 'reader-hardware',
    unsupported: 'reader-unsupported',
    'mute-card': null,
  },
  identityCardReader: { file: 'identity-card-reader-file' },
  stillCamera: {
    slow: null,
    silent: 'camera-silent',
    garbage: 'camera-error',
    stalled: 'camera-stalled',
    'held-elsewhere': 'camera-held-elsewhere',
    denied: 'camera-denied',
    busy: 'camera-busy',
    'cannot-capture': 'camera-cannot-capture',
    'store-full': null,
    'no-store': null,
    'no-picture': null,
    'not-a-jpeg': null,
    'too-large': null,
    refused: null,
  },
};
const KINDS: Readonly<Record<TroubleChange['device'], Device['kind']>> = {
  printer: 'receipt-printer',
  scanner: 'scanner',
  reader: 'smart-card-reader',
  identityCardReader: 'identity-card-reader',
  stillCamera: 'camera',
};
/** What a picture taken of a camera that is well until then ends in. */
const AT_THE_SHUTTER = [
  'store-full',
  'no-store',
  'no-picture',
  'not-a-jpeg',
  'too-large',
  'refused',
] as const;

const changes: readonly TroubleChange[] = [
  ...printerTroubleSchema.options.map((trouble) => ({ device: 'printer', trouble }) as const),
  ...scannerTroubleSchema.options.map((trouble) => ({ device: 'scanner', trouble }) as const),
  ...readerTroubleSchema.options.map((trouble) => ({ device: 'reader', trouble }) as const),
  ...identityCardReaderTroubleSchema.options.map(
    (trouble) => ({ device: 'identityCardReader', trouble }) as const,
  ),
  ...stillCameraTroubleSchema.options.map((trouble) => ({ device: 'stillCamera', trouble }) as const),
];
const lasting = changes.filter(({ device, trouble }) => trouble && REASONS[device][trouble]);

let station: TestStation;
let tray: StationClient;
let counter: StationClient;

beforeAll(async () => {
  station = await startTestStation();
  tray = station.face('practice-tray').client;
  counter = await station.signedIn();
  await tray.practice.setIdentityCardReader({ plugged: true });
  await tray.practice.setStillCamera({ plugged: true });
});
afterAll(() => station[Symbol.asyncDispose]());

/** Lets time pass until it is so; answers milliseconds. */
async function pass(is: () => Promise<boolean>, withinMs = 20_000): Promise<number> {
  for (let passed = 0; ; passed += 50) {
    if (await is()) return passed;
    if (passed >= withinMs) throw new RangeError(`Not within ${withinMs} ms`);
    station.clock.advance(50);
    await new Promise(setImmediate);
  }
}

async function look(device: TroubleChange['device']): Promise<Device | undefined> {
  return (await counter.devices.list()).find(({ kind }) => kind === KINDS[device]);
}

const isReady = async (device: TroubleChange['device']) => (await look(device))?.state === 'ready';
const mend = ({ device }: TroubleChange) => tray.practice.setTrouble({ device, trouble: null });

test.each(lasting)(
  '$device, $trouble: the page says why, and it is well within 5 s of being put right',
  async (change) => {
    const { device, trouble } = change;
    await pass(() => isReady(device));
    const state = await tray.practice.setTrouble(change);
    expect(state[device].trouble).toBe(trouble);
    const reason = REASONS[device][trouble ?? ''];
    await pass(async () => (await look(device))?.reason === reason);
    expect((await look(device))?.state).toBe('faulted');
    expect((await mend(change))[device].trouble).toBeNull();
    expect(await pass(() => isReady(device))).toBeLessThanOrEqual(5_000);
    expect((await counter.devices.list()).filter(({ kind }) => kind === KINDS[device])).toHaveLength(1);
  },
);

test.each(['printer', 'scanner', 'reader', 'stillCamera'] as const)(
  'a slow %s is being prepared for a while, and ready then',
  async (device) => {
    await pass(() => isReady(device));
    await tray.practice.setTrouble({ device, trouble: 'slow' });
    await pass(async () => (await look(device))?.state === 'opening');
    const took = await pass(() => isReady(device));
    expect(took).toBeGreaterThanOrEqual(device === 'scanner' ? 800 : 3_500);
    await tray.practice.setTrouble({ device, trouble: null });
  },
);

test.each(AT_THE_SHUTTER)(
  'a camera with %s is ready, and says so when it is told to take a picture',
  async (trouble) => {
    await pass(() => isReady('stillCamera'));
    await tray.practice.setTrouble({ device: 'stillCamera', trouble });
    expect(await takeStill()).toEqual({ outcome: 'failed', reason: `camera-${trouble}` });
    await tray.practice.setTrouble({ device: 'stillCamera', trouble: null });
    await pass(() => isReady('stillCamera'));
    expect((await takeStill()).outcome).toBe('captured');
  },
);

test('a card that keeps silent is told when it is tried, and the next one is read', async () => {
  await pass(() => isReady('reader'));
  await tray.practice.setTrouble({ device: 'reader', trouble: 'mute-card' });
  await tray.practice.layCard({ what: 'ktp', specimen: 'siti' });
  expect(await finish(counter.devices.testCard())).toMatchObject({ outcome: 'failed', reason: 'no-card' });
  await tray.practice.setTrouble({ device: 'reader', trouble: null });
  expect(await finish(counter.devices.testCard())).toMatchObject({ outcome: 'read' });
});

test('a device that is away keeps what ails it until it is plugged in', async () => {
  await pass(() => isReady('printer'));
  await tray.practice.setPrinter({ plugged: false });
  await pass(async () => (await look('printer'))?.state === 'absent');
  await tray.practice.setTrouble({ device: 'printer', trouble: 'denied' });
  expect((await tray.practice.state()).printer).toMatchObject({ plugged: false, trouble: 'denied' });
  await tray.practice.setPrinter({ plugged: true });
  await pass(async () => (await look('printer'))?.reason === 'denied');
  await tray.practice.setTrouble({ device: 'printer', trouble: null });
  await pass(() => isReady('printer'));
});

test.each(['id', 'en'])(
  'every reason, every trouble and every print problem has its words in %s',
  (language) => {
    const words = (name: string): Record<string, unknown> =>
      JSON.parse(
        readFileSync(new URL(`../../renderer/words/${language}/${name}.json`, import.meta.url), 'utf8'),
      );
    const reasons = Object.keys(words('deviceReason'));
    const { trouble } = words('tray');
    const { problem } = words('closing');
    expect(Object.keys(Object(problem)).sort()).toEqual(printProblemSchema.options.toSorted());
    for (const change of changes) {
      const reason = REASONS[change.device][change.trouble ?? ''];
      if (reason) expect(reasons).toContain(reason);
      expect(Object.keys(Object(trouble))).toContain(change.trouble);
    }
  },
);

function takeStill() {
  return finish(counter.cameras.takeStill());
}

async function finish<Value>(work: Promise<Value>): Promise<Value> {
  let settled = false;
  work
    .catch(() => undefined)
    .finally(() => {
      settled = true;
    });
  await pass(async () => settled, 60_000);
  return await work;
}
