import assert from 'node:assert/strict';
import type { EchoFacts } from '../../testing/echo-module.ts';
import { HEAP_ARGUMENTS, type ProcessHost } from '../process-host.ts';
import { openSession, type Session } from './session.ts';

export interface AcceptanceSubject {
  readonly createHost: (log: (line: string) => void) => ProcessHost;
  /** Built `main/testing/echo-module.ts`. */
  readonly echoModule: string;
}

export interface AcceptanceResult {
  readonly name: string;
  /** Null when it passed. */
  readonly failure: string | null;
}

type Case = (session: Session) => Promise<void>;

/** What every process host must do, whatever it hosts with. */
const cases: Readonly<Record<string, Case>> = {
  async 'sends text and bytes both ways, unchanged'(session) {
    const bytes = crypto.getRandomValues(new Uint8Array(4096));
    session.ask({ type: 'echo', data: { text: 'Pekon Sukarame ✓', bytes, buffer: bytes.buffer } });
    const answer = (await session.nextMessage()) as { text: string; bytes: Uint8Array; buffer: ArrayBuffer };
    assert.equal(answer.text, 'Pekon Sukarame ✓');
    assert.deepEqual(new Uint8Array(answer.bytes), bytes);
    assert.deepEqual(new Uint8Array(answer.buffer), bytes);
  },

  async 'carries a large picture'(session) {
    const picture = new Uint8Array(12 * 1024 * 1024).fill(7);
    session.ask({ type: 'echo', data: picture });
    assert.equal(((await session.nextMessage()) as Uint8Array).byteLength, picture.byteLength);
  },

  async 'keeps the order of a thousand messages'(session) {
    for (let index = 0; index < 1000; index++) session.ask({ type: 'echo', data: index });
    for (let index = 0; index < 1000; index++) assert.equal(await session.nextMessage(), index);
  },

  async 'knows the process id'(session) {
    session.ask({ type: 'echo', data: 'up' });
    await session.nextMessage();
    const pid = session.process.pid();
    assert.ok(pid !== undefined && pid !== process.pid);
    process.kill(pid, 0);
  },

  async 'bounds the space of new objects'(session) {
    session.ask({ type: 'fill-new-space' });
    const bytes = Number(await session.nextMessage());
    assert.ok(bytes > 1_000_000 && bytes < 20_000_000, `${bytes} bytes`);
  },

  async 'strips the environment and gives no arguments but its own'(session) {
    session.ask({ type: 'facts' });
    const facts = (await session.nextMessage()) as EchoFacts;
    // ELECTRON_RUN_AS_NODE is not among them: Electron's own fork adds it, and plain Node knows nothing of it.
    const poison = ['NODE_OPTIONS', 'LD_PRELOAD', 'NODE_PATH', 'SECRET_OF_THE_LOGIN_SHELL'];
    assert.deepEqual(
      facts.environmentNames.filter((name) => poison.includes(name)),
      [],
    );
    assert.ok(facts.environmentNames.includes('PATH'));
    assert.deepEqual(facts.execArgv, HEAP_ARGUMENTS);
    assert.ok(!facts.argv.some((argument) => argument.includes('inspect')));
  },

  async 'prefixes every line of output'(session) {
    session.ask({ type: 'print', output: 'one\ntwo', errors: 'three\n' });
    session.ask({ type: 'exit', code: 0, lastWords: '' });
    await session.exited;
    await session.logged((lines) =>
      ['one', 'two', 'three'].every((word) => lines.some((line) => line.endsWith(` ${word}`))),
    );
    assert.ok(session.lines().every((line) => line.startsWith('[echo')));
  },

  async 'tells an exit nobody asked for, after the last words'(session) {
    session.ask({ type: 'exit', code: 3, lastWords: 'storage full' });
    assert.equal(await session.nextMessage(), 'storage full');
    const reason = await session.exited;
    assert.equal(reason.kind, 'exited');
    assert.equal(reason.kind === 'exited' ? reason.code : undefined, 3);
  },

  async 'tells a kill from outside'(session) {
    session.ask({ type: 'echo', data: 'up' });
    await session.nextMessage();
    process.kill(session.process.pid() ?? Number.NaN, 'SIGKILL');
    assert.equal((await session.exited).kind, 'exited');
    session.ask({ type: 'echo', data: 'nobody is there' });
  },

  async 'waits for a process that ends by itself'(session) {
    session.ask({ type: 'echo', data: 'up' });
    await session.nextMessage();
    session.ask({ type: 'stop' });
    assert.deepEqual(await session.process.terminate(5000), { kind: 'stopped' });
    assert.deepEqual(await session.exited, { kind: 'stopped' });
    assert.deepEqual(await session.process.terminate(5000), { kind: 'stopped' });
  },

  async 'kills a process that hangs'(session) {
    session.ask({ type: 'echo', data: 'up' });
    await session.nextMessage();
    session.ask({ type: 'hang' });
    assert.deepEqual(await session.process.terminate(300), { kind: 'killed' });
  },

  async 'kills at once when no grace is given'(session) {
    session.ask({ type: 'echo', data: 'up' });
    await session.nextMessage();
    assert.deepEqual(await session.process.terminate(0), { kind: 'killed' });
  },

  async 'reports a module that is not there'(session) {
    const broken = openSession(session.host, `${session.modulePath}.missing`);
    const reason = await broken.exited;
    assert.ok(reason.kind === 'exited' || reason.kind === 'not-started');
  },
};

/** Longest a single case may take; the slowest one waits 300 ms by intent. */
const CASE_LIMIT_MS = 20_000;

/** Runs every case on a fresh process and leaves none behind. */
export async function runHostAcceptance(subject: AcceptanceSubject): Promise<AcceptanceResult[]> {
  const results: AcceptanceResult[] = [];
  for (const [name, run] of Object.entries(cases)) {
    const session = openSession(subject.createHost, subject.echoModule);
    let limit: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      limit = setTimeout(() => reject(new Error(`not done after ${CASE_LIMIT_MS} ms`)), CASE_LIMIT_MS);
    });
    try {
      await Promise.race([run(session), late]);
      results.push({ name, failure: null });
    } catch (error) {
      results.push({ name, failure: error instanceof Error ? error.message : String(error) });
    } finally {
      clearTimeout(limit);
      await session.process.terminate(0);
    }
  }
  return results;
}
