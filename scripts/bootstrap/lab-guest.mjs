import { createHash, randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { installMissing, isDebian, mayInstall, refreshPackageLists } from './debian-packages.mjs';
import { SetupError, say } from './project.mjs';
import { answer, step } from './run.mjs';

/** Programs of this machine that build and run the guest. */
const programs = [
  ['qemu-system-x86'],
  ['seabios'],
  ['busybox-static'],
  ['cpio'],
  ['kmod'],
  ['libnss3-tools'],
  // The passport in a reader of the guest, and the ciphers it does not name as needed.
  ['vsmartcard-vpicc'],
  ['python3-pycryptodome'],
];

/** Modules without which the guest cannot see this machine's files, inserted before anything else. */
const bootModules = ['virtio_pci', '9pnet_virtio', '9p', 'overlay'];

/** Modules the suites may ask for by name; what they depend on comes along. */
const modules = [
  'xhci_pci',
  'usbhid',
  'hid_generic',
  'uhid',
  'usblp',
  'dummy_hcd',
  'libcomposite',
  'usb_f_printer',
  'usb_f_hid',
  'usb_f_fs',
  'vhci_hcd',
];

/** Unpacked into the guest only. udev is what tells programs of a device that came or went. */
const guestPackages = ['udev'];

const MODULE_FOLDER = join('usr', 'lib', 'modules');
/** The rule that lets programs open devices; the others start helpers the guest has no use for. */
const KEPT_RULES = '50-udev-default.rules';

/**
 * Everything the lab's guest is made of, fetched once per user: `vmlinuz`, `busybox`, `boot/` with numbered modules and
 * `root/`, which the guest lays over this machine's files. Nothing of it is installed here.
 * @returns {{ folder: string } | { missing: string }} `missing` says in one line why there can be no guest
 */
export function ensureLabGuest() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { missing: 'it needs Linux on x86-64' };
  if (!isDebian()) return { missing: 'it needs Debian packages' };
  try {
    installMissing(programs);
    return { folder: ensureFolder() };
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return { missing: error.message.replaceAll(/\s+/g, ' ') };
  }
}

function ensureFolder() {
  const recipe = createHash('sha256').update(
    JSON.stringify([bootModules, modules, guestPackages, KEPT_RULES]),
  );
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'anjungan');
  const place = join(cache, `lab-1-${recipe.digest('hex').slice(0, 12)}`);
  if (existsSync(place)) return place;
  const work = join(cache, `.work-${randomUUID()}`);
  mkdirSync(join(work, 'ready', 'boot'), { recursive: true });
  try {
    fill(work, join(work, 'ready'));
    renameSync(join(work, 'ready'), place);
  } catch (error) {
    if (!existsSync(place)) throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return place;
}

function fill(work, ready) {
  const kernel = kernelPackage();
  say(`fetching ${[kernel, ...guestPackages].join(' ')} for the lab's guest (73 MB, once for this user)`);
  // apt's own user may not write into a home folder; as another user this changes nothing.
  step('apt-get', ['-qq', '-o', 'APT::Sandbox::User=root', 'download', kernel, ...guestPackages], {
    cwd: work,
  });
  const unpacked = join(work, 'kernel');
  const root = join(ready, 'root');
  for (const name of readdirSync(work).filter((file) => file.endsWith('.deb'))) {
    step('dpkg', ['-x', join(work, name), name.startsWith('linux-image-') ? unpacked : root]);
  }
  mergeIntoUsr(root);
  takeKernel(unpacked, ready);
  for (const rule of readdirSync(join(root, 'usr/lib/udev/rules.d'))) {
    if (rule !== KEPT_RULES) rmSync(join(root, 'usr/lib/udev/rules.d', rule));
  }
  copyFileSync('/bin/busybox', join(ready, 'busybox'));
}

function kernelPackage() {
  const ask = () =>
    /Depends: (linux-image-\S+)/.exec(answer('apt-cache', ['depends', 'linux-image-amd64']) ?? '')?.[1];
  const known = ask();
  if (known) return known;
  if (mayInstall()) refreshPackageLists();
  const found = ask();
  if (!found) throw new SetupError('apt knows no package linux-image-amd64');
  return found;
}

function takeKernel(unpacked, ready) {
  const [version] = readdirSync(join(unpacked, 'lib', 'modules'));
  copyFileSync(join(unpacked, 'boot', `vmlinuz-${version}`), join(ready, 'vmlinuz'));
  step('depmod', ['-b', unpacked, version]);
  withDependencies(unpacked, version, bootModules).forEach((path, index) => {
    copyFileSync(path, join(ready, 'boot', `${String(index).padStart(2, '0')}-${basename(path)}`));
  });
  const target = join(ready, 'root', MODULE_FOLDER, version);
  mkdirSync(target, { recursive: true });
  for (const path of withDependencies(unpacked, version, [...bootModules, ...modules])) {
    copyFileSync(path, join(target, basename(path)));
  }
  for (const name of ['modules.order', 'modules.builtin', 'modules.builtin.modinfo']) {
    copyFileSync(join(unpacked, 'lib', 'modules', version, name), join(target, name));
  }
  // depmod looks in lib/, where a merged system has a link.
  symlinkSync('usr/lib', join(ready, 'root', 'lib'));
  step('depmod', ['-b', join(ready, 'root'), version]);
  rmSync(join(ready, 'root', 'lib'));
}

/** Paths of the modules and all they need, each once, in the order they must be inserted. */
function withDependencies(folder, version, names) {
  const lines = names.map((name) =>
    answer('modprobe', ['-d', folder, '-S', version, '--show-depends', name]),
  );
  const missing = names.filter((_, index) => lines[index] === null);
  if (missing.length > 0) throw new SetupError(`the kernel ${version} has no module ${missing.join(', ')}`);
  return [...new Set(lines.join('').match(/(?<=^insmod )\S+/gm))];
}

/** Debian's packages may still say /lib and /bin, which are links into /usr on every machine of today. */
function mergeIntoUsr(root) {
  for (const name of ['bin', 'sbin', 'lib']) {
    if (!existsSync(join(root, name))) continue;
    step('cp', ['-a', join(root, name), join(root, 'usr')]);
    rmSync(join(root, name), { recursive: true });
  }
  for (const name of ['etc', 'usr/share', 'usr/lib/udev/hwdb.d'])
    rmSync(join(root, name), { recursive: true, force: true });
}
