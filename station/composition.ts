import { join } from 'node:path';
import type { StationStart } from '../contract/shell/station-channel.ts';
import type { StationFacts } from '../contract/station/system.ts';
import { createAccess } from './access/access.ts';
import { PRACTICE_PIN, seedPracticeOfficers } from './access/add-officer.ts';
import { receiveOfficers } from './access/receive-officers.ts';
import { createAttendance } from './attendance/attendance.ts';
import { createAudit } from './audit/audit.ts';
import { readTrustFolder } from './cards/trust-folder.ts';
import { createCatalogs } from './catalog/catalogs.ts';
import { installCatalog } from './catalog/install-catalog.ts';
import { noteFirstVisit } from './catalog/note-first-visit.ts';
import { receiveCatalog } from './catalog/receive-catalog.ts';
import { createRegions } from './catalog/regions.ts';
import { readResources } from './catalog/resources.ts';
import { createVillageSearch } from './catalog/village-search.ts';
import { watchCatalog } from './catalog/watch-catalog.ts';
import type { RunningStation } from './channel/serve-shell.ts';
import type { Clock } from './clock/clock.ts';
import { createDevices } from './devices/create-devices.ts';
import { createIdentityCardReader } from './devices/create-identity-card-reader.ts';
import { openBus, openHid } from './devices/open-buses.ts';
import { createStationEvents } from './events.ts';
import { receiveComplaints } from './feedback/receive-complaints.ts';
import { onFirstUse } from './on-first-use.ts';
import { freeBytesOf } from './operations/free-bytes.ts';
import { keepHouse } from './operations/housekeeping.ts';
import type { Log } from './operations/log.ts';
import { createOfficeSettings } from './operations/office-settings.ts';
import { watchPower } from './operations/power.ts';
import { readPowerSupplies } from './operations/power-supplies.ts';
import { createReserve } from './operations/reserve.ts';
import { readSettings } from './operations/settings.ts';
import { createStorage } from './operations/storage.ts';
import { createPrinting } from './printing/create-printing.ts';
import { receiveStatuses } from './registration/receive-statuses.ts';
import { createRefusals } from './rpc/refusals.ts';
import { createFaceServer } from './rpc/serve-face.ts';
import { createStationRouter } from './rpc/station-router.ts';
import { createCitizenDrafts } from './self-service/citizen-drafts.ts';
import { openBundleFiles } from './store/bundles/bundle-files.ts';
import { MIGRATIONS } from './store/migrations/all.ts';
import { openStore } from './store/open.ts';
import { createSync } from './sync/create-sync.ts';
import { receiveSettings } from './sync/downlink/receive-settings.ts';
import { createUsbDrives } from './sync/hand-carry/usb-drives.ts';
import { createVirtualDrive } from './sync/hand-carry/virtual-drive.ts';
import type { CentralAddress } from './sync/sync-round.ts';

export interface Surroundings {
  readonly clock: Clock;
  readonly log: Log;
}

/** Building the search index takes a tenth of a second: not while the first screen is being drawn. */
const SEARCH_INDEX_AFTER_MILLISECONDS = 2_000;

/** Folder in the data folder that plays a USB drive in practice mode. */
const VIRTUAL_DRIVE = 'flashdisk-latihan';

/** As the search index, and after it. */
const TRUST_LIST_AFTER_MILLISECONDS = 4_000;

/**
 * Builds the whole station. Throws `StoreOpenError` when it cannot run; then nothing is left open.
 * Everything that lives is made here and ended by `close`, in the opposite order.
 */
