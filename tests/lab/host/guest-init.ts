/** First program of the guest, run by busybox: sees this machine's files without being able to change them, runs one program there. */
export interface GuestProgram {
  /** Absolute paths of this machine. */
  readonly command: readonly string[];
  readonly folder: string;
}

/** Virtio over 9p moves at most this much at once; larger brings nothing. */
const LARGEST_MESSAGE = 512_000;

export function guestInit({ command, folder }: GuestProgram): string {
  const share = (tag: string, target: string) =>
    `mount -t 9p -o trans=virtio,version=9p2000.L,msize=${LARGEST_MESSAGE},cache=loose,ro ${tag} ${target}`;
  return `#!/bin/busybox sh
/bin/busybox --install -s /bin
mkdir -p /proc /sys /dev /machine /packages /written /root
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
for module in /boot/*.ko; do insmod $module; done
${share('machine', '/machine')}
${share('packages', '/packages')}
mount -t tmpfs written /written
mkdir /written/upper /written/work
mount -t overlay -o lowerdir=/packages:/machine,upperdir=/written/upper,workdir=/written/work root /root
mount --rbind /dev /root/dev
mount --rbind /proc /root/proc
mount --rbind /sys /root/sys
mount -t tmpfs run /root/run
ip link set lo up
stty -F /dev/ttyS1 raw -echo
chroot /root /bin/sh -c ${quote(`
  export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root
  export GUEST_READY_AFTER=$(cut -d' ' -f1 /proc/uptime)
  cd ${quote(folder)}
  modprobe configfs
  mount -t configfs configfs /sys/kernel/config
  /usr/lib/systemd/systemd-udevd --daemon
  ${command.map(quote).join(' ')}
`)}
poweroff -f
`;
}

/** A word of the shell. */
function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
