import { z } from 'zod';
import type { BundleStore } from './bundle-store.ts';
import { openFolderBundles } from './folder-bundles.ts';
import { openS3Bundles } from './s3-bundles.ts';

/** Secrets come by the environment: arguments are seen by every user of the machine. */
const s3Schema = z.object({
  S3_ENDPOINT: z.url(),
  S3_BUCKET: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().min(1),
  S3_SECRET_ACCESS_KEY: z.string().min(1),
});

/** The S3-compatible store when `S3_ENDPOINT` is given, otherwise the folder. */
export async function openBundles(
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<BundleStore> {
  if (!environment.S3_ENDPOINT) return await openFolderBundles(folder);
  const found = s3Schema.parse(environment);
  return openS3Bundles({
    endpoint: found.S3_ENDPOINT,
    bucket: found.S3_BUCKET,
    region: found.S3_REGION,
    accessKeyId: found.S3_ACCESS_KEY_ID,
    secretAccessKey: found.S3_SECRET_ACCESS_KEY,
  });
}
