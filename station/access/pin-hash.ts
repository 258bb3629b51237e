import { hash, verify } from '@node-rs/argon2';

/**
 * Argon2id with the first choice of the OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. A PIN of six
 * digits falls to a guesser at any cost, so the hash only has to outlast a stolen, already decrypted database for a while;
 * what stops guessing at the screen is the lockout. About 30 ms on the kiosk's processor, off the main thread.
 */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Argon2id is the library's default algorithm; asserted because the type cannot say so. */
export async function hashPin(pin: string): Promise<string> {
  const hashed = await hash(pin, OPTIONS);
  if (!hashed.startsWith('$argon2id$')) throw new Error('the hash is not argon2id');
  return hashed;
}

export function pinFits(hashed: string, pin: string): Promise<boolean> {
  return verify(hashed, pin);
}
