import pg from 'pg';
import type { Database, Queries } from './database.ts';

/** Enough for one copy of central on two cores; more copies are how it grows. */
const CONNECTIONS = 8;

function over(client: pg.ClientBase | pg.Pool): Queries {
  return {
    async query(sql, parameters = []) {
      return (await client.query<Record<string, unknown>>(sql, [...parameters])).rows;
    },
  };
}

/** A PostgreSQL server by its connection address, such as `postgres://central@db.example/anjungan`. */
export function openServerDatabase(connectionString: string): Database {
  const pool = new pg.Pool({ connectionString, max: CONNECTIONS });
  // An idle connection that breaks is replaced by the pool; whoever asks next is told by that query if the server is away.
  pool.on('error', () => {});
  return {
    ...over(pool),
    async transaction(work) {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        const result = await work(over(client));
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
