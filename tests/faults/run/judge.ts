import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { PRACTICE_OFFICER } from '../../../central/process/embedded.ts';
import { applicationSchema } from '../../../contract/domain/application.ts';
import type { Committed } from './registrar.ts';

export interface Judgement {
  /** Told to an officer as safe, and not whole at central. */
  readonly lost: number;
  readonly duplicated: number;
  /** At central with other bytes than were registered. */
  readonly corrupted: number;
  /** At central though nobody registered it. */
  readonly orphaned: number;
}

const exportedSchema = z.array(z.object({ application: applicationSchema, arrived: z.array(z.string()) }));
type Exported = z.infer<typeof exportedSchema>[number];

export function readExport(file: string): Exported[] {
  return exportedSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Compares what central holds, down to the bytes its officers see, with what was registered. */
export async function judge(
  url: string,
  held: readonly Exported[],
  committed: readonly Committed[],
): Promise<Judgement> {
  const cookie = await signIn(url);
  const known = new Map(committed.map((each) => [each.id, each]));
  const counts = new Map<string, number>();
  let [lost, corrupted, orphaned] = [0, 0, 0];
  for (const { application, arrived } of held) {
    counts.set(application.id, (counts.get(application.id) ?? 0) + 1);
    const expected = known.get(application.id);
    if (expected === undefined) {
      orphaned += 1;
      continue;
    }
    if (application.attachments.some(({ id }) => !arrived.includes(id))) lost += 1;
    else if (!(await isIntact(url, cookie, application, expected))) corrupted += 1;
  }
  lost += committed.filter(({ id }) => !counts.has(id)).length;
  const codes = new Set(held.map(({ application }) => application.trackingCode));
  return { lost, duplicated: held.length - Math.min(counts.size, codes.size), corrupted, orphaned };
}

async function isIntact(
  url: string,
  cookie: string,
  application: Exported['application'],
  expected: Committed,
): Promise<boolean> {
  const same =
    application.trackingCode === expected.trackingCode &&
    application.values['identity.fullName'] === expected.fullName &&
    application.attachments.length === expected.pictures.size;
  if (!same) return false;
  for (const { id, kind } of application.attachments) {
    const picture = await fetch(`${url}/petugas/permohonan/${application.id}/gambar/${id}`, {
      headers: { cookie },
    });
    const bytes = new Uint8Array(await picture.arrayBuffer());
    if (createHash('sha256').update(bytes).digest('hex') !== expected.pictures.get(kind)) return false;
  }
  return true;
}

/** Answers the cookie of a signed-in officer of central. */
async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/petugas/masuk`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url },
    body: new URLSearchParams({ ...PRACTICE_OFFICER }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (cookie === undefined) throw new Error(`the officer was refused with ${answer.status}`);
  return cookie;
}
