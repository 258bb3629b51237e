import type Sqlite from 'better-sqlite3';
import type { SchemaDatabase, SqlParameters, Store } from './database.ts';
import { asStoreError } from './store-error.ts';

export interface OpenedStore extends Store {
  /** The same connection with statements of schema; for migrations. */
  readonly schema: SchemaDatabase;
}

/** Wraps an open connection. One connection, one writer: the station is one process and SQLite calls are synchronous. */
export function createStore(connection: Sqlite.Database): OpenedStore {
  const statements = new Map<string, Sqlite.Statement<unknown[]>>();

  function prepared(sql: string): Sqlite.Statement<unknown[]> {
    const known = statements.get(sql);
    if (known) return known;
    const statement = connection.prepare<unknown[]>(sql);
    statements.set(sql, statement);
    return statement;
  }

  function guarded<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw asStoreError(error);
    }
  }

  function readOnly(sql: string): Sqlite.Statement<unknown[]> {
    const statement = prepared(sql);
    if (!statement.readonly) throw new TypeError('a statement that writes was given to a read');
    return statement;
  }

  const read = {
    get: <Row>(sql: string, ...parameters: SqlParameters) =>
      guarded(() => readOnly(sql).get(...parameters) as Row | undefined),
    all: <Row>(sql: string, ...parameters: SqlParameters) =>
      guarded(() => readOnly(sql).all(...parameters) as Row[]),
  };
  const schema = {
    get: <Row>(sql: string, ...parameters: SqlParameters) =>
      guarded(() => prepared(sql).get(...parameters) as Row | undefined),
    all: <Row>(sql: string, ...parameters: SqlParameters) =>
      guarded(() => prepared(sql).all(...parameters) as Row[]),
    run: (sql: string, ...parameters: SqlParameters) =>
      guarded(() => prepared(sql).run(...parameters).changes),
    execute: (sql: string) => guarded(() => void connection.exec(sql)),
  } as unknown as SchemaDatabase;

  function rollBack(): void {
    if (connection.inTransaction) connection.exec('ROLLBACK');
  }

  return {
    read: read as unknown as Store['read'],
    schema,
    transaction(work, { flushed = true, zeroed = true } = {}) {
      if (connection.inTransaction) throw new TypeError('a transaction is already open');
      return guarded(() => {
        // Without it SQLite still writes the log in order, so the next flushed commit carries this one along.
        if (!flushed) connection.exec('PRAGMA synchronous = NORMAL');
        if (!zeroed) connection.exec('PRAGMA secure_delete = FAST');
        connection.exec('BEGIN IMMEDIATE');
        try {
          const result = work(schema);
          if (isThenable(result))
            throw new TypeError('a transaction must not wait: its work returned a promise');
          connection.exec('COMMIT');
          return result;
        } catch (error) {
          rollBack();
          throw error;
        } finally {
          if (!flushed) connection.exec('PRAGMA synchronous = FULL');
          if (!zeroed) connection.exec('PRAGMA secure_delete = ON');
        }
      });
    },
    close: () => void connection.close(),
  };
}

function isThenable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
