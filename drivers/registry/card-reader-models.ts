/**
 * Smart-card readers we know, as data. The first row that matches a device wins, so exact models stand above whole
 * makers and those above the class. Matching, the driver's quirks and udev rules all come from this table. Numbers,
 * interfaces and levels are those the readers report of themselves, as collected by the free CCID driver's project.
 */
export interface CardReaderModel {
  /** Shown to the officer. */
  readonly name: string;
  readonly driver: 'ccid';
  readonly match: CardReaderMatch;
  /** What each CCID interface serves, by interface number; a reader that is not told apart serves `unknown`. */
  readonly faces: readonly CardReaderFace[];
  readonly quirks: CardReaderQuirks;
}

/** Where a card meets the reader: laid on its antenna, pushed into its slot, or fixed inside by whoever set it up. */
export type CardReaderFace = 'contactless' | 'contact' | 'sam' | 'unknown';

export interface CardReaderQuirks {
  /** Takes short APDUs only, whatever its descriptor says. */
  readonly shortApduOnly?: boolean;
  /** Escape commands after opening that make it behave as a reader should; a reader that declines one is used as it is. */
  readonly openingEscapes?: readonly (readonly number[])[];
}

export interface CardReaderMatch {
  readonly vendorId?: number;
  readonly productId?: number;
}

/** Advanced Card Systems (USB-IF vendor list). */
const ACS = 0x072f;
/** HID Global, under the number of its Omnikey. */
const HID = 0x076b;
/** Identiv, earlier SCM Microsystems and Identive. */
const IDENTIV = 0x04e6;

/**
 * The ACR122U is a chip for near-field communication behind a thin CCID shell. FF 00 51 FF 00 makes it look for cards
 * of every kind by itself and activate ISO 14443-4 ones, and FF 00 52 00 00 keeps it from beeping at each (ACR122U
 * application programming interface, "set the PICC operating parameter" and "set buzzer output during card detection").
 */
const ACR122U_ESCAPES = [
  [0xff, 0x00, 0x51, 0xff, 0x00],
  [0xff, 0x00, 0x52, 0x00, 0x00],
] as const;

export const cardReaderModels: readonly CardReaderModel[] = [
  {
    name: 'ACS ACR122U',
    driver: 'ccid',
    match: { vendorId: ACS, productId: 0x2200 },
    faces: ['contactless'],
    quirks: { shortApduOnly: true, openingEscapes: ACR122U_ESCAPES },
  },
  reader('ACS ACR1252U', { vendorId: ACS, productId: 0x223b }, ['contactless', 'sam']),
  reader('ACS ACR1252U', { vendorId: ACS, productId: 0x223e }, ['contactless']),
  reader('HID Omnikey 5022', { vendorId: HID, productId: 0x5022 }, ['contactless']),
  reader('HID Omnikey 5422', { vendorId: HID, productId: 0x5422 }, ['contactless', 'contact']),
  reader('Identiv Cloud 4500/4700 F', { vendorId: IDENTIV, productId: 0x5720 }, ['contact', 'contactless']),
  reader('Identiv Cloud 4510/4710 F', { vendorId: IDENTIV, productId: 0x5721 }, ['sam', 'contactless']),
  reader('Identiv uTrust 4701 F', { vendorId: IDENTIV, productId: 0x5724 }, ['contact', 'contactless']),
  reader('Identiv uTrust 4711 F', { vendorId: IDENTIV, productId: 0x5725 }, ['sam', 'contactless']),
  reader('Identiv uTrust 3700 F', { vendorId: IDENTIV, productId: 0x5790 }, ['contactless']),
  reader('Identiv uTrust 3701 F', { vendorId: IDENTIV, productId: 0x5791 }, ['contactless']),
  reader('Identiv', { vendorId: IDENTIV }),
  reader('USB CCID', {}),
];

function reader(
  name: string,
  match: CardReaderMatch,
  faces: readonly CardReaderFace[] = [],
): CardReaderModel {
  return { name, driver: 'ccid', match, faces, quirks: {} };
}
