/** One line of `/proc/mounts` (fstab(5), proc_pid_mounts(5)). */
export interface Mount {
  readonly device: string;
  readonly folder: string;
  readonly isWritable: boolean;
}

/** A table longer than this is not one of a kiosk. */
const MOST_MOUNTS = 1_000;

/** Space, tab, newline and backslash stand there as `\040`, `\011`, `\012`, `\134`. */
function plain(field: string): string {
  return field.replaceAll(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  );
}

/** Lines that are none are left out. */
export function readMounts(text: string): Mount[] {
  return text
    .split('\n')
    .slice(0, MOST_MOUNTS)
    .flatMap((line): Mount[] => {
      const [device, folder, , options] = line.split(' ');
      if (!device || !folder || !options) return [];
      return [
        {
          device: plain(device),
          folder: plain(folder),
          isWritable: options.split(',').includes('rw'),
        },
      ];
    });
}
