import { ORPCError } from '@orpc/server';
import type { z } from 'zod';
import type { stationErrors } from '../../contract/station/errors.ts';

type Errors = typeof stationErrors;
export type RefusalCode = keyof Errors;
type Data<Code extends RefusalCode> = Errors[Code] extends { data: infer Schema extends z.ZodType }
  ? [data: z.infer<Schema>]
  : [];

/**
 * A refusal the contract names; nothing was changed. Throw it from any capability. It has the status the library gives its
 * code: with any other a face would take it for an error the contract does not name.
 */
export function refusal<Code extends RefusalCode>(code: Code, ...data: Data<Code>): ORPCError<Code, unknown> {
  return new ORPCError(code, { data: data[0] });
}

/** Input that fits the contract but not the catalog, such as an unknown field. Nothing was changed. */
export function badRequest(
  problems: readonly { at: string; code: string }[],
): ORPCError<'BAD_REQUEST', unknown> {
  return new ORPCError('BAD_REQUEST', { data: { issues: problems } });
}
