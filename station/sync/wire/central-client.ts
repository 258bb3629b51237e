import { z } from 'zod';
import {
  bundlePath,
  COMPLETE,
  INCOMPLETE,
  PARTIAL_UPLOAD,
  readUploadOffset,
  UPLOAD_COMPLETE,
  UPLOAD_OFFSET,
} from '../../../contract/central/bundle-upload.ts';
import { centralContract } from '../../../contract/central/contract.ts';
import {
  type EnrolmentAnswer,
  enrolmentAnswerSchema,
  type enrolmentRequestSchema,
} from '../../../contract/central/enrolment.ts';
import {
  type FeedbackAnswer,
  type FeedbackPacket,
  feedbackAnswerSchema,
} from '../../../contract/central/feedback.ts';
import { type PacketAnswer, type PacketCore, packetAnswerSchema } from '../../../contract/central/packet.ts';
import { type ByteReader, readerOf } from '../../byte-reader.ts';
import type { Exchange, WireAnswer } from './exchange.ts';
import { readRetryAfter } from './retry-after.ts';
import { WireError } from './wire-error.ts';

type EnrolmentRequest = z.infer<typeof enrolmentRequestSchema>;

/** Bytes of a bundle from `from` up to `until`, which is its end unless a budget says otherwise. */
export interface BundlePiece {
  readonly packetId: string;
  /** The whole bundle. */
  readonly bundle: ByteReader;
  readonly from: number;
  readonly until: number;
  readonly onSent?: (bytes: number) => void;
}

/** What the station says to central and hears back, checked against the contract. Every call fails with `WireError` only. */
export interface CentralClient {
  enrol(request: EnrolmentRequest, signal: AbortSignal): Promise<EnrolmentAnswer>;
  /** Answers that are not what the contract says are left out, so that one of them cannot spoil the others. */
  sendBatch(packets: readonly PacketCore[], signal: AbortSignal): Promise<readonly PacketAnswer[]>;
  /** Answers that are not what the contract says are left out. */
  sendFeedback(packets: readonly FeedbackPacket[], signal: AbortSignal): Promise<readonly FeedbackAnswer[]>;
  /** Bytes of the packet's bundle that central already has. */
  bundleOffset(packetId: string, signal: AbortSignal): Promise<number>;
  /** An answer that wants the bundle names the offset to go on from. */
  sendBundle(piece: BundlePiece, signal: AbortSignal): Promise<PacketAnswer>;
  /** Which of these acknowledged packets central does not have. */
  missing(packetIds: readonly string[], signal: AbortSignal): Promise<readonly string[]>;
  /** The signed answer about one application of this station, still to be verified. */
  statusOf(trackingCode: string, nonce: string, signal: AbortSignal): Promise<string>;
  /** The signed changes after `cursor`, still to be verified. */
  changes(cursor: string, signal: AbortSignal): Promise<string>;
}

export interface CentralClientOptions {
  readonly exchange: Exchange;
  /** Such as `http://127.0.0.1:8443`. */
  readonly baseUrl: string;
  /** A bearer token; not asked for by `enrol`. */
  readonly token: () => Promise<string>;
  /** Called whenever central itself has answered, also with a refusal. */
  readonly onContact: () => void;
}

const batchAnswerSchema = z.object({ answers: z.array(z.unknown()) });
const missingAnswerSchema = z.object({ missing: z.array(z.string()) });
const signedAnswerSchema = z.object({ signed: z.string() });
const errorBodySchema = z.object({ code: z.string() });

const paths = {
  enrol: pathOf(centralContract.enrol),
  sendBatch: pathOf(centralContract.sendBatch),
  sendFeedback: pathOf(centralContract.sendFeedback),
  missing: pathOf(centralContract.missing),
  statusOf: pathOf(centralContract.statusOf),
  changes: pathOf(centralContract.changes),
};

