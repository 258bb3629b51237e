import { z } from 'zod';

/** Shell to the embedded central of practice mode. */
export const toCentralSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('start'),
    start: z.strictObject({
      dataFolder: z.string().min(1),
      resourcesFolder: z.string().min(1),
      /** 0 lets the system choose. */
      port: z.number().int().min(0).max(65_535),
      /** Code the practice station enrols with. */
      enrolmentCode: z.string().min(8),
    }),
  }),
  z.object({ type: z.literal('ping'), sequence: z.number().int() }),
  z.object({ type: z.literal('stop') }),
]);
export type ToCentral = z.infer<typeof toCentralSchema>;

/** Embedded central to the shell. */
export const fromCentralSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), pid: z.number().int() }),
  z.object({ type: z.literal('ready'), url: z.url() }),
  z.object({ type: z.literal('pong'), sequence: z.number().int() }),
]);
export type FromCentral = z.infer<typeof fromCentralSchema>;
