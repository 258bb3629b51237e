/** Feeds what stands between a reader and a card, and what reads a passport's files. */
import { createT1Engine } from '../../drivers/ccid/t1-engine.ts';
import { choosePaceProtocol } from '../../drivers/emrtd/access/pace-protocol.ts';
import { decodeSecurityInfos } from '../../drivers/emrtd/access/security-infos.ts';
import { readTlvs, type Tlv } from '../../drivers/emrtd/bytes/tlv.ts';
import { jpeg2000Size } from '../../drivers/emrtd/lds/jpeg2000-size.ts';
import { authenticatePassively } from '../../drivers/emrtd/trust/passive-authentication.ts';
import { decodePassportCertificate } from '../../drivers/emrtd/trust/passport-certificate.ts';
import { decodeSecurityObject } from '../../drivers/emrtd/trust/security-object.ts';
import { findScanLayout } from '../../drivers/hid-pos/scan-layout.ts';
import { decodeScanReport } from '../../drivers/hid-pos/scan-report.ts';
import { createVirtualCcidReader } from '../../drivers/virtual/ccid/virtual-ccid-reader.ts';
import { createManualClock } from '../../drivers/virtual/manual-clock.ts';
import { CERTIFICATES, DATA_GROUPS } from './card-samples.ts';

const COMMAND = new Uint8Array(300);

/** Each block of the card stands behind a byte with its length; a length of zero is silence. */
export function t1Engine(input: Uint8Array) {
  const engine = createT1Engine({ ifsc: 254, ifsd: 254 });
  let step = engine.begin(COMMAND);
  for (let at = 0; at < input.length; ) {
    const length = input[at] ?? 0;
    const bytes = input.slice(at + 1, at + 1 + length);
    at += 1 + length;
    if (step.kind === 'done' && step.response.length > input.length)
      throw new Error(`A response of ${step.response.length} bytes out of ${input.length}`);
    step = step.kind === 'send' ? engine.receive(length === 0 ? null : bytes) : engine.begin(COMMAND);
    if (step.kind === 'send' && step.block.length > 259) throw new Error(`${step.block.length} bytes sent`);
  }
}

/** No value may hold bytes the input has not. */
export function tlvs(input: Uint8Array) {
  const held = (all: readonly Tlv[]) => all.reduce((sum, { value }) => sum + value.length, 0);
  if (held(readTlvs(input)) > input.length) throw new Error('More bytes than came');
}

export function cardAccess(input: Uint8Array) {
  return choosePaceProtocol(decodeSecurityInfos(input));
}

/** Decoded and judged against a passport's files and its country. */
export function securityObject(input: Uint8Array) {
  const groups = new Map(DATA_GROUPS.map((bytes, place) => [[1, 2, 11, 12][place] ?? 0, bytes]));
  const certificates = CERTIFICATES.slice(0, 1).map(decodePassportCertificate);
  return authenticatePassively(decodeSecurityObject(input), groups, { certificates, today: '2026-06-01' });
}

export function jpeg2000(input: Uint8Array) {
  const format = input[0] === 0xff ? 'j2k' : 'jp2';
  return jpeg2000Size(format, input);
}

/** The report is as long as the layout wants it, and made of the descriptor's own bytes. */
export function scanLayout(input: Uint8Array) {
  const layout = findScanLayout(input);
  if (layout.length > 8_192) throw new Error(`A report of ${layout.length} bytes`);
  const report = Uint8Array.from({ length: layout.length }, (_, at) => input[at % input.length] ?? 0);
  report[0] = layout.reportId;
  const decoded = decodeScanReport(layout, report);
  if (decoded.kind === 'part' && decoded.part.data.length > layout.dataLength)
    throw new Error('Too much data');
}

/** Packets of 64 bytes to a reader without a card, and everything it has to say to them. */
export function virtualReader(input: Uint8Array) {
  const reader = createVirtualCcidReader({ clock: createManualClock(), level: 'extended-apdu' });
  for (let at = 0; at < input.length; at += 64) {
    reader.packetOut(1, input.subarray(at, at + 64));
    while (reader.packetIn(2) instanceof Uint8Array);
  }
}
