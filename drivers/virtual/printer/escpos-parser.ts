import type { EscPosCommand } from './escpos-command.ts';
import { type CommandSyntax, SYNTAX } from './escpos-syntax.ts';

/** Bytes no printer we know would understand; it ignores them and reads on. */
export interface EscPosProblem {
  readonly bytes: readonly number[];
  readonly message: string;
}

export type ParsedByte =
  | { readonly kind: 'more' }
  | { readonly kind: 'command'; readonly command: EscPosCommand }
  | { readonly kind: 'problem'; readonly problem: EscPosProblem };

export interface EscPosParser {
  push(byte: number): ParsedByte;
  /** Whether bytes of an unfinished command are held. */
  isMidCommand(): boolean;
}

const MORE: ParsedByte = { kind: 'more' };

/**
 * Reads ESC/POS one byte at a time. Strict: an unknown function or a parameter out of range is a problem, not a
 * guess. Holds at most one command, whose length the syntax bounds.
 */
export function createEscPosParser(): EscPosParser {
  let header: number[] = [];
  let syntax: CommandSyntax | null = null;
  let data: Uint8Array | null = null;
  let filled = 0;

  return { push, isMidCommand: () => header.length > 0 };

  function push(byte: number): ParsedByte {
    if (data && syntax) {
      data[filled] = byte;
      filled += 1;
      return filled < data.length ? MORE : finish(syntax, data);
    }
    header.push(byte);
    const [prefix = 0, code] = header;
    if (header.length === 1) return first(prefix);
    if (!syntax) {
      syntax = SYNTAX[prefix]?.[String.fromCharCode(code ?? 0)] ?? null;
      if (!syntax) return problem('Unknown command');
    }
    const parameters = header.slice(2);
    if (parameters.length < syntax.parameters(parameters)) return MORE;
    const length = syntax.dataLength(parameters);
    if (length === null) return problem('Parameter out of range');
    if (length === 0) return finish(syntax, new Uint8Array());
    data = new Uint8Array(length);
    filled = 0;
    return MORE;
  }

  function first(byte: number): ParsedByte {
    if (SYNTAX[byte]) return MORE;
    if (byte >= 0x20) return done({ kind: 'command', command: { name: 'character', byte } });
    if (byte === 0x0a) return done({ kind: 'command', command: { name: 'line-feed' } });
    if (byte === 0x0d) return done({ kind: 'command', command: { name: 'carriage-return' } });
    if (byte === 0x09) return done({ kind: 'command', command: { name: 'tab' } });
    return problem('Unknown control character');
  }

  function finish(complete: CommandSyntax, bytes: Uint8Array): ParsedByte {
    const command = complete.build(header.slice(2), bytes);
    return command ? done({ kind: 'command', command }) : problem('Parameter out of range');
  }

  function problem(message: string): ParsedByte {
    return done({ kind: 'problem', problem: { bytes: header, message } });
  }

  function done(result: ParsedByte): ParsedByte {
    header = [];
    syntax = null;
    data = null;
    return result;
  }
}
