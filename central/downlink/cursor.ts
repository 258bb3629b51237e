/** How far a station has come: positions and versions of what it has. */
export interface Cursor {
  /** Of its feed of statuses. */
  readonly position: number;
  readonly catalogVersion: number;
  readonly officersVersion: number;
  readonly settingsVersion: number;
}

const FORM = /^(\d{1,15})\.(\d{1,9})(?:\.(\d{1,15})\.(\d{1,15}))?$/;

/**
 * `<position>.<catalog>.<officers>.<settings>`. Before there were officers and settings a cursor ended after the catalog; that
 * is one that has none of them. The empty cursor, and what is none, is the beginning.
 */
export function readCursor(text: string): Cursor {
  const [, position = '0', catalog = '0', officers = '0', settings = '0'] = FORM.exec(text) ?? [];
  return {
    position: Number(position),
    catalogVersion: Number(catalog),
    officersVersion: Number(officers),
    settingsVersion: Number(settings),
  };
}

/** `short` for a station that never asked for officers and settings. */
export function writeCursor(cursor: Cursor, form: 'short' | 'full'): string {
  const { position, catalogVersion, officersVersion, settingsVersion } = cursor;
  const parts = [position, catalogVersion, ...(form === 'full' ? [officersVersion, settingsVersion] : [])];
  return parts.join('.');
}
