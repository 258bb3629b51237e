import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { counterNumberSchema } from '../../contract/domain/ticket.ts';
import { type DaySpan, unattendedSchema } from '../../contract/domain/time-of-day.ts';
import { type SpeechSetting, speechSettingSchema } from '../../contract/station/queue.ts';
import { isMissing } from '../is-missing.ts';

/** By night a hall is empty and its neighbours sleep. */
const NIGHT: SpeechSetting['quiet'] = [{ from: '20:00', to: '06:00' }];

/** What the district sets for one kiosk, in `station.json` of its data folder. */
const settingsSchema = z.object({
  /** Printed on every paper and told to central. */
  name: z.string().trim().min(1).max(120).optional(),
  /** Roll of the receipt printer in millimetres. */
  paperWidth: z.union([z.literal(58), z.literal(80)]).default(80),
  /** Text file that a vendor's KTP-el reader adds a line to for each card it read. */
  identityCardReaderFile: z.string().min(1).optional(),
  /** The number of the counter (*loket*) this kiosk stands at. */
  counter: counterNumberSchema.default(1),
  /** Others it may stand at, where officers choose at sign-in. */
  counters: z.array(counterNumberSchema).max(20).default([]),
  /** How loud numbers are called out, and when they are not. */
  speech: z
    .object({
      volume: speechSettingSchema.shape.volume.default(80),
      quiet: speechSettingSchema.shape.quiet.default(NIGHT),
    })
    .prefault({}),
  /** The hours without officers, unless the office has set them. */
  unattended: unattendedSchema.default([]),
});

export interface StationSettings {
  readonly name: string;
  readonly paperWidth: 58 | 80;
  readonly identityCardReaderFile: string | null;
  /** The *loket* of this kiosk, the usual one first. */
  readonly counters: readonly [number, ...number[]];
  readonly speech: SpeechSetting;
  readonly unattended: readonly DaySpan[];
}

const UNNAMED = { practice: 'Balai Pekon Latihan', production: 'Balai Pekon' } as const;

/** Without a file the kiosk is unnamed and prints on 80 mm. Throws when there is a file that cannot be understood. */
export function readSettings(dataFolder: string, mode: keyof typeof UNNAMED): StationSettings {
  const {
    name = UNNAMED[mode],
    paperWidth,
    identityCardReaderFile = null,
    counter,
    counters: others,
    speech,
    unattended,
  } = settingsSchema.parse(readIfThere(join(dataFolder, 'station.json')));
  const counters = [counter, ...new Set(others.filter((each) => each !== counter))] as const;
  return { name, paperWidth, identityCardReaderFile, counters, speech, unattended };
}

function readIfThere(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (isMissing(error)) return {};
    throw error;
  }
}
