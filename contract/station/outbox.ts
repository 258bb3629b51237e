import { z } from 'zod';
import { identifierSchema } from '../domain/identifiers.ts';
import { outboxItemSchema, outboxShowSchema, outboxSummarySchema } from '../domain/outbox.ts';
import { sendingSettingsSchema } from '../domain/sending.ts';
import { command, pageInputSchema, pageSchema } from './base.ts';

export const outboxContract = {
  summary: command.output(outboxSummarySchema),
  /** Newest first. */
  items: command
    .input(pageInputSchema.extend({ show: outboxShowSchema.default('all') }))
    .output(pageSchema(outboxItemSchema)),
  /** Wakes the sender now; answers at once. `evenIfHeld` passes over quiet hours and budget for one run. */
  sendNow: command
    .input(z.strictObject({ evenIfHeld: z.boolean().default(false) }).default({ evenIfHeld: false }))
    .output(outboxSummarySchema),
  /** Lets a quarantined packet try again. */
  retry: command.input(z.strictObject({ packetId: identifierSchema })).output(outboxItemSchema),
  /** Replaces the settings as a whole, durably. */
  changeSettings: command.input(sendingSettingsSchema).output(outboxSummarySchema),
};
