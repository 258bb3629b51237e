import { readJpegFrame } from '../../drivers/jpeg/jpeg-frame.ts';
import { KtpPhotoError } from '../../drivers/ktp-el/ktp-photo-error.ts';
import { readVendorLine } from '../../drivers/ktp-el/vendor-line.ts';
import { CameraFailure } from '../../drivers/ptp/camera-failure.ts';
import { decodeHeader, decodeMessage } from '../../drivers/ptp/container.ts';
import { decodeDeviceInfo } from '../../drivers/ptp/device-info.ts';
import { decodeHandleArray } from '../../drivers/ptp/handle-array.ts';
import { decodeObjectInfo } from '../../drivers/ptp/object-info.ts';
import { decodeDeviceStatus } from '../../drivers/ptp/still-image-class.ts';
import { decodeAutomaticStatus } from '../../drivers/receipt-printer/automatic-status.ts';
import { decodePaperStatus } from '../../drivers/receipt-printer/paper-status.ts';
import { decodeDeviceId, decodePortStatus } from '../../drivers/receipt-printer/printer-class.ts';
import { decodeRealTimeStatus } from '../../drivers/receipt-printer/real-time-status.ts';
import { CardError } from '../../drivers/smart-card/card-error.ts';
import { TransportError } from '../../drivers/transport/transport-error.ts';
import { cardTargets } from './card-targets.ts';
import { type FuzzTarget, row } from './fuzz-target.ts';
import * as harness from './harness.ts';
import * as sample from './samples.ts';

/** One row for each parser of the drivers: a name, samples, the longest input, what reads it, errors it may end in. */
export const targets: readonly FuzzTarget[] = [
  row('escpos-status-stream', [sample.hex('12 10000f0f 00 1016120c')], 512, harness.statusStream),
  row('escpos-real-time-status', [sample.hex('12121212')], 8, (input) => decodeRealTimeStatus([...input])),
  row('escpos-automatic-status', [sample.hex('1000000f')], 8, (input) => decodeAutomaticStatus([...input])),
  row('escpos-paper-status', [sample.hex('0c')], 1, (input) => decodePaperStatus(input[0] ?? 0)),
  row('escpos-commands', [sample.RECEIPT], 4_096, harness.escPosCommands),
  row('printer-port-status', [sample.hex('18')], 4, decodePortStatus),
  row('printer-device-id', [sample.DEVICE_ID], 1_024, decodeDeviceId),
  row('jpeg-frame', [sample.JPEG], 4_096, readJpegFrame),
  row('ptp-header', sample.PTP_CONTAINERS, 2_048, decodeHeader),
  row('ptp-message', [sample.PTP_EVENT, ...sample.PTP_CONTAINERS], 2_048, (input) =>
    decodeMessage('response', input),
  ),
  row('ptp-event-stream', [sample.PTP_EVENT], 256, harness.ptpEventStream),
  row('ptp-device-info', [sample.PTP_DEVICE_INFO], 4_096, decodeDeviceInfo),
  row('ptp-object-info', [sample.PTP_OBJECT_INFO], 2_048, decodeObjectInfo),
  row('ptp-handle-array', [sample.PTP_HANDLES], 4_096, decodeHandleArray),
  row('ptp-device-status', [sample.hex('04000120'), sample.hex('0800192081000000')], 40, decodeDeviceStatus),
  row('ptp-container-reader', sample.PTP_CONTAINERS, 4_096, harness.ptpContainer, [
    CameraFailure,
    TransportError,
  ]),
  row('ptp-virtual-camera', sample.PTP_COMMANDS, 256, harness.virtualCamera),
  row('ktp-photo', [sample.KTP_ANSWERS], 2_048, harness.ktpPhoto, [CardError, KtpPhotoError]),
  row('ktp-virtual-card', sample.KTP_COMMANDS, 300, harness.virtualKtpCard),
  row('ktp-vendor-line', [sample.VENDOR_LINE], 8_192, (input) =>
    readVendorLine(Buffer.from(input).toString()),
  ),
  row('ktp-line-splitter', [sample.VENDOR_LINE], 8_192, harness.lineSplitter),
  ...cardTargets,
];
