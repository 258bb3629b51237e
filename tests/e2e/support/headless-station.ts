import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Face } from '../../../contract/shell/face.ts';
import {
  type FromStation,
  fromStationSchema,
  type StationStart,
  type ToStation,
} from '../../../contract/shell/station-channel.ts';
import type { StationContract } from '../../../contract/station/contract.ts';
import { HEAP_ARGUMENTS } from '../../../main/host/process-host.ts';

const dist = resolve(import.meta.dirname, '..', '..', '..', 'dist');

export type StationClient = ContractRouterClient<StationContract>;

type FrameData = Extract<ToStation, { type: 'face-message' }>['data'];

/** One face's frames, unread. */
export interface Wire {
  send(data: FrameData): void;
  /** Resolves with the next frame from the station that says it answers the call `id`, read as JSON. */
  answer(id: string): Promise<unknown>;
}

/** The real station process with a test where the shell would be. */
export interface HeadlessStation {
  readonly pid: number;
  /** Opens one more face; its stamp is what the shell would give. */
  face(face: Face): StationClient;
  /** Opens one more face without the RPC library: whatever is sent goes as it is. */
  wire(face: Face): Wire;
  /** Tells the station where central is. */
  setCentral(url: string, enrolmentCode: string | null): void;
  /** As a power cut: nothing is told beforehand. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** The same key for every start over one data folder, kept where the shell keeps it in practice mode. */
function databaseKey(dataFolder: string): string {
  mkdirSync(dataFolder, { recursive: true });
  const file = join(dataFolder, 'database.key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

export interface HeadlessOptions {
  /** Practice, with its virtual devices and its virtual line, unless told otherwise. */
  readonly mode?: StationStart['mode'];
  /** Added to this process's own. */
  readonly environment?: NodeJS.ProcessEnv;
  /** For Node, before the program's name. */
  readonly nodeArguments?: readonly string[];
  /** False when it is expected to complain. */
  readonly complaints?: boolean;
}

export async function startHeadlessStation(
  dataFolder: string,
  options: HeadlessOptions = {},
): Promise<HeadlessStation> {
  const { mode = 'practice', environment = {}, nodeArguments = [], complaints = true } = options;
  const child = fork(join(dist, 'station', 'station.js'), [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', complaints ? 'inherit' : 'ignore', 'ipc'],
    execArgv: [...HEAP_ARGUMENTS, ...nodeArguments],
    env: { ...process.env, ...environment },
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const faces = new Map<number, (data: unknown) => void>();
  // A station that has just been killed hears nothing more, and that is no error of whoever speaks to it.
  const send = (message: ToStation) => void child.send(message, () => {});
  await ready(child, faces, () =>
    send({
      type: 'start',
      start: {
        mode,
        dataFolder,
        resourcesFolder: join(dist, 'resources', 'catalog'),
        databaseKey: databaseKey(dataFolder),
        databaseKeyKeptBy: 'file',
        cameraFile: null,
        version: 'test',
      },
    }),
  );
  return {
    pid: child.pid ?? Number.NaN,
    face(face) {
      const faceId = faces.size + 1;
      const listeners = new Map<string, (event?: { data: unknown }) => void>();
      faces.set(faceId, (data) => listeners.get('message')?.({ data }));
      send({ type: 'face-opened', faceId, face });
      child.once('exit', () => listeners.get('close')?.());
      const port = {
        on: (event: string, listener: (event?: { data: unknown }) => void) =>
          void listeners.set(event, listener),
        postMessage: (data: string | ArrayBuffer | Uint8Array<ArrayBuffer>) =>
          send({ type: 'face-message', faceId, data }),
      };
      return createORPCClient(new RPCLink({ port }));
    },
    wire(face) {
      const faceId = faces.size + 1;
      const asked = new Map<string, (frame: unknown) => void>();
      faces.set(faceId, (data) => {
        if (typeof data !== 'string') return;
        const frame = JSON.parse(data);
        asked.get(String(frame.i))?.(frame);
      });
      send({ type: 'face-opened', faceId, face });
      return {
        send: (data) => send({ type: 'face-message', faceId, data }),
        answer: (id) => new Promise((resolve) => asked.set(id, resolve)),
      };
    },
    setCentral: (url, enrolmentCode) => send({ type: 'central', url, enrolmentCode }),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      send({ type: 'stop' });
      await ended;
    },
  };
}

function ready(
  child: ChildProcess,
  faces: Map<number, (data: unknown) => void>,
  start: () => void,
): Promise<void> {
  return new Promise((done, fail) => {
    child.once('exit', (code) => fail(new Error(`the station ended with ${code} before it was ready`)));
    child.on('message', (received) => {
      const message: FromStation = fromStationSchema.parse(received);
      switch (message.type) {
        case 'hello':
          return start();
        case 'ready':
          return done();
        case 'fatal':
          return fail(new Error(`the station cannot run: ${message.reason}`));
        case 'face-message':
          return faces.get(message.faceId)?.(message.data);
        case 'pong':
          return;
      }
    });
  });
}
