import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openBundles } from '../bundles/open-bundles.ts';
import { exportApplications } from '../pages/work-list.ts';
import { enrolCommand } from './enrol-command.ts';
import { importCommand } from './import-command.ts';
import { kioskOfficerCommand } from './kiosk-officer-command.ts';
import { saveOfficerCommand } from './officer-command.ts';
import { openDatabase } from './open-database.ts';
import { publishCatalogCommand } from './publish-catalog-command.ts';
import { serveCommand } from './serve-command.ts';
import { stationCommand } from './station-command.ts';
import { stationSettingsCommand } from './station-settings-command.ts';

const usage = `central [--port 8443] [--host 127.0.0.1] [--behind-proxy] [--data-folder DIR] [--bundles DIR] [--enrolment-code CODE] [--practice]
central enrol --name NAME [--village CODE]    issues a one-time code for a kiosk
      [--file FILE] [--central-url URL]       the same as a signed file to carry to it
      [--station STATION]                     for a revoked kiosk: the same machine goes on under its id
central station revoke --station STATION      takes nothing from a kiosk any more; its work stays on it until it is enrolled again
central station list
central officer --name NAME                   makes an officer or sets the password, which is read from standard input
central kiosk-officer add --station STATION --name NAME --role officer|supervisor|technician
      adds who may sign in at a kiosk and prints the starting PIN, once; STATION is its id or its name
central kiosk-officer change --station STATION --officer ID [--name NAME] [--role ROLE] [--new-pin]
central kiosk-officer revoke --station STATION --officer ID
central kiosk-officer list --station STATION
central station-settings --station STATION    shows what was set for a kiosk, or sets it:
      [--name NAME] [--paper-width 58|80] [--budget-day MB|none] [--budget-month MB|none] [--quiet 21.00-05.00|none]
      [--unattended 16.00-07.30[,12.00-13.00]|none|kiosk]   when only self-service is open (WIB); kiosk: as its own file says
central publish-catalog FILE                  checks a catalog and publishes it to every kiosk; its day may be still to come
central import FILE                           receives what a kiosk wrote to a USB drive, writes the reply next to it
central export FILE                           writes every application as central holds it
DATABASE_URL names a PostgreSQL server; without it the data folder holds an embedded one, which only one central may use at a time.
S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY name a store for bundles instead of the folder.
METRICS_TOKEN lets who holds it read /metrics from elsewhere.
`;

const options = {
  port: { type: 'string', default: '8443' },
  host: { type: 'string', default: '127.0.0.1' },
  'behind-proxy': { type: 'boolean', default: false },
  'data-folder': { type: 'string', default: 'out/central' },
  bundles: { type: 'string' },
  'resources-folder': { type: 'string' },
  'enrolment-code': { type: 'string' },
  practice: { type: 'boolean', default: false },
  name: { type: 'string' },
  village: { type: 'string' },
  file: { type: 'string' },
  'central-url': { type: 'string' },
  station: { type: 'string' },
  officer: { type: 'string' },
  role: { type: 'string' },
  'new-pin': { type: 'boolean', default: false },
  'paper-width': { type: 'string' },
  'budget-day': { type: 'string' },
  'budget-month': { type: 'string' },
  quiet: { type: 'string' },
  unattended: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** `npm run central`. */
export async function runFromTerminal(args: string[], builtResources: string): Promise<void> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const dataFolder = resolve(values['data-folder']);
  const resourcesFolder = resolve(values['resources-folder'] ?? builtResources);
  const database = await openDatabase(dataFolder, process.env.DATABASE_URL);
  const [command, file] = positionals;
  const openBundleStore = () =>
    openBundles(resolve(values.bundles ?? join(dataFolder, 'bundles')), process.env);
  switch (command) {
    case undefined: {
      const bundles = await openBundleStore();
      const code = values['enrolment-code'];
      return await serveCommand({
        database,
        bundles,
        resourcesFolder,
        port: Number(values.port),
        host: values.host,
        behindProxy: values['behind-proxy'],
        practice: values.practice,
        ...(code !== undefined && { enrolmentCode: code }),
        ...(process.env.METRICS_TOKEN && { metricsToken: process.env.METRICS_TOKEN }),
      });
    }
    case 'enrol':
      await enrolCommand(database, { ...values, centralUrl: values['central-url'], resourcesFolder });
      break;
    case 'officer':
      await saveOfficerCommand(database, values.name);
      break;
    case 'station':
      await stationCommand(database, file, values);
      break;
    case 'kiosk-officer':
      await kioskOfficerCommand(database, file, { ...values, newPin: values['new-pin'] });
      break;
    case 'station-settings':
      await stationSettingsCommand(database, {
        ...values,
        paperWidth: values['paper-width'],
        budgetDay: values['budget-day'],
        budgetMonth: values['budget-month'],
      });
      break;
    case 'publish-catalog':
      await publishCatalogCommand(database, file);
      break;
    case 'import': {
      const received = await importCommand({ database, bundles: await openBundleStore() }, file);
      if (!received) process.exitCode = 1;
      break;
    }
    case 'export': {
      const exported = await exportApplications(database);
      const plain = exported.map(({ arrived, ...rest }) => ({ ...rest, arrived: [...arrived] }));
      writeFileSync(resolve(file ?? join(dataFolder, 'central.json')), `${JSON.stringify(plain, null, 2)}\n`);
      break;
    }
    default:
      process.stderr.write(`unknown command: ${command}\n${usage}`);
      process.exitCode = 2;
  }
  await database.close();
}
