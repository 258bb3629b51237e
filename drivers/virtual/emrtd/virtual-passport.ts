/**
 * A specimen e-passport at the level of whole APDUs: PACE and BAC, secure messaging, files, chip and active
 * authentication, as strict as a chip. It fails as chips and lifted passports do, when told to.
 */
import { type RandomSource, systemRandom } from '../../emrtd/crypto/key-pair.ts';
import type { CardAnswer, VirtualCard } from '../card/virtual-card.ts';
import { type AgreedSession, createChipBac } from './chip-bac.ts';
import { answer, type ChipAnswer, type ChipCommand, OK, parseChipCommand } from './chip-command.ts';
import { type ChipFile, type PastEnd, readBinary, shortIdentifierOf } from './chip-files.ts';
import { createChipPace } from './chip-pace.ts';
import { type ChipProofOptions, createChipProof } from './chip-proof.ts';
import { type ChipSession, createChipSession } from './chip-session.ts';
import { masterFiles, type PacePersonalisation, type Personalisation, personalise } from './personalise.ts';
import { mrzInformationOf, specimenMrz } from './specimen-files.ts';

export interface VirtualPassportOptions
  extends Personalisation,
    Pick<ChipProofOptions, 'chipAuthentication' | 'activeAuthentication' | 'copied'> {
  /** Null for a chip that knows BAC only. */
  readonly pace?: PacePersonalisation | null | undefined;
  readonly bac?: boolean | undefined;
  readonly cardAccessNumber?: string | undefined;
  /** Longest response APDU, which EF.ATR/INFO tells; null for a chip that knows short APDUs only. */
  readonly responseLimit?: number | null | undefined;
  readonly pastEnd?: PastEnd | undefined;
  readonly random?: RandomSource | undefined;
}

/** What the chip does wrong at one command, counted from 1 since it was powered. */
export type ChipFault =
  | { readonly kind: 'refuse'; readonly at: number; readonly statusWord: number }
  /** One bit of the answer is not as it was sent. */
  | { readonly kind: 'corrupt'; readonly at: number };

export interface VirtualPassport extends VirtualCard {
  setFault(fault: ChipFault | null): void;
  /** Milliseconds the chip works on every command. */
  setWork(milliseconds: number): void;
  /** Commands since it was powered. */
  commands(): number;
}

const APPLICATION = Buffer.of(0xa0, 0x00, 0x00, 0x02, 0x47, 0x10, 0x01);
const SECURITY_STATUS = 0x6982;
const NOT_FOUND = 0x6a82;
const PROTECTED = 0x0c;
/** What a reader makes of a type A card without historical bytes, and of one whose bytes tell of extended length. */
const SHORT_ATR = Uint8Array.of(0x3b, 0x80, 0x80, 0x01, 0x01);
const EXTENDED_ATR = withChecksum([0x3b, 0x85, 0x80, 0x01, 0x80, 0x73, 0xc8, 0x21, 0x40]);
/** Plain bytes that fit a protected response of 256 whatever the cipher's blocks. */
const PROTECTED_SHORT_ROOM = 223;
const UID = Uint8Array.of(0x08, 0x53, 0x50, 0x45);

