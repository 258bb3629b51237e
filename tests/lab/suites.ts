import { CAMERA_FOLDER } from './support/camera-file.ts';
import { CARD_FOLDER, CERTIFICATES } from './support/certificate-card.ts';
import { PASSPORT_FOLDER } from './support/foreign-passport-folder.ts';

/** As `ccid-card-emulated` is told of them. */
const certificates = CERTIFICATES.map((name, index) => `cert${index + 1}=${name}`).join();

/**
 * What the lab runs, as data. A new device's suite is a file in `suites/` that calls the driver's acceptance suite with
 * a rig over a real kernel device, and a row here. Ways to a device, and what its row needs:
 *
 * - any virtual USB device of ours over USB/IP (`support/kernel-socket.ts`): `vhci_hcd`; one with class descriptors
 *   answers GET_DESCRIPTOR for its configuration itself
 * - a HID device of any report descriptor: `libcomposite usb_f_hid` with `dummy_hcd`, or `uhid`; with `usbhid hid_generic`
 * - QEMU's own: `usb-ccid` with `ccid-card-passthru`, `usb-mtp`, `usb-tablet`, in `devices`
 */
export interface LabSuite {
  readonly name: string;
  /** In this folder. */
  readonly file: string;
  /**
   * Suites of one lane run one after the other, the lanes side by side: most of a suite is waiting. Those that use the
   * same device, serial number or gadget controller are in one lane; where usblp is inserted printers are in danger.
   */
  readonly lane: 'printers' | 'others';
  /** Kernel modules inserted before the first test, with their parameters; all are listed in scripts/bootstrap/lab-guest.mjs. */
  readonly modules: readonly string[];
  /** What QEMU plugs into the guest for this suite, as `-device` takes it; `{folder}` is the lab's on this machine. */
  readonly devices: readonly string[];
  /** A program of this machine at the far end of one of those devices. */
  readonly peer?: LabPeer;
}

export interface LabPeer {
  /** As the device names its `chardev`. */
  readonly name: string;
  /** Run from the project's folder; the path of a socket where QEMU will listen is added. */
  readonly command: readonly string[];
}

export const labSuites: readonly LabSuite[] = [
  {
    name: 'what-is-plugged-in',
    file: 'suites/what-is-plugged-in.lab.ts',
    lane: 'others',
    modules: ['usbhid', 'hid_generic'],
    devices: ['usb-ccid,serial=QEMU-READER', 'usb-tablet'],
  },
  { name: 'usb-bus', file: 'suites/usb-bus.lab.ts', lane: 'others', modules: ['vhci_hcd'], devices: [] },
  {
    name: 'receipt-printer',
    file: 'suites/receipt-printer.lab.ts',
    lane: 'printers',
    modules: ['vhci_hcd'],
    devices: [],
  },
  {
    name: 'printer-gadget',
    file: 'suites/printer-gadget.lab.ts',
    lane: 'printers',
    modules: ['dummy_hcd num=4', 'libcomposite', 'usb_f_printer'],
    devices: [],
  },
  {
    name: 'hid-bus',
    file: 'suites/hid-bus.lab.ts',
    lane: 'others',
    modules: ['dummy_hcd num=4', 'libcomposite', 'usb_f_hid', 'usbhid', 'hid_generic'],
    devices: [],
  },
  {
    name: 'scanner',
    file: 'suites/scanner.lab.ts',
    lane: 'others',
    modules: ['dummy_hcd num=4', 'libcomposite', 'usb_f_hid', 'usbhid', 'hid_generic'],
    devices: [],
  },
  {
    name: 'card-reader',
    file: 'suites/card-reader.lab.ts',
    lane: 'others',
    modules: ['vhci_hcd'],
    devices: [],
  },
  {
    name: 'emulated-card-reader',
    file: 'suites/emulated-card-reader.lab.ts',
    lane: 'others',
    modules: [],
    devices: ['usb-ccid,serial=QEMU-READER'],
  },
  {
    name: 'certificate-card',
    file: 'suites/certificate-card.lab.ts',
    lane: 'others',
    modules: [],
    devices: [
      'usb-ccid,id=cards,serial=QEMU-CARD',
      `ccid-card-emulated,bus=cards.0,backend=certificates,db=sql:{folder}/${CARD_FOLDER},${certificates}`,
    ],
  },
  {
    name: 'foreign-passport',
    file: 'suites/foreign-passport.lab.ts',
    lane: 'others',
    modules: [],
    devices: [
      'usb-ccid,id=passports,serial=QEMU-PASSPORT',
      'ccid-card-passthru,bus=passports.0,chardev=passport',
    ],
    peer: {
      name: 'passport',
      command: [
        '/usr/bin/python3',
        '-B',
        'tests/lab/foreign-card/passport_card.py',
        `{folder}/${PASSPORT_FOLDER}`,
      ],
    },
  },
  {
    name: 'still-camera',
    file: 'suites/still-camera.lab.ts',
    lane: 'others',
    modules: ['vhci_hcd'],
    devices: [],
  },
  {
    name: 'emulated-camera',
    file: 'suites/emulated-camera.lab.ts',
    lane: 'others',
    modules: [],
    devices: [`usb-mtp,rootdir={folder}/${CAMERA_FOLDER},serial=QEMU-CAMERA`],
  },
];
