import pg from 'pg';
import type { Database, Queries } from './database.ts';

/** Enough for one copy of central on two cores; more copies are how it grows. */
const CONNECTIONS = 8;

/** Central's statements are fixed texts, some two hundred; a filter that were written into one must not fill the server. */
const MOST_PREPARED = 500;

/** A name for each text: the server then parses and plans it once for each connection. */
function nameStatements(): (text: string) => string | undefined {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= MOST_PREPARED) return known;
    const name = `central_${names.size}`;
    names.set(text, name);
    return name;
  };
}

function over(client: pg.ClientBase | pg.Pool, nameOf: (text: string) => string | undefined): Queries {
  return {
    async query(text, parameters = []) {
      const values = [...parameters];
      const name = values.length > 0 ? nameOf(text) : undefined;
      return (
        await client.query<Record<string, unknown>>(
          name === undefined ? { text, values } : { name, text, values },
        )
      ).rows;
    },
  };
}

/** A PostgreSQL server by its connection address, such as `postgres://central@db.example/anjungan`. */
export function openServerDatabase(connectionString: string): Database {
  const pool = new pg.Pool({ connectionString, max: CONNECTIONS });
  // An idle connection that breaks is replaced by the pool; whoever asks next is told by that query if the server is away.
  pool.on('error', () => {});
  const nameOf = nameStatements();
  return {
    ...over(pool, nameOf),
    async transaction(work) {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        const result = await work(over(client, nameOf));
        await client.query('COMMIT');
        client.release();
        return result;
      } catch (error) {
        // A connection on which not even this works is thrown away, and the first error is the one that is told.
        await client.query('ROLLBACK').then(
          () => client.release(),
          () => client.release(true),
        );
        throw error;
      }
    },
    close: async () => await pool.end(),
  };
}
