import { allDeviceAccess } from '../drivers/registry/device-access.ts';
import { writeUdevRules } from '../drivers/registry/udev-rules.ts';

process.stdout.write(writeUdevRules(allDeviceAccess()));
