import { z } from 'zod';
import { catalogKeySchema, identifierSchema, instantSchema } from '../domain/identifiers.ts';
import { printJobSchema } from '../domain/print.ts';
import {
  counterNumberSchema,
  queueGroupSchema,
  ticketPeopleSchema,
  ticketPrioritySchema,
  ticketSchema,
} from '../domain/ticket.ts';
import { daySpanSchema } from '../domain/time-of-day.ts';
import { command, pageInputSchema, pageSchema } from './base.ts';

/** What an officer does with one ticket, a touch each; `put-back` and `reopen` undo a call and a no-show. */
export const ticketStepSchema = z.enum([
  'call',
  'recall',
  'hold',
  'resume',
  'skip',
  'put-back',
  'finish',
  'no-show',
  'reopen',
]);
export type TicketStep = z.infer<typeof ticketStepSchema>;

const groupCountSchema = z.object({ group: queueGroupSchema, waiting: z.number().int().nonnegative() });

export const deskSchema = z.object({
  /** The number of this counter (*loket*). */
  counter: counterNumberSchema,
  waiting: z.number().int().nonnegative(),
  finished: z.number().int().nonnegative(),
  groups: z.array(groupCountSchema),
  /** Called to this counter or at it, the latest first. */
  current: z.array(ticketSchema).max(20),
  /** The next ones in calling order. */
  upcoming: z.array(ticketSchema).max(20),
  held: z.array(ticketSchema).max(20),
  /** Given up today, the latest first. */
  missed: z.array(ticketSchema).max(20),
  /** Numbers without a paper: somebody has to tell them. */
  untold: z.array(z.object({ ticketId: identifierSchema, number: z.string() })).max(20),
});
export type Desk = z.infer<typeof deskSchema>;

export const speechSettingSchema = z.object({
  /** 0 is silent, 100 as loud as the speaker goes. */
  volume: z.number().int().min(0).max(100),
  /** Spans in which nothing is spoken; one may pass midnight. */
  quiet: z.array(daySpanSchema).max(8),
});
export type SpeechSetting = z.infer<typeof speechSettingSchema>;

const callSchema = z.object({
  /** Rises with every call, also of the same number. */
  sequence: z.number().int(),
  number: z.string(),
  counter: counterNumberSchema,
  calledAt: instantSchema,
});
export type BoardCall = z.infer<typeof callSchema>;

export const boardSchema = z.object({
  /** The latest first. */
  serving: z.array(z.object({ number: z.string(), counter: counterNumberSchema })).max(6),
  calls: z.array(callSchema).max(6),
  groups: z.array(groupCountSchema),
  speech: speechSettingSchema,
});
export type Board = z.infer<typeof boardSchema>;

export const queueContract = {
  /** Today's tickets that are waiting or being served, in serving order, and counts of the day. */
  today: command.input(pageInputSchema).output(
    pageSchema(ticketSchema).extend({
      waiting: z.number().int(),
      finished: z.number().int(),
    }),
  ),
  /**
   * Makes the next number of the day durable, then prints it. Repeating the same id returns the same ticket and prints
   * nothing more. `waitingBefore` counts the tickets called sooner as things stand; `estimateMinutes` is null while too
   * little was measured to say anything. An appointment is an officer's to enter: `FORBIDDEN` from another face. The ticket
   * takes along what the citizen filled in under `draftId`: `NOT_FOUND` when nothing was, or it is forgotten already.
   */
  issue: command
    .input(
      z.strictObject({
        id: identifierSchema,
        printJobId: identifierSchema,
        serviceKey: catalogKeySchema,
        priority: ticketPrioritySchema.default('none'),
        people: ticketPeopleSchema.default(1),
        appointmentAt: instantSchema.nullable().default(null),
        draftId: identifierSchema.nullable().default(null),
      }),
    )
    .output(
      z.object({
        ticket: ticketSchema,
        print: printJobSchema,
        waitingBefore: z.number().int().nonnegative(),
        estimateMinutes: z.number().int().nonnegative().nullable(),
      }),
    ),
  /** Takes a waiting ticket to the counter and begins its draft, or opens the one it already has. */
  serve: command
    .input(z.strictObject({ ticketId: identifierSchema, draftId: identifierSchema }))
    .output(z.object({ ticket: ticketSchema, draftId: identifierSchema })),
  close: command
    .input(z.strictObject({ ticketId: identifierSchema, outcome: z.enum(['finished', 'no-show']) }))
    .output(ticketSchema),
  /** The queue as the officer's counter needs it. */
  desk: command.output(deskSchema),
  /**
   * Calls whom the fair rule names, of one group or of all. While somebody called here has not come, answers that one
   * again and calls nobody. Null when nobody waits.
   */
  callNext: command
    .input(z.strictObject({ group: queueGroupSchema.nullable().default(null) }))
    .output(z.object({ ticket: ticketSchema.nullable() })),
  /**
   * One step of one ticket. `CONFLICT` when it has no place now, as a fourth call; where the ticket is already where the
   * step leads, from a second tap, it is answered as it is. `seenCalls` is how often the face saw it called.
   */
  move: command
    .input(
      z.strictObject({
        ticketId: identifierSchema,
        step: ticketStepSchema,
        seenCalls: z.number().int().nonnegative(),
      }),
    )
    .output(ticketSchema),
  /** To another group, keeping number and place by coming. `BAD_REQUEST` for a letter no service has. */
  transfer: command
    .input(z.strictObject({ ticketId: identifierSchema, group: queueGroupSchema }))
    .output(ticketSchema),
  /** What the whole hall may see: numbers and counters, never a name, never who has priority. */
  board: command.output(boardSchema),
};
