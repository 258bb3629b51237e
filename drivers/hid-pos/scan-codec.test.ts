import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carriesInterpretation, symbologyOf } from './aim-identifier.ts';
import { type Assembly, type AssemblyResult, MOST_SCAN_BYTES, nextAssembly } from './scan-assembly.ts';
import { COMMON_SCAN_LAYOUT } from './scan-layout.ts';
import { decodeScanReport } from './scan-report.ts';
import { decodeScanText } from './scan-text.ts';

const ascii = (text: string) => new TextEncoder().encode(text);

/** A report of the usual layout. */
function report(data: string, continued: boolean, aim = ']Q0'): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set([2, data.length, ...ascii(aim), ...ascii(data)]);
  bytes[61] = 0x73;
  bytes[63] = continued ? 1 : 0;
  return bytes;
}

function run(reports: readonly Uint8Array[]): AssemblyResult[] {
  let assembly: Assembly = { name: 'idle' };
  return reports.flatMap((bytes) => {
    const decoded = decodeScanReport(COMMON_SCAN_LAYOUT, bytes);
    if (decoded.kind !== 'part') return [];
    const step = nextAssembly(assembly, decoded);
    assembly = step.assembly;
    return step.results;
  });
}

test('the example of a maker’s manual (Access-IS LSR118, B.1.1): 60 bytes in two reports', () => {
  const first = 'M1GATHERGOOD/MICHAEL YABCDEF LHRDURAK 3542 052Y003D23   ';
  expect(first).toHaveLength(56);
  const [result] = run([report(first, true), report(' 100', false)]);
  expect(result).toEqual({ kind: 'scan', aim: ']Q0', data: ascii(`${first} 100`) });
});

test('a report the layout does not allow is garbage, one of another number is not ours', () => {
  const good = report('A', false);
  const decode = (bytes: Uint8Array) => decodeScanReport(COMMON_SCAN_LAYOUT, bytes).kind;
  expect(decode(good)).toBe('part');
  expect(decode(good.with(0, 4))).toBe('other');
  expect(decode(good.with(1, 57))).toBe('problem');
  expect(decode(good.with(2, 0x41))).toBe('problem');
  expect(decode(good.subarray(0, 63))).toBe('problem');
  expect(decode(Uint8Array.from([...good, 0]))).toBe('problem');
});

test('a lost continuation is told, and the next scan is whole', () => {
  const results = run([report('LOST', true, ']C0'), report('NEXT', false)]);
  expect(results).toEqual([
    { kind: 'problem', problem: 'incomplete' },
    { kind: 'scan', aim: ']Q0', data: ascii('NEXT') },
  ]);
  const joining = nextAssembly(
    { name: 'idle' },
    { kind: 'part', part: { aim: null, data: ascii('A'), continued: true } },
  );
  expect(nextAssembly(joining.assembly, { kind: 'quiet' })).toEqual({
    assembly: { name: 'idle' },
    results: [{ kind: 'problem', problem: 'incomplete' }],
  });
});

test('a scan without end is told once, kept in no memory, and the next scan is whole', () => {
  const endless = Array.from({ length: 200 }, () => report('x'.repeat(56), true));
  expect(run([...endless, report('tail', false), report('NEXT', false)])).toEqual([
    { kind: 'problem', problem: 'too-long' },
    { kind: 'scan', aim: ']Q0', data: ascii('NEXT') },
  ]);
});

test('any reports: bounded memory, results of known kinds', () => {
  const part = fc.record({
    aim: fc.constantFrom(null, ']Q1', ']C0'),
    data: fc.uint8Array({ maxLength: 2_000 }),
    continued: fc.boolean(),
  });
  const event = fc.oneof(
    part.map((each) => ({ kind: 'part' as const, part: each })),
    fc.constantFrom({ kind: 'quiet' as const }, { kind: 'broken' as const }),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      let assembly: Assembly = { name: 'idle' };
      for (const each of events) {
        const step = nextAssembly(assembly, each);
        assembly = step.assembly;
        if (assembly.name === 'joining') expect(assembly.data.length).toBeLessThanOrEqual(MOST_SCAN_BYTES);
        for (const result of step.results) {
          if (result.kind === 'scan') expect(result.data.length).toBeLessThanOrEqual(MOST_SCAN_BYTES);
        }
        if (each.kind !== 'part') expect(assembly.name).toBe('idle');
      }
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      expect(['part', 'other', 'problem']).toContain(decodeScanReport(COMMON_SCAN_LAYOUT, bytes).kind);
    }),
  );
});

test('cutting a code into reports and joining it again gives the code', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 3_000 }), (code) => {
      let assembly: Assembly = { name: 'idle' };
      const scans: Uint8Array[] = [];
      for (let offset = 0; offset < code.length; offset += 56) {
        const data = code.subarray(offset, offset + 56);
        const part = { aim: ']Q1', data, continued: offset + 56 < code.length };
        const step = nextAssembly(assembly, { kind: 'part', part });
        assembly = step.assembly;
        for (const result of step.results) if (result.kind === 'scan') scans.push(result.data);
      }
      expect(scans).toEqual([Uint8Array.from(code)]);
    }),
  );
});

test('AIM identifiers name symbologies', () => {
  expect([']Q1', ']C1', ']L2', ']E0', ']d2', ']z0', ']?0', null].map(symbologyOf)).toEqual([
    'qr',
    'code-128',
    'pdf417',
    'ean-upc',
    'data-matrix',
    'aztec',
    'unknown',
    'unknown',
  ]);
  expect([']Q1', ']Q2', ']Q3', ']Q4', ']Q6'].map(carriesInterpretation)).toEqual([
    false,
    true,
    false,
    true,
    true,
  ]);
});

test('text is UTF-8 where it can be, else ISO/IEC 8859-1; a suffix for forms is taken off', () => {
  expect(decodeScanText(ascii('Liwa – Pekon'), ']Q1')).toBe('Liwa – Pekon');
  expect(decodeScanText(Uint8Array.of(0x4b, 0xe9, 0x0d, 0x0a), ']Q1')).toBe('Ké');
  expect(decodeScanText(ascii('123\t'), null)).toBe('123');
});

test('a declared character set is obeyed, and doubled backslashes are single ones', () => {
  const utf8AsLatin1 = Uint8Array.of(0xc3, 0xa9);
  const declared = (number: string) =>
    Uint8Array.from([...ascii(`\\${number}`), ...utf8AsLatin1, ...ascii('\\\\n')]);
  expect(decodeScanText(declared('000026'), ']Q2')).toBe('é\\n');
  expect(decodeScanText(declared('000003'), ']Q2')).toBe('Ã©\\n');
  expect(decodeScanText(ascii('\\000026A'), ']Q1')).toBe('\\000026A');
});

test('any bytes are some text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), fc.constantFrom(null, ']Q1', ']Q2'), (bytes, aim) => {
      expect(decodeScanText(bytes, aim).length).toBeLessThanOrEqual(bytes.length);
    }),
  );
});
