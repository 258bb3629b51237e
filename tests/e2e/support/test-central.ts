import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { setStage } from '../../../central/packets/set-stage.ts';
import { exportApplications, type ReceivedApplication } from '../../../central/pages/work-list.ts';
import { CODE, startTestCentral } from '../../../central/testing/start-test-central.ts';
import { UPLOAD_COMPLETE, UPLOAD_OFFSET } from '../../../contract/central/bundle-upload.ts';

/**
 * `as-it-is` passes requests on; `failing` answers 500; `silent` keeps them waiting until the mood changes; `refusing`
 * rejects every packet.
 */
export type CentralMood = 'as-it-is' | 'failing' | 'silent' | 'refusing';

/** The real central over a database in memory, behind a server that can have a bad day. */
export interface TestCentral {
  /** As `launch` takes it. */
  readonly address: { readonly url: string; readonly enrolmentCode: string };
  setMood(mood: CentralMood): void;
  /** Resolves with the next request that is treated by the mood of now. */
  nextRequest(): Promise<void>;
  /** As an officer of central gives a citizen an appointment. */
  schedule(trackingCode: string, appointment: { readonly at: number; readonly place: string }): Promise<void>;
  /** How many pictures and voice notes of complaints it has acknowledged. */
  mediaHeld(): Promise<number>;
  /** Every application it holds. */
  held(): Promise<ReceivedApplication[]>;
  close(): Promise<void>;
}

export async function startTestCentralServer(): Promise<TestCentral> {
  const central = await startTestCentral();
  let mood: CentralMood = 'as-it-is';
  const waiting: (() => void)[] = [];
  const asking: (() => void)[] = [];
  const server = createServer((request, response) => {
    void readBody(request)
      .then(async (body) => {
        for (const tell of asking.splice(0)) tell();
        if (mood === 'silent') await new Promise<void>((resolve) => waiting.push(resolve));
        if (mood === 'failing') return void response.writeHead(500).end('{}');
        if (mood === 'refusing' && request.url === '/v1/batches')
          return void response.writeHead(200, { 'content-type': 'application/json' }).end(rejectAll(body));
        const answer = await fetch(new URL(request.url ?? '/', central.url), {
          method: request.method ?? 'GET',
          headers: forwarded(request),
          ...(body.length > 0 && { body: new Uint8Array(body) }),
        });
        const bytes = new Uint8Array(await answer.arrayBuffer());
        response.writeHead(answer.status, passedBack(answer)).end(bytes);
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: { url: `http://127.0.0.1:${port}`, enrolmentCode: CODE },
    setMood(next) {
      mood = next;
      for (const release of waiting.splice(0)) release();
    },
    nextRequest: () => new Promise((resolve) => asking.push(resolve)),
    async schedule(trackingCode, appointment) {
      const { database } = central;
      const [row] = await database.query('SELECT id FROM applications WHERE tracking_code = $1', [
        trackingCode,
      ]);
      const change = {
        applicationId: String(row?.id),
        stageKey: 'scheduled',
        remark: null,
        fieldRemarks: {},
        appointment,
        officerName: 'petugas',
      };
      const outcome = await database.transaction((queries) => setStage(queries, change, Date.now()));
      if (outcome !== 'set') throw new Error(`the appointment is ${outcome}`);
    },
    async mediaHeld() {
      const rows = await central.database.query(
        'SELECT 1 FROM complaint_media WHERE acknowledgement IS NOT NULL',
      );
      return rows.length;
    },
    held: () => exportApplications(central.database),
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await central.close();
    },
  };
}

/** What an answer says of itself and of how far a bundle has come. */
function passedBack({ headers }: Response): Record<string, string> {
  const names = ['content-type', UPLOAD_OFFSET, UPLOAD_COMPLETE];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

function rejectAll(body: Buffer): string {
  const { packets } = z
    .object({ packets: z.array(z.object({ packetId: z.string() })) })
    .parse(JSON.parse(body.toString()));
  const answers = packets.map(({ packetId }) => ({
    packetId,
    outcome: 'rejected',
    reason: 'wrong-hash',
  }));
  return JSON.stringify({ answers });
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** All headers but those that belong to one connection. */
function forwarded({ headers }: IncomingMessage): [string, string][] {
  const own = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive', 'expect']);
  return Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    own.has(name) || value === undefined ? [] : [[name, String(value)]],
  );
}
