import type { Dirent } from 'node:fs';
import { opendir } from 'node:fs/promises';

/** Nobody keeps this many files at the top of a drive; one that seems to must not fill the memory. */
const MOST_ENTRIES = 10_000;

/** What lies at the top of a drive, as far as a sensible drive goes. */
export async function driveEntries(folder: string): Promise<Dirent[]> {
  const entries: Dirent[] = [];
  for await (const entry of await opendir(folder)) {
    entries.push(entry);
    if (entries.length === MOST_ENTRIES) break;
  }
  return entries;
}
