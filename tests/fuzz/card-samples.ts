/** Well-formed bytes of readers, cards and passports. */
import { encodeT1Block } from '../../drivers/ccid/t1-block.ts';
import { PERSON, passport } from '../../drivers/emrtd/testing/passport-rig.ts';
import { ccidConfiguration, ccidTraits } from '../../drivers/virtual/ccid/virtual-ccid-descriptor.ts';
import { masterFiles } from '../../drivers/virtual/emrtd/personalise.ts';
import {
  encodeCom,
  encodeDg1,
  encodeDg2,
  encodeDg11,
  encodeDg12,
  specimenMrz,
} from '../../drivers/virtual/emrtd/specimen-files.ts';
import { createSpecimenIssuer } from '../../drivers/virtual/emrtd/specimen-issuer.ts';
import { scannerDescriptor } from '../../drivers/virtual/scanner/virtual-scanner-descriptor.ts';
import { hex, JPEG } from './samples.ts';

/** A data block, a slot status, a failed one, one that asks for time, and a slot change (CCID 1.1, 6.2 and 6.3). */
export const CCID_RESPONSES = [
  '80 02000000 00 01 00 00 00 9000',
  '81 00000000 00 02 02 00 00',
  '80 00000000 00 03 42 fe 00',
  '80 00000000 00 04 80 01 00',
].map(hex);
export const CCID_NOTIFICATIONS = ['5003', '5002', '5100000001'].map(hex);
export const CCID_CONFIGURATION = ccidConfiguration(ccidTraits({ level: 'extended-apdu' }));

/** A contactless card as a reader shows it, a passport's, and a card of T=0 and T=1 with rates of its own. */
export const ATRS = [
  hex('3b80800101'),
  passport({ responseLimit: 1_000 }).atr,
  hex('3bfe1800008031fe4553434544373220000000007f'),
];

const block = (...parts: Parameters<typeof encodeT1Block>) => encodeT1Block(...parts);
/** Blocks of a card, each behind its length, as the T=1 target takes them. */
export const T1_BLOCKS = Uint8Array.from(
  [
    block({ kind: 'ready', sequence: 1, error: 'none' }),
    block({ kind: 'service', request: true, purpose: 'waiting-time', bytes: Uint8Array.of(3) }),
    block({ kind: 'information', sequence: 0, more: true, bytes: Uint8Array.of(1, 2, 3) }),
    block({ kind: 'information', sequence: 1, more: false, bytes: Uint8Array.of(0x90, 0x00) }),
  ].flatMap((bytes) => [bytes.length, ...bytes]),
);

const portrait = { bytes: JPEG, width: 3, height: 2 };
const groups = new Map([
  [1, encodeDg1(specimenMrz(PERSON))],
  [2, encodeDg2(portrait)],
  [11, encodeDg11(PERSON)],
  [12, encodeDg12(PERSON)],
]);
const issuer = createSpecimenIssuer({ seed: 'spesimen' });

export const DATA_GROUPS = [...groups.values()];
export const DG1 = groups.get(1) ?? new Uint8Array();
export const DG2 = groups.get(2) ?? new Uint8Array();
export const EF_COM = encodeCom([0x61, 0x75, 0x6b, 0x6c]);
export const SECURITY_OBJECT = issuer.signSecurityObject(groups);
export const CERTIFICATES = [issuer.countryCertificate, issuer.signerCertificate];
export const CARD_ACCESS = masterFiles({ cipher: 'aes-128', curve: 'brainpoolP256r1' }, null)[0]?.bytes;

/** The beginning of a codestream, up to its size (ISO/IEC 15444-1, A.5.1). */
const CODESTREAM =
  'ff4fff51 0029 0000 0000019d 00000213 00000000 00000000 0000019d 00000213 00000000 00000000 0003';
/** In a file's boxes (ISO/IEC 15444-1, I.5): signature, type, codestream to the end; and bare. */
export const JPEG_2000 = [
  hex(`0000000c6a5020200d0a870a 00000014667479706a703220000000006a703220 000000006a703263 ${CODESTREAM}`),
  hex(CODESTREAM),
];

export const REPORT_DESCRIPTORS = (['counted', 'filled'] as const).map(
  (layout) => scannerDescriptor(layout, 'Fuzz').reportDescriptor ?? new Uint8Array(),
);
