/** Whole files in as few commands as reader, chip and style allow. */
import { type CardExchange, refused } from '../apdu/card-exchange.ts';
import { command, EXTENDED_EXPECTED } from '../apdu/command-apdu.ts';
import { isExactLength, type ResponseApdu, STATUS } from '../apdu/response-apdu.ts';
import { bigEndian } from '../bytes/bytes.ts';
import { encodeTlv, readTlvHeader, type TlvHeader, unwrapTlv } from '../bytes/tlv.ts';
import { EmrtdError, malformed } from '../emrtd-error.ts';
import { mostDiscretionaryBytes } from '../secure-messaging/protected-length.ts';
import { FILE_FACTS, type PassportFile } from './passport-file.ts';
import { type ReadingStyle, StyleRefused } from './reading-style.ts';

const SELECT = 0xa4;
const READ_BINARY = 0xb0;
const READ_BINARY_ODD = 0xb1;
const BY_SHORT_IDENTIFIER = 0x80;
/** Offsets of the even instruction have fifteen bits (ISO/IEC 7816-4, 11.2.2). */
const LAST_EVEN_OFFSET = 0x7fff;
const OFFSET_OBJECT = 0x54;
const DISCRETIONARY_DATA = 0x53;
/** Enough for every tag and length a file of a passport starts with. */
const HEADER_PROBE = 8;
/** A chip that kept sending less than this would be read without end; a few such answers are a chip's own way. */
const LEAST_CHUNK = 32;
const MOST_DROPS = 4;

export interface FileReaderOptions {
  readonly exchange: CardExchange;
  readonly style: ReadingStyle;
  /** Most plain bytes that one response can bring. */
  readonly mostPlain: number;
}

export interface FileReader {
  /**
   * The file, or null when the card has none by that name. `onShare` is told which share of it has come, 0 to 1. Fails
   * with `StyleRefused`, an `EmrtdError` or a `CardError`.
   */
  read(file: PassportFile, onShare?: (share: number) => void): Promise<Uint8Array | null>;
}

export function createFileReader(options: FileReaderOptions): FileReader {
  const { exchange, style } = options;
  const mostEven = Math.min(options.mostPlain, EXTENDED_EXPECTED);
  const mostOdd = mostDiscretionaryBytes(mostEven);

  return {
    async read(file, onShare) {
      const start = await open(file);
      if (!start) return null;
      const header = startHeader(start);
      const { mostBytes } = FILE_FACTS[file];
      const length = header.headerLength + header.valueLength;
      if (length > mostBytes)
        throw new EmrtdError('too-large', `${file} has ${length} bytes, over ${mostBytes}`);
      const whole = new Uint8Array(length);
      let filled = 0;
      let drops = 0;
      let chunk = start;
      for (;;) {
        const left = length - filled;
        if (chunk.length < Math.min(left, LEAST_CHUNK)) drops += 1;
        if (chunk.length === 0 || drops > MOST_DROPS) throw malformed(`${file} ends before its own length`);
        whole.set(chunk.subarray(0, left), filled);
        filled += Math.min(left, chunk.length);
        onShare?.(filled / length);
        if (filled === length) return whole;
        chunk = await readAt(file, filled, length - filled);
      }
    },
  };

  /** The first bytes of a file, which is the current one afterwards. */
  async function open(file: PassportFile): Promise<Uint8Array | null> {
    const { fileIdentifier, shortIdentifier } = FILE_FACTS[file];
    if (style === 'cautious') {
      const selected = await exchange.send(
        command(SELECT, 0x02, 0x0c, { data: bigEndian(fileIdentifier, 2) }),
      );
      if (selected.statusWord === STATUS.fileNotFound) return null;
      if (selected.statusWord !== STATUS.ok) throw refused(`to select ${file}`, selected);
      return contents(file, await exchange.send(command(READ_BINARY, 0, 0, { expected: HEADER_PROBE })));
    }
    const response = await send(
      command(READ_BINARY, BY_SHORT_IDENTIFIER | shortIdentifier, 0, { expected: mostEven }),
    );
    if (response.statusWord === STATUS.fileNotFound) return null;
    if (isTakenIll(response)) throw new StyleRefused(refused(`to read ${file}`, response));
    return contents(file, response);
  }

  async function readAt(file: PassportFile, offset: number, left: number): Promise<Uint8Array> {
    if (offset <= LAST_EVEN_OFFSET) {
      const [p1 = 0, p2 = 0] = bigEndian(offset, 2);
      return contents(file, await send(command(READ_BINARY, p1, p2, { expected: Math.min(left, mostEven) })));
    }
    const data = encodeTlv(OFFSET_OBJECT, bigEndian(offset, offset > 0xffff ? 3 : 2));
    const wanted = Math.min(left, mostOdd);
    const expected = encodeTlv(DISCRETIONARY_DATA, new Uint8Array(wanted)).length;
    const response = await send(command(READ_BINARY_ODD, 0, 0, { data, expected }));
    return unwrapTlv(contents(file, response), DISCRETIONARY_DATA);
  }

  /** A bold command that ends the session is the style's fault until a more careful one ends it too. */
  async function send(apdu: Parameters<CardExchange['send']>[0]): Promise<ResponseApdu> {
    try {
      return await exchange.send(apdu);
    } catch (error) {
      const lost =
        error instanceof EmrtdError && error.kind === 'secure-messaging' && error.statusWord !== null;
      throw lost && style !== 'cautious' ? new StyleRefused(error) : error;
    }
  }
}

function startHeader(start: Uint8Array): TlvHeader {
  const header = readTlvHeader(start);
  if (!header) throw malformed('A file is too short to have a length');
  return header;
}

function contents(file: PassportFile, response: ResponseApdu): Uint8Array {
  if (response.statusWord === STATUS.ok || response.statusWord === STATUS.endOfFile) return response.data;
  throw refused(`to read ${file}`, response);
}

/** Answers to a length or an offset that the chip does not like. */
function isTakenIll(response: ResponseApdu): boolean {
  const { statusWord } = response;
  return statusWord === STATUS.wrongLength || statusWord === STATUS.wrongOffset || isExactLength(statusWord);
}
