import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AwsV4Signer } from 'aws4fetch';

export const S3_KEYS = {
  accessKeyId: 'SPESIMEN',
  secretAccessKey: 'rahasia-spesimen',
  region: 'id-lampung-1',
} as const;

/** Names in one page, few so that a short test has several. */
const PAGE = 3;

export interface S3StandIn {
  readonly endpoint: string;
  /** Answers the next requests with this status and nothing done. */
  failNext(status: number, times: number): void;
  readonly refused: string[];
  close(): Promise<void>;
}

/**
 * An S3-compatible store of one bucket in memory, as strict as the real one where central could go wrong: it signs each request anew by
 * Signature Version 4 and compares, hashes what it was sent, and answers errors in S3's own words.
 */
export async function startS3StandIn(bucket: string): Promise<S3StandIn> {
  const objects = new Map<string, Buffer>();
  const refused: string[] = [];
  const failing: number[] = [];

  const server = createServer((request, response) => {
    void readBody(request).then(async (body) => {
      const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
      const fail = (status: number, code: string) => {
        refused.push(code);
        response
          .writeHead(status, { 'content-type': 'application/xml' })
          .end(`<Error><Code>${code}</Code></Error>`);
      };
      const status = failing.shift();
      if (status !== undefined) return fail(status, 'SlowDown');
      const problem = await findProblem(request, url, body);
      if (problem) return fail(problem === 'XAmzContentSHA256Mismatch' ? 400 : 403, problem);
      const [, bucketName, ...rest] = url.pathname.split('/');
      if (bucketName !== bucket) return fail(404, 'NoSuchBucket');
      const key = decodeURIComponent(rest.join('/'));
      if (key === '' && request.method === 'GET')
        return void response.writeHead(200).end(list(url.searchParams));
      const object = objects.get(key);
      switch (request.method) {
        case 'PUT':
          objects.set(key, body);
          return void response.writeHead(200).end();
        case 'GET':
          if (!object) return fail(404, 'NoSuchKey');
          return void response.writeHead(200).end(object);
        case 'DELETE':
          objects.delete(key);
          return void response.writeHead(204).end();
        default:
          return fail(405, 'MethodNotAllowed');
      }
    });
  });

  function list(query: URLSearchParams): string {
    const after = query.get('start-after') ?? '';
    const prefix = query.get('prefix') ?? '';
    const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
    const page = keys.slice(0, PAGE).map((key) => `<Contents><Key>${key}</Key></Contents>`);
    return `<ListBucketResult><IsTruncated>${keys.length > PAGE}</IsTruncated>${page.join('')}</ListBucketResult>`;
  }

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    failNext: (status, times) => failing.push(...Array<number>(times).fill(status)),
    refused,
    async close() {
      await new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
    },
  };
}

/** S3's word for what is wrong with a request, or null. */
async function findProblem(request: IncomingMessage, url: URL, body: Buffer): Promise<string | null> {
  const { authorization = '' } = request.headers;
  const datetime = String(request.headers['x-amz-date'] ?? '');
  const payload = String(request.headers['x-amz-content-sha256'] ?? '');
  if (!authorization.startsWith('AWS4-HMAC-SHA256 ')) return 'AccessDenied';
  if (!/^\d{8}T\d{6}Z$/.test(datetime)) return 'AccessDenied';
  const age = Date.now() - Date.parse(datetime.replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5'));
  if (Math.abs(age) > 15 * 60_000) return 'RequestTimeTooSkewed';
  const hashed = createHash('sha256').update(body).digest('hex');
  if (payload !== hashed) return 'XAmzContentSHA256Mismatch';
  const signer = new AwsV4Signer({
    ...S3_KEYS,
    url: url.href,
    method: request.method ?? 'GET',
    service: 's3',
    datetime,
    headers: { 'x-amz-content-sha256': payload },
  });
  const signed = await signer.sign();
  return signed.headers.get('authorization') === authorization ? null : 'SignatureDoesNotMatch';
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
