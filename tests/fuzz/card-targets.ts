import { decodeAtr } from '../../drivers/ccid/atr.ts';
import { decodeCcidDescriptor, findCcidDescriptor } from '../../drivers/ccid/ccid-descriptor.ts';
import { decodeResponse } from '../../drivers/ccid/ccid-message.ts';
import { decodeNotification } from '../../drivers/ccid/ccid-notification.ts';
import { decodeCommandApdu } from '../../drivers/ccid/command-apdu.ts';
import { decodeT1Block } from '../../drivers/ccid/t1-block.ts';
import { EmrtdError } from '../../drivers/emrtd/emrtd-error.ts';
import { decodeDg1 } from '../../drivers/emrtd/lds/dg1.ts';
import { decodeDg2 } from '../../drivers/emrtd/lds/dg2.ts';
import { decodeDg11 } from '../../drivers/emrtd/lds/dg11.ts';
import { decodeDg12 } from '../../drivers/emrtd/lds/dg12.ts';
import { decodePassportIndex } from '../../drivers/emrtd/lds/ef-com.ts';
import { decodePassportCertificate } from '../../drivers/emrtd/trust/passport-certificate.ts';
import { ReportDescriptorError } from '../../drivers/hid-pos/report-descriptor-error.ts';
import * as harness from './card-harness.ts';
import * as sample from './card-samples.ts';
import { type FuzzTarget, row } from './fuzz-target.ts';
import { hex } from './samples.ts';

/** One row for each parser between a reader's plug and a passport's portrait. */
export const cardTargets: readonly FuzzTarget[] = [
  row('ccid-response', sample.CCID_RESPONSES, 512, decodeResponse),
  row('ccid-notification', sample.CCID_NOTIFICATIONS, 16, (input) => decodeNotification(input, 4)),
  row('ccid-descriptor', [sample.CCID_CONFIGURATION.subarray(18)], 128, decodeCcidDescriptor),
  row('ccid-configuration', [sample.CCID_CONFIGURATION], 512, (input) => findCcidDescriptor(input, 0)),
  row(
    'ccid-command-apdu',
    ['00a4020c02011e', '00b0000000', '00b000000003e8'].map(hex),
    600,
    decodeCommandApdu,
  ),
  row(
    'ccid-virtual-reader',
    [hex('65 00000000 00 00 000000'), hex('62 00000000 00 01 000000')],
    512,
    harness.virtualReader,
  ),
  row('atr', sample.ATRS, 40, decodeAtr),
  row('t1-block', [sample.T1_BLOCKS.subarray(1)], 300, decodeT1Block),
  row('t1-engine', [sample.T1_BLOCKS], 4_096, harness.t1Engine),
  row('emrtd-tlv', sample.DATA_GROUPS, 2_048, harness.tlvs, [EmrtdError]),
  row('emrtd-card-access', sample.CARD_ACCESS ? [sample.CARD_ACCESS] : [], 512, harness.cardAccess, [
    EmrtdError,
  ]),
  row('emrtd-ef-com', [sample.EF_COM], 256, decodePassportIndex, [EmrtdError]),
  row('emrtd-dg1', [sample.DG1], 256, decodeDg1, [EmrtdError]),
  row('emrtd-dg2', [sample.DG2], 4_096, decodeDg2, [EmrtdError]),
  row('emrtd-dg11', sample.DATA_GROUPS.slice(2, 3), 1_024, decodeDg11, [EmrtdError]),
  row('emrtd-dg12', sample.DATA_GROUPS.slice(3, 4), 1_024, decodeDg12, [EmrtdError]),
  row('emrtd-jpeg2000-size', sample.JPEG_2000, 1_024, harness.jpeg2000, [EmrtdError]),
  row('emrtd-security-object', [sample.SECURITY_OBJECT], 4_096, harness.securityObject, [EmrtdError]),
  row('emrtd-certificate', sample.CERTIFICATES, 2_048, decodePassportCertificate, [EmrtdError]),
  row('hid-scan-layout', sample.REPORT_DESCRIPTORS, 1_024, harness.scanLayout, [ReportDescriptorError]),
];
