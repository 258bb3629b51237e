import { readPassport } from '../../../drivers/emrtd/read-passport.ts';
import { mostPlainBytes } from '../../../drivers/emrtd/secure-messaging/protected-length.ts';
import { ISSUER, MRZ_ACCESS, PERSON, TODAY } from '../../../drivers/emrtd/testing/passport-rig.ts';
import { decodeTrustList } from '../../../drivers/emrtd/trust/trust-list.ts';
import { createCardReaderManager } from '../../../drivers/smart-card/reader-manager.ts';
import { renderPortrait } from '../../../drivers/virtual/camera/portrait-picture.ts';
import type { VirtualCard } from '../../../drivers/virtual/card/virtual-card.ts';
import { type ContactlessBitRate, contactlessLineTime } from '../../../drivers/virtual/ccid/line-time.ts';
import { createVirtualCcidReader } from '../../../drivers/virtual/ccid/virtual-ccid-reader.ts';
import type { SpecimenPortrait } from '../../../drivers/virtual/emrtd/specimen-files.ts';
import { createVirtualPassport } from '../../../drivers/virtual/emrtd/virtual-passport.ts';
import { createVirtualUsbBus } from '../../../drivers/virtual/usb/virtual-usb-bus.ts';
import type { Ratio } from '../report.ts';
import { median } from '../statistics.ts';
import { createExactClock } from './exact-clock.ts';

const READINGS = 5;
/** What passports usually tell of their longest response; null for those that know short ones only. */
const RESPONSE_LIMITS = [null, 1_024] as const;
const BIT_RATES: readonly ContactlessBitRate[] = [106_000, 424_000];
const PORTRAIT = { width: 413, height: 531, quality: 92 };
/** EF.CardAccess, PACE in five commands, the selection of the application. */
const OPENING_COMMANDS = 7;
/** Longest short response, its status word included. */
const SHORT_RESPONSE = 258;
const AES_BLOCK = 16;

interface Measured {
  readonly commands: number;
  readonly leastCommands: number;
  /** Milliseconds, without those the chip computed. */
  readonly time: number;
  readonly lineTime: number;
}

/** A passport with its portrait, over a reader and a line of full length, on the real clock. */
export async function benchPassport(log: (line: string) => void): Promise<Ratio[]> {
  const portrait = { ...PORTRAIT, bytes: await renderPortrait(PERSON, PORTRAIT) };
  const ratios: Ratio[] = [];
  for (const responseLimit of RESPONSE_LIMITS) {
    const kind = responseLimit === null ? 'short answers' : `answers of ${responseLimit} bytes`;
    for (const bitRate of BIT_RATES) {
      const all: Measured[] = [];
      for (let reading = 0; reading < READINGS; reading += 1)
        all.push(await measure(portrait, responseLimit, bitRate));
      const [first] = all;
      if (!first) continue;
      const time = median(all.map((each) => each.time));
      const rate = `${bitRate / 1_000} kbit/s`;
      log(`${kind}, ${rate}: ${first.commands} commands, ${time.toFixed(0)} ms`);
      if (bitRate === BIT_RATES[0]) ratios.push(commandRatio(kind, first));
      ratios.push({
        name: `passport, ${kind}, ${rate}: time ÷ line time`,
        measured: `${time.toFixed(0)} ms (p50 of ${READINGS})`,
        limit: `${first.lineTime.toFixed(0)} ms`,
        ratio: time / first.lineTime,
        target: 1.2,
      });
    }
  }
  return ratios;
}

function commandRatio(kind: string, { commands, leastCommands }: Measured): Ratio {
  return {
    name: `passport, ${kind}: commands ÷ the least possible`,
    measured: `${commands}`,
    limit: `${leastCommands}`,
    ratio: commands / leastCommands,
    target: 1.15,
  };
}

async function measure(
  portrait: SpecimenPortrait,
  responseLimit: number | null,
  bitRate: ContactlessBitRate,
): Promise<Measured> {
  const clock = createExactClock();
  const bus = createVirtualUsbBus(clock);
  const reader = createVirtualCcidReader({ clock, level: 'extended-apdu', bitRate });
  const pace = { cipher: 'aes-128', curve: 'brainpoolP256r1' } as const;
  const passport = createVirtualPassport({ person: PERSON, portrait, issuer: ISSUER, pace, responseLimit });
  const watched = watchCard(passport, bitRate);
  reader.insert(watched.card);
  const manager = createCardReaderManager({ bus, clock });
  const present = new Promise<void>((resolve) => {
    manager.onChanged(([slot]) => {
      if (slot?.card === 'present') resolve();
    });
  });
  bus.plug(reader);
  await present;
  const { certificates } = decodeTrustList([ISSUER.countryCertificate]);
  const begun = clock.now();
  const reading = await manager.withCard(null, (channel) =>
    readPassport(channel, { access: MRZ_ACCESS, trust: { certificates, today: TODAY }, parts: ['face'] }),
  );
  const time = clock.now() - begun - watched.workedMs();
  await manager.close();
  if (reading.authenticity.kind !== 'verified') throw new Error('the specimen was not verified');
  const mostPlain = mostPlainBytes(AES_BLOCK, responseLimit ?? SHORT_RESPONSE);
  const leastCommands = [...reading.files.values()].reduce(
    (sum, file) => sum + Math.ceil(file.length / mostPlain),
    OPENING_COMMANDS,
  );
  return { commands: reading.exchanges, leastCommands, time, lineTime: watched.lineTimeMs() };
}

/** Adds up what the line takes, and what the chip computes: in truth that is done by another processor. */
function watchCard(card: VirtualCard, bitRate: ContactlessBitRate) {
  let lineTime = 0;
  let worked = 0;
  const watched: VirtualCard = {
    contactless: card.contactless,
    atr: card.atr,
    uid: card.uid,
    reset: card.reset,
    process(command) {
      const begun = performance.now();
      const answer = card.process(command);
      worked += performance.now() - begun;
      lineTime += contactlessLineTime(bitRate, command.length, answer.response.length);
      return answer;
    },
  };
  return { card: watched, lineTimeMs: () => lineTime, workedMs: () => worked };
}
