import { createHash, randomBytes } from 'node:crypto';
import { safe } from '@orpc/client';
import { v7 } from 'uuid';
import type { Specimen } from '../../../contract/station/practice.ts';
import { loadSpecimens } from '../../../station/practice/specimens.ts';
import { fillDraft, specimenPicture } from '../../e2e/support/submit-specimen.ts';
import type { Draw } from './draw.ts';
import type { House } from './house.ts';

/** Together a bundle of at most about 600 kB, as a village's are. */
const SMALLEST_PICTURE = 1_000;
const LARGEST_PICTURE = 100_000;

/** How a station says that nothing was written. */
const FULL = ['STORAGE_FULL', 'STORAGE_FAILED'];

/** What an officer was told is safe. */
export interface Committed {
  readonly id: string;
  readonly trackingCode: string;
  readonly fullName: string;
  /** SHA-256 of each picture by its kind. */
  readonly pictures: ReadonlyMap<string, string>;
}

export interface Registrar {
  readonly committed: readonly Committed[];
  /** Words that no wire may show. */
  readonly personalWords: readonly string[];
  /** Registers one application and stays at it until the station says that it is committed. */
  register(): Promise<void>;
  /** Tries once; false when the station has no room, and then nothing is counted as committed. */
  tryToRegister(): Promise<boolean>;
  /** Resolves at the next step of a registration. */
  nextStep(): Promise<void>;
}

export async function createRegistrar(house: House, draw: Draw): Promise<Registrar> {
  const specimens = loadSpecimens();
  const base = Buffer.from(await specimenPicture('SPESIMEN').arrayBuffer());
  const committed: Committed[] = [];
  const stepping: (() => void)[] = [];

  function step(): void {
    for (const tell of stepping.splice(0)) tell();
  }

  /** A real picture with bytes after its end: as large as wanted, and no two alike. */
  function makePicture(pictures: Map<string, string>) {
    return (kind: string): Blob => {
      step();
      const bytes = Buffer.concat([base, randomBytes(draw.magnitude(SMALLEST_PICTURE, LARGEST_PICTURE))]);
      pictures.set(kind, createHash('sha256').update(bytes).digest('hex'));
      return new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' });
    };
  }

  async function attempt(specimen: Specimen): Promise<void> {
    const pictures = new Map<string, string>();
    // A draft whose station was killed is begun anew; a submit is asked again with the same ids.
    const draftId = await house.ask((counter) => fillDraft(counter, specimen, makePicture(pictures)));
    const input = { draftId, applicationId: v7(), printJobId: v7() };
    step();
    const { application } = await house.ask((counter) => counter.registration.submit(input));
    const fullName = String(specimen.values['identity.fullName']);
    committed.push({ id: input.applicationId, trackingCode: application.trackingCode, fullName, pictures });
  }

  async function tryToRegister(): Promise<boolean> {
    const [error] = await safe(attempt(draw.oneOf(specimens)));
    if (error === null) return true;
    if (error instanceof Error && 'code' in error && FULL.includes(String(error.code))) return false;
    throw error;
  }

  return {
    committed,
    personalWords: specimens.flatMap(({ values }) =>
      ['identity.fullName', 'identity.nik', 'contact.email'].flatMap((key) =>
        typeof values[key] === 'string' ? [values[key]] : [],
      ),
    ),
    async register() {
      // A disk that was full has room again before the station has seen it.
      while (!(await tryToRegister())) await house.nextEvent();
    },
    tryToRegister,
    nextStep: () => new Promise((resolve) => void stepping.push(resolve)),
  };
}