export async function composeStation(
  start: StationStart,
  { clock, log }: Surroundings,
): Promise<RunningStation> {
  const endings: (() => unknown)[] = [];
  async function close(): Promise<void> {
    for (const end of endings.splice(0).reverse()) {
      try {
        await end();
      } catch (error) {
        log.failed('close', error);
      }
    }
  }
  /** Registers how a part ends as soon as it lives. */
  function living<Part>(part: Part, end: (part: Part) => unknown): Part {
    endings.push(() => end(part));
    return part;
  }
  const failing = (where: string) => (error: unknown) => log.failed(where, error);

  try {
    const resources = readResources(start.resourcesFolder);
    const { dataFolder, mode } = start;
    const store = living(
      openStore({ dataFolder, key: start.databaseKey, migrations: MIGRATIONS, clock }),
      (opened) => opened.close(),
    );
    const settings = readSettings(dataFolder, mode);
    const office = createOfficeSettings(store.read, settings);
    store.transaction((database) => installCatalog(database, resources));

    const events = createStationEvents();
    const audit = createAudit(clock);
    const catalogs = createCatalogs(store, clock);
    living(watchCatalog(catalogs, clock, events, failing('catalog')), (cancel) => cancel());
    const regions = createRegions(resources.readRegions);
    const villageSearch = onFirstUse(() => createVillageSearch(regions.villages()));
    living(
      clock.after(SEARCH_INDEX_AFTER_MILLISECONDS, () => {
        try {
          villageSearch();
        } catch (error) {
          log.failed('regions', error);
        }
      }),
      (cancel) => cancel(),
    );
    if (mode === 'practice') await seedPracticeOfficers({ store, clock, audit });
    const access = living(
      createAccess({
        store,
        clock,
        events,
        audit,
        entered: noteFirstVisit(catalogs, clock),
      }),
      (part) => part.close(),
    );

    const practice =
      mode === 'practice'
        ? living(
            (await import('./practice/create-practice.ts')).createPractice({
              clock,
              events,
              cameraFile: start.cameraFile,
              onLineRestored: () => sync.wake(),
              onTrouble: failing('practice'),
            }),
            (part) => part.close(),
          )
        : null;
    const attendance = living(
      createAttendance({
        clock,
        events,
        spans: () => practice?.nightHours() ?? office.unattended().spans,
        session: () => access.session('counter'),
      }),
      (part) => part.close(),
    );
    const bus = practice?.bus ?? (await openBus(clock, failing('usb')));
    const hid = practice?.hid ?? (await openHid(clock, bus, failing('hid')));
    const devices = living(
      createDevices({
        bus,
        hid,
        store,
        clock,
        events,
        openIdentityCardReader: settings.identityCardReaderFile
          ? followIdentityCards(settings.identityCardReaderFile)
          : (practice?.openIdentityCardReader ?? null),
        onTrouble: failing('devices'),
      }),
      (part) => part.close(),
    );
    const trust = onFirstUse(() => practice?.trust() ?? readTrustFolder(dataFolder));
    living(
      clock.after(TRUST_LIST_AFTER_MILLISECONDS, () => trust().catch(failing('trust'))),
      (cancel) => cancel(),
    );
    const printing = living(
      createPrinting({
        store,
        clock,
        events,
        printer: devices.printer,
        paperWidth: () => practice?.paperWidth ?? office.paperWidth(),
        language: 'id',
        practice: practice !== null,
        stationName: office.name,
        onTrouble: failing('printing'),
      }),
      (part) => part.close(),
    );
    devices.onPrinterReady(printing.wake);
    const sync = living(
      createSync({
        store,
        bundles: openBundleFiles(dataFolder),
        clock,
        events,
        stationName: settings.name,
        random: Math.random,
        drives: practice ? createVirtualDrive(join(dataFolder, VIRTUAL_DRIVE)) : createUsbDrives(),
        onTrouble: failing('sync'),
        receive(database, { statuses, complaints, catalog, officers, settings: told }, at) {
          receiveStatuses(database, statuses);
          receiveComplaints(database, complaints);
          if (catalog) receiveCatalog(database, catalog, at);
          if (officers) receiveOfficers(database, officers, at, audit);
          if (told) receiveSettings(database, told, at, audit);
        },
        received({ officers }) {
          if (officers) access.officersChanged();
        },
      }),
      (part) => part.close(),
    );

    const storage = living(
      createStorage({
        clock,
        events,
        reserve: createReserve(dataFolder),
        freeBytes: () => freeBytesOf(dataFolder),
        failed: failing('storage'),
      }),
      (part) => part.close(),
    );
    const readPower = practice
      ? () => ({ source: practice.power(), percent: null })
      : () => readPowerSupplies();
    const power = living(watchPower(clock, events, readPower), (part) => part.close());
    living(keepHouse({ store, clock, events, audit, failed: failing('housekeeping') }), (cancel) => cancel());

    const citizenDrafts = living(
      createCitizenDrafts({ store, clock, catalogs, regions, failed: failing('citizen-drafts') }),
      (part) => part.close(),
    );

    const facts = (): StationFacts => ({
      mode,
      stationId: sync.sealer.stationId() ?? '',
      stationName: office.name(),
      version: start.version,
      now: clock.now(),
      databaseKey: start.databaseKeyKeptBy,
      power: power.now(),
      storage: storage.state(),
      unattendedUntil: attendance.unattendedUntil(),
      unattendedHours: office.unattended(),
    });
    const router = createStationRouter({
      store,
      clock,
      events,
      audit,
      catalogs,
      regions,
      villageSearch,
      access,
      sealer: sync.sealer,
      outbox: sync,
      sync,
      citizenDrafts,
      printing,
      devices,
      trust,
      practice,
      practicePin: practice ? PRACTICE_PIN : null,
      stationName: office.name,
      queueSettings: {
        counter: () => access.session('counter')?.counter ?? settings.counters[0],
        speech: settings.speech,
      },
      counters: settings.counters,
      facts,
      guards: {
        access,
        refusals: createRefusals(store, audit),
        expectAttended: attendance.expectAttended,
        expectRoom: storage.expectRoom,
        storageFull: storage.foundFull,
        failed: log.failed,
      },
    });
    function setCentral(address: CentralAddress): void {
      const reached = practice ? practice.throughLine(address) : Promise.resolve(address);
      reached.then(sync.setCentral).catch(failing('central'));
    }
    return {
      connectFace: createFaceServer(router),
      setCentral,
      acceptEnrolmentFile(file) {
        sync
          .acceptEnrolmentFile(file)
          .then((address) => address && setCentral(address))
          .catch(failing('enrolment-file'));
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function followIdentityCards(path: string) {
  return (onChanged: () => void) => createIdentityCardReader(path, onChanged);
}
