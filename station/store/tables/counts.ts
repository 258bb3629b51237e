import type { ReadableDatabase } from '../database.ts';

/** A total kept by triggers, read in the same time at any age of the file. */
export function readCount(database: ReadableDatabase, name: 'drafts' | 'applications' | 'returned'): number {
  return database.get<{ value: number }>('SELECT value FROM counts WHERE name = ?', name)?.value ?? 0;
}
