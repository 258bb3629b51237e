import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeBundleStore } from '../acceptance/bundle-store.ts';
import { S3_KEYS, type S3StandIn, startS3StandIn } from '../testing/s3-stand-in.ts';
import { BundleStoreError } from './bundle-store.ts';
import { openBundles } from './open-bundles.ts';
import { openS3Bundles } from './s3-bundles.ts';

let standIn: S3StandIn;
beforeAll(async () => {
  standIn = await startS3StandIn('berkas');
});
afterAll(async () => {
  expect(standIn.refused.filter((code) => code === 'SignatureDoesNotMatch')).toHaveLength(2);
  await standIn.close();
});

const options = () => ({ ...S3_KEYS, endpoint: standIn.endpoint, bucket: 'berkas' });

describeBundleStore(async () => openS3Bundles(options()));

test('it is chosen by the environment', async () => {
  const store = await openBundles('/not-used', {
    S3_ENDPOINT: standIn.endpoint,
    S3_BUCKET: 'berkas',
    S3_REGION: S3_KEYS.region,
    S3_ACCESS_KEY_ID: S3_KEYS.accessKeyId,
    S3_SECRET_ACCESS_KEY: S3_KEYS.secretAccessKey,
  });
  await store.put('station-9/202611/x', [Buffer.from('y')]);
  expect(String(await openS3Bundles(options()).get('station-9/202611/x'))).toBe('y');
  await expect(openBundles('/not-used', { S3_ENDPOINT: standIn.endpoint })).rejects.toThrow();
});

test('a wrong secret and a missing bucket are typed errors, never an absent bundle', async () => {
  const wrong = openS3Bundles({ ...options(), secretAccessKey: 'salah' });
  await expect(wrong.get('station-1/202611/x')).rejects.toMatchObject({ status: 403 });
  await expect(wrong.put('station-1/202611/x', [Buffer.from('x')])).rejects.toThrow('SignatureDoesNotMatch');
  const missing = openS3Bundles({ ...options(), bucket: 'lain' });
  await expect(missing.get('station-1/202611/x')).rejects.toThrow(BundleStoreError);
});

test('a store that stumbles is asked again; one that stays down is a typed error', async () => {
  const store = openS3Bundles(options());
  standIn.failNext(503, 2);
  await store.put('station-1/202611/stumbled', [Buffer.from('x')]);
  expect(String(await store.get('station-1/202611/stumbled'))).toBe('x');
  standIn.failNext(503, 4);
  await expect(store.get('station-1/202611/stumbled')).rejects.toMatchObject({ status: 503 });
  const nobody = openS3Bundles({ ...options(), endpoint: 'http://127.0.0.1:9' });
  await expect(nobody.get('station-1/202611/x')).rejects.toThrow('does not answer');
});
