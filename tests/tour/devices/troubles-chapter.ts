import type { TroubleChange } from '../../../contract/station/practice-troubles.ts';
import { layCard, liftCard } from '../../e2e/support/card-tray.ts';
import { wordsOf } from '../../e2e/support/every-screen.ts';
import { makeTrouble } from '../../e2e/support/tray-trouble.ts';
import { device as deviceOf } from './device-page-chapter.ts';
import type { Journey } from './journey.ts';

type Kind = TroubleChange['device'];

const words = wordsOf('id');

/** A picture takes a second or two, a slow device four: a very busy machine gets further tries. */
const MOST_TRIES = 3;

/** Where each device of the tray is found on the page. */
const NAMES: Readonly<Record<Kind, string>> = {
  printer: words('device.kind.receipt-printer'),
  scanner: words('device.kind.scanner'),
  reader: words('device.kind.smart-card-reader'),
  identityCardReader: words('device.kind.identity-card-reader'),
  stillCamera: words('device.kind.camera'),
};

/** What ails a device, and the key of what the page then says. */
const FAULTS: readonly (readonly [TroubleChange, string])[] = [
  [{ device: 'printer', trouble: 'silent' }, 'silent'],
  [{ device: 'printer', trouble: 'garbage' }, 'error'],
  [{ device: 'printer', trouble: 'stalled' }, 'stalled'],
  [{ device: 'printer', trouble: 'held-elsewhere' }, 'held-elsewhere'],
  [{ device: 'printer', trouble: 'denied' }, 'denied'],
  [{ device: 'printer', trouble: 'offline' }, 'offline'],
  [{ device: 'printer', trouble: 'cutter' }, 'cutter'],
  [{ device: 'printer', trouble: 'overheated' }, 'overheated'],
  [{ device: 'printer', trouble: 'hardware' }, 'hardware'],
  [{ device: 'scanner', trouble: 'silent' }, 'scanner-silent'],
  [{ device: 'scanner', trouble: 'garbage' }, 'scanner-garbage'],
  [{ device: 'scanner', trouble: 'held-elsewhere' }, 'scanner-busy'],
  [{ device: 'scanner', trouble: 'denied' }, 'scanner-denied'],
  [{ device: 'scanner', trouble: 'unsupported' }, 'scanner-unknown-layout'],
  [{ device: 'reader', trouble: 'silent' }, 'reader-silent'],
  [{ device: 'reader', trouble: 'garbage' }, 'reader-error'],
  [{ device: 'reader', trouble: 'stalled' }, 'reader-stalled'],
  [{ device: 'reader', trouble: 'held-elsewhere' }, 'reader-busy'],
  [{ device: 'reader', trouble: 'denied' }, 'reader-denied'],
  [{ device: 'reader', trouble: 'hardware' }, 'reader-hardware'],
  [{ device: 'reader', trouble: 'unsupported' }, 'reader-unsupported'],
  [{ device: 'identityCardReader', trouble: 'file' }, 'identity-card-reader-file'],
  [{ device: 'stillCamera', trouble: 'silent' }, 'camera-silent'],
  [{ device: 'stillCamera', trouble: 'garbage' }, 'camera-error'],
  [{ device: 'stillCamera', trouble: 'stalled' }, 'camera-stalled'],
  [{ device: 'stillCamera', trouble: 'held-elsewhere' }, 'camera-held-elsewhere'],
  [{ device: 'stillCamera', trouble: 'denied' }, 'camera-denied'],
  [{ device: 'stillCamera', trouble: 'busy' }, 'camera-busy'],
  [{ device: 'stillCamera', trouble: 'cannot-capture' }, 'camera-cannot-capture'],
];

/** Each device being prepared, and out of order in every way it can be; begins and ends on the device page, all ready. */
export async function troublesChapter(journey: Journey): Promise<void> {
  await trayMenu(journey);
  for (const device of ['printer', 'reader', 'stillCamera'] as const) await opening(journey, device);
  for (const [change, reason] of FAULTS) await faulted(journey, change, reason);
  await muteCard(journey);
}

/** What the tray offers to make of a device. */
async function trayMenu({ tray, shown, look }: Journey): Promise<void> {
  await tray.getByRole('button', { name: 'Gangguan printer' }).click();
  await shown(
    'what can ail a printer',
    tray.getByRole('menuitemradio', { name: words('tray.trouble.cutter') }),
  );
  await look('tray-trouble-menu', tray);
  await tray.keyboard.press('Escape');
}

/** The device is found while it is slow, and must still be at it when its picture is taken. */
async function opening(journey: Journey, device: 'printer' | 'reader' | 'stillCamera'): Promise<void> {
  const { counter, tray, shown, look, holds } = journey;
  const there = deviceOf(counter, NAMES[device]);
  const state = there.getByText(words('device.state.opening'), { exact: true });
  await there.scrollIntoViewIfNeeded();
  let isSeen = false;
  for (let tries = 0; !isSeen && tries < MOST_TRIES; tries += 1) {
    await makeTrouble(tray, { device, trouble: 'slow' });
    await shown(`${NAMES[device]} being prepared`, state);
    await look(`opening-${pictureName(device)}`);
    isSeen = await state.isVisible();
    await isReady(journey, device);
    await makeTrouble(tray, { device, trouble: null });
  }
  holds(`a picture of ${NAMES[device]} being prepared`, isSeen);
}

async function faulted(journey: Journey, change: TroubleChange, reason: string): Promise<void> {
  const { counter, tray, shown, look } = journey;
  const advice = words(`deviceReason.${reason}`);
  const there = deviceOf(counter, NAMES[change.device]);
  await makeTrouble(tray, change);
  await shown(`${change.device}: ${advice}`, there.getByText(advice, { exact: true }));
  await shown(
    `${change.device} out of order`,
    there.getByText(words('device.state.faulted'), { exact: true }),
  );
  // Only now: a camera that is plugged in again is another line of the list.
  await there.scrollIntoViewIfNeeded();
  await look(`faulted-${pictureName(change.device)}-${change.trouble}`);
  await makeTrouble(tray, { device: change.device, trouble: null });
  await isReady(journey, change.device);
}

/** The reader is well; the card that is tried is not. */
async function muteCard({ counter, tray, shown, look }: Journey): Promise<void> {
  await makeTrouble(tray, { device: 'reader', trouble: 'mute-card' });
  await layCard(tray, 'KTP-el');
  await counter.getByRole('button', { name: words('device.testCard'), exact: true }).click();
  const noCard = counter.getByText(words('device.noCardHelp'));
  await shown('that no card was read', noCard);
  await noCard.scrollIntoViewIfNeeded();
  await look('card-mute');
  await makeTrouble(tray, { device: 'reader', trouble: null });
  await liftCard(tray);
}

function pictureName(device: Kind): string {
  return device.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

async function isReady({ counter, shown }: Journey, device: Kind): Promise<void> {
  const state = deviceOf(counter, NAMES[device]).getByText(words('device.state.ready'), { exact: true });
  await shown(`${NAMES[device]} well`, state);
}
