import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { roleSchema } from '../../contract/domain/officer.ts';

/** What the station was asked to do from a terminal. */
export type TerminalCommand =
  | {
      readonly kind: 'run';
      readonly centralUrl: string | null;
      readonly enrolmentCode: string | null;
      /** Path of a file central issued, instead of a code. */
      readonly enrolmentFile: string | null;
      readonly enrolmentFingerprint: string | null;
    }
  | { readonly kind: 'add-officer'; readonly name: string; readonly role: z.infer<typeof roleSchema> }
  | { readonly kind: 'verify-audit' }
  | { readonly kind: 'help' };

export interface TerminalOptions {
  readonly mode: 'practice' | 'production';
  readonly dataFolder: string;
  readonly resourcesFolder: string;
  readonly command: TerminalCommand;
}

export const TERMINAL_HELP = `station [--practice] [--data-folder FOLDER] [--resources FOLDER] [--central-url URL] [--enrolment-code CODE]
        [--enrolment-file FILE [--enrolment-fingerprint DIGITS]]
    runs the station without a face and prints one JSON line when it is ready
station officers add --name NAME --role officer|supervisor|technician
    adds an officer; the PIN, six to twelve digits, is read from standard input
station audit verify
    walks the audit chain and prints one JSON line
Outside practice mode the database key, 64 hexadecimal digits, is read from $CREDENTIALS_DIRECTORY/database-key
(systemd LoadCredentialEncrypted=). In practice mode it is made once, in the data folder.`;

/** Reads arguments. Throws `TypeError` or a zod error for what it does not understand. */
export function readTerminalOptions(args: readonly string[], programFolder: string): TerminalOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      practice: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      'data-folder': { type: 'string' },
      resources: { type: 'string' },
      'central-url': { type: 'string' },
      'enrolment-code': { type: 'string' },
      'enrolment-file': { type: 'string' },
      'enrolment-fingerprint': { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
    },
  });
  const mode = values.practice ? 'practice' : 'production';
  return {
    mode,
    dataFolder: resolve(values['data-folder'] ?? join(homedir(), '.local', 'share', 'anjungan', mode)),
    resourcesFolder: resolve(values.resources ?? installedResources(programFolder)),
    command: values.help ? { kind: 'help' } : readCommand(positionals.join(' '), values),
  };
}

const optionalText = z.string().min(1).nullable();

function readCommand(words: string, values: Readonly<Record<string, unknown>>): TerminalCommand {
  switch (words) {
    case '':
      return {
        kind: 'run',
        centralUrl: z
          .url()
          .nullable()
          .parse(values['central-url'] ?? null),
        enrolmentCode: z
          .string()
          .nullable()
          .parse(values['enrolment-code'] ?? null),
        enrolmentFile: optionalText.parse(values['enrolment-file'] ?? null),
        enrolmentFingerprint: optionalText.parse(values['enrolment-fingerprint'] ?? null),
      };
    case 'officers add':
      return {
        kind: 'add-officer',
        name: z.string().trim().min(1).max(100).parse(values.name),
        role: roleSchema.parse(values.role),
      };
    case 'audit verify':
      return { kind: 'verify-audit' };
    default:
      throw new TypeError(`unknown command: ${words}`);
  }
}

/** Beside the built program, or where the sources keep it. */
function installedResources(programFolder: string): string {
  const built = join(programFolder, '..', 'resources', 'catalog');
  return existsSync(built) ? built : join(programFolder, '..', 'central', 'catalog');
}
