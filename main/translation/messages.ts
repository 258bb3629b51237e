/** What the shell itself says, for the few troubles in which no page can. Indonesian first, English second. */
const messages = {
  'no-key-store': {
    title: 'Anjungan tidak dapat dibuka · Anjungan cannot open',
    text: [
      'Komputer ini belum punya tempat penyimpanan kunci yang aman, jadi data warga tidak dapat dilindungi. Pasang dan aktifkan layanan kunci sistem (misalnya GNOME Keyring atau KWallet), lalu buka lagi.',
      'This computer has no safe place for keys, so citizens’ data could not be protected. Install and unlock a system key service (such as GNOME Keyring or KWallet), then open again.',
    ],
  },
  'unreadable-key': {
    title: 'Kunci data tidak terbaca · The data key cannot be read',
    text: [
      'Kunci penyimpanan ada, tetapi tidak dapat dibuka oleh pengguna atau komputer ini. Tidak ada data yang diubah. Hubungi petugas teknis.',
      'The storage key is there but this user or computer cannot open it. No data was changed. Call the technician.',
    ],
  },
  'folder-not-writable': {
    title: 'Folder data tidak dapat ditulis · The data folder cannot be written',
    text: [
      'Anjungan tidak dapat menulis ke folder datanya. Periksa ruang dan izin folder, lalu buka lagi.',
      'Anjungan cannot write to its data folder. Check its space and permissions, then open again.',
    ],
  },
  'refused-switch': {
    title: 'Pembukaan ditolak · Refused to open',
    text: [
      'Anjungan dibuka dengan pilihan baris perintah yang tidak diizinkan.',
      'Anjungan was opened with a command-line switch that is not allowed.',
    ],
  },
} as const;

export type ShellTrouble = keyof typeof messages;

export function shellMessage(trouble: ShellTrouble): { title: string; text: string } {
  const { title, text } = messages[trouble];
  return { title, text: text.join('\n\n') };
}

/** Put after the window's name. */
export const titleSuffixes = {
  practice: ' — LATIHAN',
  fallbackRuntime: ' (mesin pengganti untuk pengembangan)',
} as const;
