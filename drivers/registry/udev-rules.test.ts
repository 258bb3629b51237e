import { expect, test } from 'vitest';
import { cardReaderModels } from './card-reader-models.ts';
import { allDeviceAccess, type DeviceAccess } from './device-access.ts';
import { printerModels } from './printer-models.ts';
import { scannerModels } from './scanner-models.ts';
import { stillCameraModels } from './still-camera-models.ts';
import { writeUdevRules } from './udev-rules.ts';

const GIVE = 'MODE="0660", GROUP="anjungan", TAG+="uaccess"';

const rulesOf = (devices: readonly DeviceAccess[]) =>
  writeUdevRules(devices)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

test('the rules of every table, word for word', () => {
  expect(rulesOf(allDeviceAccess())).toEqual([
    `ACTION!="remove", SUBSYSTEM=="usb", ENV{DEVTYPE}=="usb_device", ENV{ID_USB_INTERFACES}=="*:070102:*", ${GIVE}`,
    `ACTION!="remove", SUBSYSTEM=="hidraw", ATTRS{idVendor}=="0c2e", ${GIVE}`,
    `ACTION!="remove", SUBSYSTEM=="hidraw", ATTRS{idVendor}=="05e0", ${GIVE}`,
    `ACTION!="remove", SUBSYSTEM=="hidraw", ATTRS{idVendor}=="1eab", ${GIVE}`,
    `ACTION!="remove", SUBSYSTEM=="hidraw", PROGRAM=="/usr/bin/od -An -tx1 -N2 $sys$devpath/device/report_descriptor", RESULT=="*05 8c*", ${GIVE}`,
    `ACTION!="remove", SUBSYSTEM=="usb", ENV{DEVTYPE}=="usb_device", ENV{ID_USB_INTERFACES}=="*:0b0000:*", ${GIVE}`,
    `ACTION!="remove", SUBSYSTEM=="usb", ENV{DEVTYPE}=="usb_device", ENV{ID_USB_INTERFACES}=="*:060101:*", ${GIVE}`,
  ]);
});

test('every model is named above a rule, and every line is a comment, a rule or empty', () => {
  const text = writeUdevRules(allDeviceAccess());
  const models = [...printerModels, ...scannerModels, ...cardReaderModels, ...stillCameraModels];
  for (const { name } of models) expect(text).toContain(name);
  for (const line of text.split('\n')) expect(line).toMatch(/^$|^# ?|^ACTION!="remove", /);
  expect(text).toContain('blacklist usblp');
  expect(text).toContain('pcscd');
});

test('a device no wider rule lets in has its own, by numbers, class or page', () => {
  const still: DeviceAccess = {
    bus: 'usb',
    name: 'Still',
    vendorId: 0x4a9,
    productId: 0x32,
    interfaceClass: [6, 1, 1],
  };
  const reader: DeviceAccess = {
    bus: 'usb',
    name: 'Reader',
    vendorId: 0x72f,
    productId: null,
    interfaceClass: null,
  };
  const pedal: DeviceAccess = { bus: 'hid', name: 'Pedal', vendorId: null, usagePage: 0xff00 };
  expect(rulesOf([still, reader, pedal, still])).toEqual([
    `ACTION!="remove", SUBSYSTEM=="usb", ENV{DEVTYPE}=="usb_device", ATTR{idVendor}=="04a9", ATTR{idProduct}=="0032", ENV{ID_USB_INTERFACES}=="*:060101:*", ${GIVE}`,
    `ACTION!="remove", SUBSYSTEM=="usb", ENV{DEVTYPE}=="usb_device", ATTR{idVendor}=="072f", ${GIVE}`,
    `ACTION!="remove", SUBSYSTEM=="hidraw", PROGRAM=="/usr/bin/od -An -tx1 -N3 $sys$devpath/device/report_descriptor", RESULT=="*06 00 ff*", ${GIVE}`,
  ]);
});
