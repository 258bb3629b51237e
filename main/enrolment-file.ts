import { readFileSync } from 'node:fs';
import { LARGEST_ENROLMENT_FILE } from '../contract/shell/station-channel.ts';

/**
 * Content of an enrolment file as it is; the station judges it. One that cannot be read or is far too long comes as an
 * empty text, which the station refuses in words the officer sees.
 */
export function readEnrolmentFile(path: string, log: (line: string) => void): string {
  try {
    const content = readFileSync(path, 'utf8');
    return content.length > LARGEST_ENROLMENT_FILE ? '' : content;
  } catch (error) {
    log(`enrolment file: ${String(error)}`);
    return '';
  }
}
