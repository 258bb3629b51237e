import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import { LARGEST_CARRY_BYTES } from '../../contract/central/hand-carry.ts';

/** Name of the form's file field, and of the hidden one before it. */
export const FILE_FIELD = 'berkas';
export const TOKEN_FIELD = 'formToken';

export type Spooled = 'stored' | 'no-file' | 'forbidden' | 'too-large' | 'broken';

const LIMITS = {
  files: 1,
  fields: 4,
  parts: 5,
  fieldNameSize: 100,
  fieldSize: 1_000,
  headerPairs: 20,
  fileSize: LARGEST_CARRY_BYTES,
};

/**
 * Writes the file of a multipart form to `path` as it arrives, holding no more of it than a piece. The token must stand
 * before the file, so that nothing of another site's form is written. Rejects when the disk fails.
 */
export async function spoolUpload(request: Request, path: string, token: string): Promise<Spooled> {
  const type = request.headers.get('content-type') ?? '';
  if (request.body === null || !/^multipart\/form-data\s*;/i.test(type)) return 'broken';
  const form = Busboy({ headers: { 'content-type': type }, limits: LIMITS });
  const stop = new AbortController();
  let given = '';
  /** One at most, see `LIMITS`. */
  const saving: { readonly file: BusboyFileStream; readonly done: Promise<void> }[] = [];
  let isForbidden = false;

  form.on('field', (name, value) => {
    if (name === TOKEN_FIELD) given = value;
  });
  form.on('file', (name, file, fileName) => {
    if (name !== FILE_FIELD || !fileName) return void file.resume();
    if (given !== token) {
      isForbidden = true;
      file.resume();
      return stop.abort();
    }
    const done = pipeline(file, createWriteStream(path, { flags: 'wx', mode: 0o600 }), {
      signal: stop.signal,
    });
    // A full disk must end the request too; why it ended is asked below.
    done.catch(() => stop.abort());
    saving.push({ file, done });
  });

  const broke = await pipeline(Readable.fromWeb(request.body as ReadableStream), form, {
    signal: stop.signal,
  }).then(
    () => false,
    () => true,
  );
  if (isForbidden) return 'forbidden';
  const [{ file, done } = { file: null, done: null }] = saving;
  if (broke) {
    stop.abort();
    await done?.catch(unlessAborted);
    return 'broken';
  }
  if (!file) return given === token ? 'no-file' : 'forbidden';
  await done;
  return file.truncated ? 'too-large' : 'stored';
}

/** The upload that broke off takes the writing with it; anything else is the disk's failure. */
function unlessAborted(error: unknown): void {
  if (!(error instanceof Error && (error.name === 'AbortError' || !('code' in error && isErrno(error.code)))))
    throw error;
}

function isErrno(code: unknown): boolean {
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code);
}
