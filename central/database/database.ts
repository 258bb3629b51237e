/** One row as the server gives it; columns are read by the code that asked for them. */
export type Row = Record<string, unknown>;

/** The little of PostgreSQL that central needs. `$1` parameters; a failure rejects with the driver's error. */
export interface Queries {
  query(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

export interface Database extends Queries {
  /** Everything in `work` or nothing. */
  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}
