import { LARGEST_CARRIED_NEWS } from '../../contract/central/hand-carry.ts';
import type { Queries } from '../database/database.ts';
import type { PrivateKey } from '../keys/central-keys.ts';
import { signPayload } from '../keys/sign.ts';
import { type ChangesQuestion, changesAfter } from './changes.ts';

/**
 * Everything that changed for a station after its cursor, each page signed as on the line, as many of them as fit a reply that is
 * carried. None when nothing changed.
 */
export async function signedPagesAfter(
  queries: Queries,
  question: ChangesQuestion,
  signingKey: PrivateKey,
): Promise<string[]> {
  const pages: string[] = [];
  let room = LARGEST_CARRIED_NEWS;
  for (let { cursor } = question; ; ) {
    const page = await changesAfter(queries, { ...question, cursor });
    if (page.cursor === cursor) return pages;
    const signed = await signPayload(page, signingKey);
    room -= signed.length;
    if (room < 0) return pages;
    pages.push(signed);
    if (!page.more) return pages;
    cursor = page.cursor;
  }
}
