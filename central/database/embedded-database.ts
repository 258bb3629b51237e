import { PGlite } from '@electric-sql/pglite';
import type { Database, Queries } from './database.ts';

/**
 * PostgreSQL inside this process.
 * @param folder where it keeps its files; undefined keeps everything in memory.
 */
export async function openEmbeddedDatabase(folder?: string): Promise<Database> {
  const server = await PGlite.create(folder === undefined ? {} : { dataDir: folder });
  function over(queries: Pick<PGlite, 'query'>): Queries {
    return {
      async query(sql, parameters = []) {
        return (await queries.query<Record<string, unknown>>(sql, [...parameters])).rows;
      },
    };
  }
  return {
    ...over(server),
    transaction: async (work) =>
      await server.transaction(async (queries) => await work(over(queries as never))),
    close: async () => await server.close(),
  };
}
