import { z } from 'zod';
import { deviceChangeSchema, deviceSchema } from '../domain/device.ts';
import { identifierSchema } from '../domain/identifiers.ts';
import { printJobSchema } from '../domain/print.ts';
import { command } from './base.ts';
import { cardProblemSchema } from './cards.ts';

/** What a card on the reader is, without anything that tells one from another. */
export const cardTestSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('read'),
    card: z.enum(['contactless', 'contact']),
    /** `random`: the card makes up a number each time, as most documents with a chip do. */
    number: z.enum(['fixed', 'random', 'none']),
  }),
  z.object({ outcome: z.literal('failed'), reason: z.enum([...cardProblemSchema.options, 'no-card']) }),
]);
export type CardTest = z.infer<typeof cardTestSchema>;

export const devicesContract = {
  list: command.output(z.array(deviceSchema)),
  /** What the devices went through since the station started, newest first. Holds nobody's data. */
  log: command.output(z.array(deviceChangeSchema)),
  /** Prints the newest of the log: nothing leaves the kiosk by another way. */
  printLog: command.input(z.strictObject({ printJobId: identifierSchema })).output(printJobSchema),
  /** Waits some seconds for a card. */
  testCard: command.output(cardTestSchema),
  testPrint: command.input(z.strictObject({ printJobId: identifierSchema })).output(printJobSchema),
};
