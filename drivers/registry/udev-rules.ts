import type { DeviceAccess } from './device-access.ts';

/**
 * A name below 73, where systemd's `73-seat-late.rules` acts on the `uaccess` tag. Keep it when the rules are installed.
 */
export const UDEV_RULES_FILE = '70-anjungan.rules';

/** Group of a kiosk that runs as a service, with no one logged in at the seat. */
const GROUP = 'anjungan';
const GIVE = `MODE="0660", GROUP="${GROUP}", TAG+="uaccess"`;

const HEAD = [
  `# ${UDEV_RULES_FILE}: lets the kiosk open its devices. Written by "npm run udev" from the tables of device models.`,
  `# Put it into /etc/udev/rules.d, make the group (groupadd --system ${GROUP}), then:`,
  '#   udevadm control --reload && udevadm trigger',
  '# The kernel’s usblp may hold receipt printers. The kiosk takes them from it; where another program opens',
  '# /dev/usb/lp* first, keep usblp away by a line in /etc/modprobe.d/anjungan.conf:',
  '#   blacklist usblp',
  '# pcscd holds every card reader it finds. Where it is installed, stop it and keep it stopped:',
  '#   systemctl disable --now pcscd.socket pcscd.service',
];

interface Rule {
  readonly conditions: readonly string[];
  readonly names: string[];
}

/**
 * The rules for these devices, with the names of all a rule lets in above it. A device that a wider rule lets in has no
 * rule of its own.
 */
export function writeUdevRules(devices: readonly DeviceAccess[]): string {
  const all = devices.map((device) => ({ name: device.name, conditions: conditions(device) }));
  const rules: Rule[] = [];
  for (const { name, conditions: own } of all) {
    const wider = all.filter((other) => other.conditions.every((condition) => own.includes(condition)));
    const widest = wider.reduce((one, other) =>
      other.conditions.length < one.conditions.length ? other : one,
    );
    const rule = rules.find((known) => sameConditions(known.conditions, widest.conditions));
    if (!rule) rules.push({ conditions: widest.conditions, names: [name] });
    else if (!rule.names.includes(name)) rule.names.push(name);
  }
  const lines = rules.map((rule) => `\n# ${rule.names.join(', ')}\n${rule.conditions.join(', ')}, ${GIVE}\n`);
  return `${HEAD.join('\n')}\n${lines.join('')}`;
}

function sameConditions(one: readonly string[], other: readonly string[]): boolean {
  return one.join() === other.join();
}

function conditions(device: DeviceAccess): string[] {
  if (device.bus === 'hid') {
    return [
      'ACTION!="remove"',
      'SUBSYSTEM=="hidraw"',
      ...(device.vendorId === null ? [] : [`ATTRS{idVendor}=="${hex(device.vendorId, 4)}"`]),
      ...(device.usagePage === null ? [] : pageConditions(device.usagePage)),
    ];
  }
  const { vendorId, productId, interfaceClass } = device;
  return [
    'ACTION!="remove"',
    'SUBSYSTEM=="usb"',
    'ENV{DEVTYPE}=="usb_device"',
    ...(vendorId === null ? [] : [`ATTR{idVendor}=="${hex(vendorId, 4)}"`]),
    ...(productId === null ? [] : [`ATTR{idProduct}=="${hex(productId, 4)}"`]),
    // usb_id lists the interfaces of a device as `:070102:030101:`.
    ...(interfaceClass === null
      ? []
      : [`ENV{ID_USB_INTERFACES}=="*:${interfaceClass.map((part) => hex(part, 2)).join('')}:*"`]),
  ];
}

/**
 * udev knows no usage pages, so the first item of the report descriptor is read: 05 and a page of one byte, or 06 and one
 * of two, low byte first (HID 1.11, 6.2.2.7).
 */
function pageConditions(page: number): string[] {
  const bytes = page > 0xff ? [0x06, page & 0xff, page >> 8] : [0x05, page];
  const words = bytes.map((byte) => hex(byte, 2)).join(' ');
  return [
    `PROGRAM=="/usr/bin/od -An -tx1 -N${bytes.length} $sys$devpath/device/report_descriptor"`,
    `RESULT=="*${words}*"`,
  ];
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