export function createCentralClient(options: CentralClientOptions): CentralClient {
  const { exchange, baseUrl, token, onContact } = options;

  /** A portal or proxy between may answer anything: only what fits the contract counts as a word of central. */
  function understand<Schema extends z.ZodType>(schema: Schema, answer: WireAnswer): z.output<Schema> {
    const body = readJson(answer.body);
    if (answer.status < 200 || answer.status >= 300) throw refusal(answer, body, onContact);
    const read = schema.safeParse(body);
    if (!read.success) throw new WireError('not-understood', { cause: read.error });
    onContact();
    return read.data;
  }

  async function post(
    path: string,
    body: unknown,
    authorization: Record<string, string>,
    signal: AbortSignal,
  ) {
    return await exchange.send({
      method: 'POST',
      url: locate(path, baseUrl),
      headers: { 'content-type': 'application/json', accept: 'application/json', ...authorization },
      body: readerOf(new TextEncoder().encode(JSON.stringify(body))),
      signal,
    });
  }

  async function bearer(): Promise<Record<string, string>> {
    return { authorization: `Bearer ${await token()}` };
  }

  async function getSigned(url: URL, signal: AbortSignal): Promise<string> {
    const answer = await exchange.send({
      method: 'GET',
      url,
      headers: { accept: 'application/json', ...(await bearer()) },
      body: null,
      signal,
    });
    return understand(signedAnswerSchema, answer).signed;
  }

  return {
    async enrol(request, signal) {
      return understand(enrolmentAnswerSchema, await post(paths.enrol, request, {}, signal));
    },
    async sendBatch(packets, signal) {
      const body = await post(paths.sendBatch, { packets }, await bearer(), signal);
      const { answers } = understand(batchAnswerSchema, body);
      return answers.flatMap((answer) => {
        const read = packetAnswerSchema.safeParse(answer);
        return read.success ? [read.data] : [];
      });
    },
    async sendFeedback(packets, signal) {
      const body = await post(paths.sendFeedback, { packets }, await bearer(), signal);
      const { answers } = understand(batchAnswerSchema, body);
      return answers.flatMap((answer) => {
        const read = feedbackAnswerSchema.safeParse(answer);
        return read.success ? [read.data] : [];
      });
    },
    async bundleOffset(packetId, signal) {
      const answer = await exchange.send({
        method: 'HEAD',
        url: locate(bundlePath(packetId), baseUrl),
        headers: await bearer(),
        body: null,
        signal,
      });
      if (answer.status < 200 || answer.status >= 300) throw refusal(answer, undefined, onContact);
      const offset = readUploadOffset(answer.headers[UPLOAD_OFFSET]?.toString());
      if (offset === null) throw new WireError('not-understood');
      onContact();
      return offset;
    },
    async sendBundle({ packetId, bundle, from, until, onSent }, signal) {
      const answer = await exchange.send({
        method: 'PATCH',
        url: locate(bundlePath(packetId), baseUrl),
        headers: {
          'content-type': PARTIAL_UPLOAD,
          [UPLOAD_OFFSET]: String(from),
          [UPLOAD_COMPLETE]: until === bundle.byteLength ? COMPLETE : INCOMPLETE,
          ...(await bearer()),
        },
        body: {
          byteLength: until - from,
          read: (start, length) => bundle.read(from + start, length),
        },
        signal,
        onBody: onSent,
      });
      const stands = answer.status === 409 ? packetAnswerSchema.safeParse(readJson(answer.body)) : null;
      if (!stands?.success) return understand(packetAnswerSchema, answer);
      onContact();
      return stands.data;
    },
    async missing(packetIds, signal) {
      const answer = await post(paths.missing, { packetIds }, await bearer(), signal);
      return understand(missingAnswerSchema, answer).missing;
    },
    async statusOf(trackingCode, nonce, signal) {
      const url = locate(paths.statusOf.replace('{trackingCode}', encodeURIComponent(trackingCode)), baseUrl);
      url.searchParams.set('nonce', nonce);
      return await getSigned(url, signal);
    },
    async changes(cursor, signal) {
      const url = locate(paths.changes, baseUrl);
      url.searchParams.set('cursor', cursor);
      return await getSigned(url, signal);
    },
  };
}

/** Central may live below a path of a shared host. */
function locate(path: string, baseUrl: string): URL {
  return new URL(path.slice(1), baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`);
}

function pathOf(procedure: { readonly '~orpc': { readonly route: { readonly path?: string } } }): string {
  const { path } = procedure['~orpc'].route;
  if (path === undefined) throw new TypeError('a procedure of central without a path');
  return path;
}

function refusal(answer: WireAnswer, body: unknown, onContact: () => void): WireError {
  const error = errorBodySchema.safeParse(body);
  if (error.success) onContact();
  const retryAfterMs = readRetryAfter(answer.headers['retry-after']);
  return new WireError('refused', {
    status: answer.status,
    ...(error.success && { code: error.data.code }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
