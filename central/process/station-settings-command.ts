import {
  type QuietHours,
  type SendingSettings,
  sendingSettingsSchema,
  UNLIMITED,
} from '../../contract/domain/sending.ts';
import { paperWidthSchema, stationSettingsSchema } from '../../contract/domain/station-settings.ts';
import type { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import {
  changeStationSettings,
  readStationSettings,
  type SettingsChange,
} from '../stations/station-settings.ts';
import { findStationNamed } from '../stations/stations.ts';
import { readUnattended } from './read-unattended.ts';

export interface StationSettingsOptions {
  readonly station?: string | undefined;
  readonly name?: string | undefined;
  readonly paperWidth?: string | undefined;
  /** Megabytes (10⁶ bytes), or `none`. */
  readonly budgetDay?: string | undefined;
  readonly budgetMonth?: string | undefined;
  /** `21.00-05.00` in WIB, or `none`. */
  readonly quiet?: string | undefined;
  /** See `readUnattended`. */
  readonly unattended?: string | undefined;
}

/** Sets what is given for a kiosk and shows all that is set, as one line of JSON. Throws `RangeError`. */
export async function stationSettingsCommand(
  database: Database,
  options: StationSettingsOptions,
  write = (line: string): unknown => process.stdout.write(`${line}\n`),
): Promise<void> {
  await migrate(database);
  const { id: station } = await findStationNamed(database, options.station);
  const before = (await readStationSettings(database, station)).settings;
  const change = readChange(options, before.sending?.value ?? UNLIMITED);
  if (Object.keys(change).length > 0) await changeStationSettings(database, station, change, Date.now());
  const { name, paperWidth, sending, unattended } = (await readStationSettings(database, station)).settings;
  write(
    JSON.stringify({
      station,
      name: name?.value ?? null,
      paperWidth: paperWidth?.value ?? null,
      sending: sending?.value ?? null,
      unattended: unattended?.value ?? null,
    }),
  );
}

/** What is not given of budget and quiet hours stays as the office had set it. */
function readChange(options: StationSettingsOptions, sending: SendingSettings): SettingsChange {
  const { name, paperWidth, budgetDay, budgetMonth, quiet, unattended } = options;
  const setsSending = [budgetDay, budgetMonth, quiet].some((value) => value !== undefined);
  return {
    ...(name !== undefined && { name: readName(name) }),
    ...(paperWidth !== undefined && { paperWidth: readPaperWidth(paperWidth) }),
    ...(unattended !== undefined && { unattended: readUnattended(unattended) }),
    ...(setsSending && {
      sending: readSending({
        dailyBytes: budgetDay === undefined ? sending.dailyBytes : readBudget(budgetDay),
        monthlyBytes: budgetMonth === undefined ? sending.monthlyBytes : readBudget(budgetMonth),
        quietHours: quiet === undefined ? sending.quietHours : readQuiet(quiet),
      }),
    }),
  };
}

function readName(text: string): string {
  const part = stationSettingsSchema.shape.name.safeParse({ version: 0, value: text });
  if (!part.success || part.data === null) throw new RangeError('--name needs 1 to 120 characters');
  return part.data.value;
}

function readPaperWidth(text: string) {
  const width = paperWidthSchema.safeParse(Number(text));
  if (!width.success) throw new RangeError('--paper-width is 58 or 80');
  return width.data;
}

function readSending(settings: SendingSettings): SendingSettings {
  const read = sendingSettingsSchema.safeParse(settings);
  if (!read.success)
    throw new RangeError(
      'a budget is 1 to 1000000 megabytes or none, and quiet hours end when they did not begin',
    );
  return read.data;
}

function readBudget(text: string): number | null {
  if (text === 'none') return null;
  if (!/^\d{1,7}$/.test(text)) throw new RangeError(`a budget in megabytes, or none: ${text}`);
  return Number(text) * 1_000_000;
}

function readQuiet(text: string): QuietHours | null {
  if (text === 'none') return null;
  const [, ...numbers] = /^([01]\d|2[0-3])[.:]([0-5]\d)-([01]\d|2[0-3])[.:]([0-5]\d)$/.exec(text) ?? [];
  const [fromHour, fromMinute, untilHour, untilMinute] = numbers.map(Number);
  if (
    fromHour === undefined ||
    fromMinute === undefined ||
    untilHour === undefined ||
    untilMinute === undefined
  )
    throw new RangeError(`--quiet is written 21.00-05.00, or none: ${text}`);
  return { from: fromHour * 60 + fromMinute, until: untilHour * 60 + untilMinute };
}
