import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { type BundleStore, BundleStoreError, checkName } from './bundle-store.ts';
import { joined } from './pieces.ts';

export interface S3Options {
  /** Such as `https://s3.example.go.id`; the bucket goes into the path, which every S3-compatible store understands. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** A store beside central answers in milliseconds; one that takes longer is down, and the station tries again. */
const ANSWER_LIMIT_MILLISECONDS = 30_000;
/** Of an answer 5xx or 429, by the client with growing pauses. */
const RETRIES = 3;

/** Every `<Key>` of a ListObjectsV2 answer. Names have no character that XML would write otherwise (see `checkName`). */
function keysOf(xml: string): string[] {
  return [...xml.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => key);
}

/** Bundles in an S3-compatible store (Amazon S3 REST API, Signature Version 4): PutObject, GetObject, DeleteObject, ListObjectsV2. */
export function openS3Bundles(options: S3Options): BundleStore {
  const client = new AwsClient({
    accessKeyId: options.accessKeyId,
    secretAccessKey: options.secretAccessKey,
    region: options.region,
    service: 's3',
    retries: RETRIES,
  });
  const bucket = `${options.endpoint.replace(/\/$/, '')}/${options.bucket}`;

  async function ask(
    method: string,
    address: string,
    body: Uint8Array<ArrayBuffer> | null = null,
  ): Promise<Response> {
    try {
      return await client.fetch(address, {
        method,
        body,
        // The library would leave the body unsigned.
        headers: {
          'x-amz-content-sha256': createHash('sha256')
            .update(body ?? '')
            .digest('hex'),
        },
        signal: AbortSignal.timeout(ANSWER_LIMIT_MILLISECONDS),
      });
    } catch (error) {
      throw new BundleStoreError('the S3 store does not answer', null, error);
    }
  }

  async function refuse(response: Response): Promise<never> {
    const code = /<Code>(\w{1,80})<\/Code>/.exec(await response.text())?.[1] ?? 'no code';
    throw new BundleStoreError(`the S3 store answered ${response.status} (${code})`, response.status);
  }

  return {
    async put(name, pieces) {
      const response = await ask('PUT', `${bucket}/${checkName(name)}`, new Uint8Array(joined(pieces)));
      if (!response.ok) await refuse(response);
      await response.arrayBuffer();
    },
    async get(name) {
      const response = await ask('GET', `${bucket}/${checkName(name)}`);
      if (response.ok) return Buffer.from(await response.arrayBuffer());
      const text = await response.clone().text();
      if (response.status === 404 && !text.includes('NoSuchBucket')) return null;
      return await refuse(response);
    },
    async remove(name) {
      const response = await ask('DELETE', `${bucket}/${checkName(name)}`);
      if (!response.ok && response.status !== 404) await refuse(response);
      await response.arrayBuffer();
    },
    async list(prefix) {
      const names: string[] = [];
      for (let after = ''; ; after = names.at(-1) ?? '') {
        const query = new URLSearchParams({
          'list-type': '2',
          prefix: `${checkName(prefix)}/`,
          'start-after': after,
        });
        const response = await ask('GET', `${bucket}?${query}`);
        if (!response.ok) await refuse(response);
        const xml = await response.text();
        const page = keysOf(xml);
        names.push(...page);
        if (page.length === 0 || !xml.includes('<IsTruncated>true</IsTruncated>')) return names.sort();
      }
    },
  };
}
