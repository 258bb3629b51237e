import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

/** PostgreSQL refuses to run as root; this user owns nothing else on a Debian system (policy manual §9.2.2). */
const NOBODY = 65_534;
const STARTS_WITHIN_MILLISECONDS = 30_000;

/** Debian keeps one folder for each major version. */
function findBinaries(): string {
  const versions = '/usr/lib/postgresql';
  const newest = existsSync(versions)
    ? readdirSync(versions).sort((left, right) => Number(right) - Number(left))[0]
    : undefined;
  if (newest === undefined) throw new Error('no PostgreSQL server here: apt-get install postgresql');
  return join(versions, newest, 'bin');
}

export interface PostgresServer {
  /** Makes an empty database. @returns its address for `DATABASE_URL` */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** A real PostgreSQL server of our own, reached by a socket in its folder and by nothing else. */
export async function startPostgresServer(): Promise<PostgresServer> {
  const binaries = findBinaries();
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-postgres-'));
  const asRoot = process.getuid?.() === 0;
  if (asRoot) chownSync(folder, NOBODY, NOBODY);
  const user = asRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const data = join(folder, 'data');
  const options = { ...user, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' } };
  await promisify(execFile)(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'anjungan', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--no-instructions'],
    options,
  );
  const server = spawn(
    join(binaries, 'postgres'),
    ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'max_connections=60', '-c', 'autovacuum=off'],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const address = (database: string) =>
    `postgres://anjungan@localhost/${database}?host=${encodeURIComponent(folder)}`;
  await untilReady(server);
  return {
    async createDatabase() {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      const client = new pg.Client({ connectionString: address('postgres') });
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return address(name);
    },
    async stop() {
      const ended = new Promise<void>((done) => server.once('exit', () => done()));
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    let said = '';
    const guard = setTimeout(() => server.kill('SIGKILL'), STARTS_WITHIN_MILLISECONDS);
    server.once('exit', (code) => fail(new Error(`PostgreSQL ended with ${code}: ${said}`)));
    server.stderr?.setEncoding('utf8').on('data', (part: string) => {
      if (said.length < 10_000) said += part;
      if (!part.includes('database system is ready to accept connections')) return;
      clearTimeout(guard);
      server.removeAllListeners('exit');
      done();
    });
  });
}
