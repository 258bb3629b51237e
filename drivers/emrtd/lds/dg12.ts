/** DG12, additional document details (Doc 9303 part 10, 4.7.12). Every field is optional. */
import { utf8Text } from '../bytes/bytes.ts';
import { findValue, readTlvs, unwrapTlv } from '../bytes/tlv.ts';
import { decodeCalendarDate } from './calendar-date.ts';

export interface DocumentDetails {
  readonly issuingAuthority: string | null;
  /** `YYYY-MM-DD`. */
  readonly issueDate: string | null;
  readonly endorsements: string | null;
}

/** Throws `malformed`. */
export function decodeDg12(bytes: Uint8Array): DocumentDetails {
  const objects = readTlvs(unwrapTlv(bytes, 0x6c));
  const authority = findValue(objects, 0x5f19);
  const issueDate = findValue(objects, 0x5f26);
  const endorsements = findValue(objects, 0x5f1b);
  return {
    issuingAuthority: authority ? utf8Text(authority) : null,
    issueDate: issueDate ? decodeCalendarDate(issueDate) : null,
    endorsements: endorsements ? utf8Text(endorsements) : null,
  };
}
