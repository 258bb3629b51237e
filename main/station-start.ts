import { app, safeStorage } from 'electron';
import type { StationStart } from '../contract/shell/station-channel.ts';
import { practiceDatabaseKey, wrappedDatabaseKey } from './keys/database-key.ts';
import { TroubleError } from './trouble.ts';

export interface StationSetting {
  readonly mode: StationStart['mode'];
  readonly dataFolder: string;
  readonly resourcesFolder: string;
  readonly cameraFile: string | null;
}

/**
 * What the station is told, with the key of its database.
 * @throws TroubleError when there is no key to give
 * @throws the system's error when the key's file cannot be read or written
 */
export async function prepareStationStart(setting: StationSetting): Promise<StationStart> {
  const practice = setting.mode === 'practice';
  // The key store speaks only once Electron is ready.
  if (!practice) await app.whenReady();
  const key = practice
    ? await practiceDatabaseKey(setting.dataFolder)
    : await wrappedDatabaseKey(setting.dataFolder, safeStorage);
  if (key.kind !== 'key') throw new TroubleError(key.kind);
  return { ...setting, databaseKey: key.key, databaseKeyKeptBy: key.keptBy, version: app.getVersion() };
}
