import type { Database } from '../database/database.ts';

/** Opens an empty database for a test; what it is made of is the suite's caller's choice. */
export type OpenDatabase = () => Promise<Database>;
