import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CARD_FOLDER, CERTIFICATES } from '../support/certificate-card.ts';

/** Long enough for any run of the lab, in months. */
const VALID_MONTHS = '12';

/**
 * Makes the keys and certificates of the emulator's card, in the data base format its card library reads, and lays each
 * certificate beside it for the suite to compare with.
 */
export function makeCertificateCard(work: string): void {
  const folder = join(work, CARD_FOLDER);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const noise = join(folder, 'noise');
  writeFileSync(noise, crypto.getRandomValues(new Uint8Array(64)));
  certutil('-N', '--empty-password');
  CERTIFICATES.forEach((name, index) => {
    const subject = ['-s', `CN=SPESIMEN ${name},O=Anjungan`, '-n', name, '-t', 'u,u,u', '-x'];
    certutil('-S', ...subject, '-g', '2048', '-m', String(index + 1), '-v', VALID_MONTHS, '-z', noise);
    certutil('-L', '-n', name, '-r', '-o', join(folder, `${name}.der`));
  });

  function certutil(...words: readonly string[]) {
    const done = spawnSync('certutil', [...words, '-d', `sql:${folder}`], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (done.error) throw done.error;
    if (done.status !== 0) throw new Error(`certutil ${words[0]} ended with ${done.status}: ${done.stderr}`);
  }
}
