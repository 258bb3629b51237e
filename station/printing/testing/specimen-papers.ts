import type { ReceiptPaper, TicketPaper } from '../../registration/ports.ts';

/** 24 November 2026, 09.05 WIB. */
export const SPECIMEN_INSTANT = 1_795_485_900_000;

export const specimenTicket: TicketPaper = {
  kind: 'ticket',
  number: 'A-012',
  service: {
    id: 'Penggantian paspor habis masa berlaku (dewasa)',
    en: 'Replacement of an expired passport (adult)',
  },
  waitingBefore: 3,
  stationName: 'Balai Pekon Kubu Perahu',
  issuedAt: SPECIMEN_INSTANT,
};

export const specimenReceipt: ReceiptPaper = {
  kind: 'receipt',
  trackingCode: 'LB-7K3M-Q2XD-5',
  maskedName: 'S*** S*******',
  service: specimenTicket.service,
  product: { id: 'Paspor elektronik 10 tahun', en: 'Electronic passport, 10 years' },
  fee: {
    amount: 950_000,
    currency: 'IDR',
    legalBasis: { title: 'PP 45/2024', effectiveFrom: '2024-12-17', confidence: 'official' },
  },
  ticketNumber: 'A-012',
  given: [
    { id: 'KTP-el', en: 'Identity card (KTP-el)' },
    { id: 'Paspor lama', en: 'Old passport' },
  ],
  missing: [{ id: 'Kartu Keluarga', en: 'Family card' }],
  nextSteps: [
    {
      id: 'Simpan tanda terima ini. Kode pelacakan dipakai untuk cek status.',
      en: 'Keep this receipt. The tracking code tells you the status.',
    },
    {
      id: 'Tunggu kabar jadwal dari kantor imigrasi lewat nomor HP Anda.',
      en: 'Wait for your appointment by phone.',
    },
    {
      id: 'Bawa KTP-el, Kartu Keluarga, dan paspor lama yang asli.',
      en: 'Bring the original identity card, family card and old passport.',
    },
  ],
  complaintChannels: [
    {
      name: 'SP4N-LAPOR!',
      explanation: {
        id: 'Pengaduan dan saran: lapor.go.id atau SMS 1708.',
        en: 'Complaints and suggestions: lapor.go.id or SMS 1708.',
      },
      address: 'https://www.lapor.go.id',
    },
  ],
  fraudWarning: {
    id: 'Layanan ini gratis di balai pekon. Biaya paspor hanya dibayar dengan kode billing. Alamat resmi berakhir dengan imigrasi.go.id.',
    en: 'This service is free at the village hall. The passport fee is paid only with a billing code. Official addresses end in imigrasi.go.id.',
  },
  office: { id: 'Kantor Imigrasi Kotabumi', en: 'Kotabumi Immigration Office' },
  stationName: 'Balai Pekon Kubu Perahu',
  submittedAt: SPECIMEN_INSTANT,
};
