import { randomBytes } from 'node:crypto';
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { onTestFinished } from 'vitest';
import { createMonths } from '../../central/database/months.ts';
import { type CarryOutcome, receiveCarryFile } from '../../central/hand-carry/receive-file.ts';
import { loadCentralKeys } from '../../central/keys/central-keys.ts';
import { createReception } from '../../central/packets/receive-packet.ts';
import { enrolCommand } from '../../central/process/enrol-command.ts';
import { CODE, RESOURCES, startTestCentral } from '../../central/testing/start-test-central.ts';
import { createSystemClock } from '../../station/clock/clock.ts';
import { createStationEvents } from '../../station/events.ts';
import { openBundleFiles } from '../../station/store/bundles/bundle-files.ts';
import { openTestStore } from '../../station/store/test-store.ts';
import { createSync } from '../../station/sync/create-sync.ts';
import type { ReceiveChanges } from '../../station/sync/downlink/receive-changes.ts';
import { createVirtualDrive } from '../../station/sync/hand-carry/virtual-drive.ts';
import { specimenApplication } from '../../station/sync/testing/specimen-application.ts';

const NOWHERE = 'http://127.0.0.1:9';

export interface CarrySetup {
  /** How it was enrolled. */
  readonly by: 'line' | 'file';
  /** What the station does with what central says; nothing where it is left out. */
  readonly receive?: ReceiveChanges;
}

/**
 * A real station and a real central that it cannot reach, and a drive between them. The station was enrolled by the line
 * once, or told by a file what it needs.
 */
export async function setUpCarry({ by, receive: apply = () => {} }: CarrySetup) {
  const central = await startTestCentral();
  const drive = mkdtempSync(join(tmpdir(), 'anjungan-drive-'));
  const store = openTestStore();
  const clock = createSystemClock();
  const events = createStationEvents();
  const sync = createSync({
    store,
    bundles: openBundleFiles(store.folder),
    clock,
    events,
    stationName: 'Balai Pekon Spesimen',
    drives: createVirtualDrive(drive),
    receive: apply,
    random: () => 0.5,
    onTrouble: () => {},
  });
  onTestFinished(async () => {
    await sync.close();
    await central.close();
    store[Symbol.dispose]();
    rmSync(drive, { recursive: true });
  });
  const { database, bundles } = central;
  const keys = await loadCentralKeys(database);
  const months = createMonths(database);
  const reception = createReception({ database, months, bundles, keys, now: Date.now });
  const parts = { database, keys, reception, now: Date.now };

  async function until(is: () => boolean): Promise<void> {
    while (!is()) {
      await new Promise<void>((resolve) => {
        const stop = events.subscribe(() => {
          stop();
          resolve();
        });
      });
    }
  }
  const reach = async (url: string) => {
    sync.setCentral({ url, enrolmentCode: CODE });
    await until(() => sync.isIdle());
  };
  if (by === 'line') await reach(central.url);
  else {
    const file = join(store.folder, 'kiosk.json');
    await enrolCommand(database, { name: 'Balai Pekon Sunyi', file, resourcesFolder: RESOURCES }, () => {});
    await sync.acceptEnrolmentFile({ content: readFileSync(file, 'utf8'), fingerprint: null });
  }
  await reach(NOWHERE);

  async function submit(bytes: number): Promise<string> {
    const attachments = bytes === 0 ? [] : [randomBytes(bytes)];
    const application = specimenApplication(sync.sealer.stationId() ?? '', attachments);
    const counter = store.transaction((transaction) => sync.nextCounter(transaction));
    const sealed = await sync.sealer.seal({ packetId: v7(), counter, application, attachments });
    store.transaction((transaction) => sync.insertPacket(transaction, sealed, clock.now()));
    sync.wake();
    return application.id;
  }
  async function save(): Promise<string> {
    let fileName = '';
    for await (const news of sync.handCarry.save('virtual', undefined))
      if (news.step === 'done') fileName = news.fileName;
    return join(drive, fileName);
  }
  const receive = (path: string) => receiveCarryFile(parts, () => createReadStream(path));
  /** Puts central's reply onto the drive. */
  function putReply(outcome: CarryOutcome): void {
    if (outcome.outcome === 'refused') throw new Error(outcome.reason);
    writeFileSync(join(drive, outcome.replyName), outcome.reply);
  }
  const leave = async () => await reach(NOWHERE);
  return { central, sync, store, drive, reach, leave, until, submit, save, receive, putReply };
}
