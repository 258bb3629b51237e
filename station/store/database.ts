/** What a column of a STRICT table holds. */
export type SqlValue = string | number | bigint | Uint8Array | null;
export type SqlParameters = readonly SqlValue[];

declare const readable: unique symbol;
declare const writable: unique symbol;

/**
 * Reads. `Row` is what the statement selects: the caller names it, the STRICT tables keep it true.
 * A statement is prepared once for its text, so texts are constants and values always parameters.
 * Throws `StoreError`; a statement that would write throws `TypeError`.
 */
export interface ReadableDatabase {
  readonly [readable]: true;
  get<Row>(sql: string, ...parameters: SqlParameters): Row | undefined;
  all<Row>(sql: string, ...parameters: SqlParameters): Row[];
}

/** Only a transaction hands one out, so whoever asks for it runs inside one. */
export interface WritableDatabase extends ReadableDatabase {
  readonly [writable]: true;
  /** Answers how many rows changed. */
  run(sql: string, ...parameters: SqlParameters): number;
}

/** For migrations alone. */
export interface SchemaDatabase extends WritableDatabase {
  /** Several statements without parameters. */
  execute(sql: string): void;
}

export interface Store {
  readonly read: ReadableDatabase;
  /**
   * Runs `work` and commits durably, or changes nothing and throws. `work` is synchronous: a promise throws `TypeError`.
   * Nesting throws `TypeError`. With `flushed: false` a power cut may undo it until the next commit that is flushed: only
   * for what a restart puts back anyway. With `zeroed: false` what is deleted is not written over with zeros, though it
   * still lies encrypted until its pages are used again: only for what the database keeps elsewhere anyway.
   */
  transaction<Result>(
    work: (database: WritableDatabase) => Result,
    options?: { readonly flushed?: boolean; readonly zeroed?: boolean },
  ): Result;
  /** Moves the write-ahead log into the file and closes it. */
  close(): void;
}
