import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { catalogSchema } from '../../contract/domain/catalog.ts';
import type { BundleStore } from '../bundles/bundle-store.ts';
import { publishCatalog } from '../catalog/catalogs.ts';
import { readRegions } from '../catalog/regions.ts';
import type { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { createMonths } from '../database/months.ts';
import { sumCarried } from '../hand-carry/carried-files.ts';
import { createApplication } from '../http/application.ts';
import { loadCentralKeys } from '../keys/central-keys.ts';
import { createLimits, DEFAULT_RATES, type Rates } from '../limits/limits.ts';
import type { CarriedRecord } from '../observation/carried-record.ts';
import { createMetrics } from '../observation/metrics.ts';
import type { RequestRecord } from '../observation/observe.ts';
import { saveOfficer } from '../officers/officers.ts';
import { createReception } from '../packets/receive-packet.ts';
import { createContacts } from '../stations/contacts.ts';
import { allowEnrolment } from '../stations/enrolments.ts';
import { createStationDoor } from '../stations/station-door.ts';
import { startHousekeeping } from './housekeeping.ts';

/** A file of a gigabyte from the desk of an office with a slow line. Headers keep Node's limit of a minute. */
const LONGEST_REQUEST_MS = 60 * 60_000;

export interface CentralOptions {
  readonly database: Database;
  readonly bundles: BundleStore;
  /** Holds `catalog.json` and `regions.json`. */
  readonly resourcesFolder: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Loopback unless a proxy with TLS stands in front. */
  readonly host?: string;
  /** True when a proxy stands in front, so that it and nobody else says who asks. */
  readonly behindProxy?: boolean;
  /** Allowed once. */
  readonly enrolmentCode?: string;
  readonly practiceOfficer?: { readonly name: string; readonly secret: string };
  readonly metricsToken?: string;
  readonly rates?: Partial<Rates>;
  readonly now?: () => number;
  readonly onFailure?: (error: unknown, path: string) => void;
  readonly onRequest?: (record: RequestRecord) => void;
  readonly onCarried?: (record: CarriedRecord) => void;
}

export interface Central {
  /** Such as `http://127.0.0.1:8443`. */
  readonly url: string;
  /** Lets running requests end, then closes the database. */
  close(): Promise<void>;
}

/** Starts central over a database. Any number may run over one database and one bundle store at once. */
export async function startCentral(options: CentralOptions): Promise<Central> {
  const { database, bundles, resourcesFolder, enrolmentCode, practiceOfficer, now = Date.now } = options;
  await migrate(database);
  const months = createMonths(database);
  await months.ensure(now());
  const catalog = catalogSchema.parse(
    JSON.parse(readFileSync(join(resourcesFolder, 'catalog.json'), 'utf8')),
  );
  await publishCatalog(database, catalog, now());
  if (enrolmentCode !== undefined) await allowEnrolment(database, enrolmentCode);
  if (practiceOfficer) await saveOfficer(database, practiceOfficer.name, practiceOfficer.secret);
  const keys = await loadCentralKeys(database);
  const limits = createLimits({ ...DEFAULT_RATES, ...options.rates }, now);
  const application = createApplication({
    database,
    months,
    bundles,
    keys,
    limits,
    metrics: createMetrics(() => sumCarried(database)),
    door: createStationDoor(database, limits, createContacts(database, months, now)),
    reception: createReception({ database, months, bundles, keys, now }),
    now,
    resourcesFolder,
    regions: readRegions(join(resourcesFolder, 'regions.json')),
    practiceOfficer: practiceOfficer ?? null,
    behindProxy: options.behindProxy ?? false,
    metricsToken: options.metricsToken ?? null,
    onFailure: options.onFailure ?? (() => {}),
    onRequest: options.onRequest ?? (() => {}),
    onCarried: options.onCarried ?? (() => {}),
  });
  const housekeeping = startHousekeeping({
    database,
    now,
    onFailure: (error) => options.onFailure?.(error, 'housekeeping'),
  });
  const { server, port } = await listen(application.fetch, options.host ?? '127.0.0.1', options.port);
  return {
    url: `http://${options.host ?? '127.0.0.1'}:${port}`,
    async close() {
      await new Promise<void>((done) => {
        server.close(() => done());
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      });
      await housekeeping.stop();
      await database.close();
    },
  };
}

function listen(fetch: Parameters<typeof serve>[0]['fetch'], hostname: string, port: number) {
  return new Promise<{ server: ServerType; port: number }>((done, fail) => {
    const serverOptions = { requestTimeout: LONGEST_REQUEST_MS };
    const server = serve({ fetch, hostname, port, serverOptions }, (address: AddressInfo) => {
      server.off('error', fail);
      done({ server, port: address.port });
    });
    server.once('error', fail);
  });
}