export function createVirtualPassport(options: VirtualPassportOptions): VirtualPassport {
  const random = options.random ?? systemRandom;
  const mrzInformation = mrzInformationOf(specimenMrz(options.person));
  const paceOptions = options.pace ?? null;
  const bac = (options.bac ?? true) ? createChipBac(mrzInformation, random) : null;
  const cardAccessNumber = options.cardAccessNumber ?? null;
  const pace = paceOptions && createChipPace({ ...paceOptions, mrzInformation, cardAccessNumber, random });
  const proof = createChipProof({ ...options, seed: options.person.passportNumber, random });
  const responseLimit = options.responseLimit ?? null;
  const directories = {
    master: masterFiles(paceOptions, responseLimit),
    application: personalise(options, proof),
  };
  let directory: keyof typeof directories = 'master';
  let current: ChipFile | null = null;
  let session: ChipSession | null = null;
  let commands = 0;
  let fault: ChipFault | null = null;
  let worksMs = 0;

  function process(bytes: Uint8Array): CardAnswer {
    commands += 1;
    const fails = fault?.at === commands ? fault : null;
    if (fails?.kind === 'refuse') {
      endSession();
      return { response: plain(answer(fails.statusWord)), worksMs };
    }
    const response = respond(bytes);
    if (fails?.kind === 'corrupt') response[0] = (response[0] ?? 0) ^ 0x01;
    return { response, worksMs };
  }

  function respond(bytes: Uint8Array): Uint8Array {
    const command = parseChipCommand(bytes);
    if (!command || (command.extended && responseLimit === null)) return endWith(0x6700);
    if ((command.cla & PROTECTED) !== PROTECTED) {
      if (session) return endWith(0x6987);
      return plain(run(command));
    }
    if (!session) return endWith(0x6988);
    const open = session;
    const inner = open.unwrap(command);
    if (typeof inner === 'number') return endWith(inner);
    const given = run(command.extended ? inner : { ...inner, le: shortRoom(inner.le) });
    if (given.statusWord === 0x6700 && options.pastEnd === 'leave-session') return endWith(0x6700);
    const response = open.wrap(given, inner.ins);
    const limit = command.extended ? (responseLimit ?? 258) : 258;
    return response.length > limit ? endWith(0x6700) : response;
  }

  function run(command: ChipCommand): ChipAnswer {
    switch (command.ins) {
      case 0xa4:
        return select(command);
      case 0xb0:
      case 0xb1:
        return read(command);
      case 0x84:
        return bac && directory === 'application' && !session ? bac.getChallenge(command) : answer(0x6985);
      case 0x82:
        return bac && directory === 'application' && !session
          ? begin(bac.externalAuthenticate(command))
          : answer(0x6985);
      case 0x22:
        return manageSecurity(command);
      case 0x86:
        if (session) return begin(proof.generalAuthenticate(command));
        return pace ? begin(pace.authenticate(command)) : answer(0x6d00);
      case 0x88:
        return session ? proof.internalAuthenticate(command) : answer(SECURITY_STATUS);
      default:
        return answer(0x6d00);
    }
  }

  function select(command: ChipCommand): ChipAnswer {
    const { p1, p2, data } = command;
    if (p2 !== 0x0c || command.le !== null) return answer(0x6a86);
    const name = Buffer.from(data);
    if (p1 === 0x00 && name.equals(Buffer.of(0x3f, 0x00))) return enter('master');
    if (p1 === 0x04) return name.equals(APPLICATION) ? enter('application') : answer(NOT_FOUND);
    if (p1 !== 0x02 || name.length !== 2) return answer(0x6a86);
    const file = directories[directory].find((candidate) => candidate.identifier === name.readUInt16BE(0));
    if (!file) return answer(NOT_FOUND);
    if (!file.free && !session) return answer(SECURITY_STATUS);
    current = file;
    return answer(OK);
  }

  function enter(next: typeof directory): ChipAnswer {
    directory = next;
    current = null;
    return answer(OK);
  }

  function read(command: ChipCommand): ChipAnswer {
    const named = shortIdentifierOf(command);
    const file =
      named === null
        ? current
        : (directories[directory].find((candidate) => candidate.shortIdentifier === named) ?? null);
    if (named !== null && !file) return answer(NOT_FOUND);
    if (file && !file.free && !session) return answer(SECURITY_STATUS);
    if (named !== null) current = file;
    return readBinary(command, file, options.pastEnd ?? 'warn');
  }

  function manageSecurity(command: ChipCommand): ChipAnswer {
    if (command.p1 === 0xc1 && command.p2 === 0xa4 && !session)
      return pace?.select(command) ?? answer(0x6d00);
    if (!session || command.p1 !== 0x41) return answer(0x6a86);
    if (command.p2 === 0xa6) return begin(proof.setKeyAgreement(command));
    return command.p2 === 0xa4 ? proof.setAuthentication(command) : answer(0x6a86);
  }

  /** The answer still goes out under the old keys: `respond` holds on to the session it came with. */
  function begin(outcome: { answer: ChipAnswer; session: AgreedSession | null }): ChipAnswer {
    if (outcome.session) session = createChipSession(outcome.session.keys, outcome.session.counter);
    return outcome.answer;
  }

  function endWith(statusWord: number): Buffer {
    endSession();
    return plain(answer(statusWord));
  }

  function endSession() {
    session = null;
    current = null;
    bac?.forget();
    pace?.forget();
    proof.forget();
  }

  return {
    contactless: true,
    atr: responseLimit === null ? SHORT_ATR : EXTENDED_ATR,
    uid: UID,
    reset() {
      endSession();
      directory = 'master';
      commands = 0;
    },
    process,
    setFault(next) {
      fault = next;
    },
    setWork(milliseconds) {
      worksMs = milliseconds;
    },
    commands: () => commands,
  };
}

/** What is left of "all that a short response holds" once it is protected. */
function shortRoom(le: number | null): number | null {
  return le === 256 ? PROTECTED_SHORT_ROOM : le;
}

function plain({ data, statusWord }: ChipAnswer): Buffer {
  return Buffer.concat([data, Buffer.of(statusWord >> 8, statusWord & 0xff)]);
}

/** The check byte of an answer to reset (ISO/IEC 7816-3, 8.2.5). */
function withChecksum(bytes: readonly number[]): Uint8Array {
  return Uint8Array.of(
    ...bytes,
    bytes.slice(1).reduce((check, byte) => check ^ byte, 0),
  );
}
