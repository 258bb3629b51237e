import { z } from 'zod';
import { calendarDateSchema, catalogKeySchema, identifierSchema, instantSchema } from './identifiers.ts';

/**
 * Why somebody may be called earlier: UU 8/2016 and PP 42/2020 (disability), PermenPANRB 11/2024 (vulnerable groups).
 * Known to the station and the officer; never printed and never on the display.
 */
export const ticketPrioritySchema = z.enum(['none', 'elderly', 'disability', 'pregnant', 'small-child']);
export type TicketPriority = z.infer<typeof ticketPrioritySchema>;

export const ticketStateSchema = z.enum(['waiting', 'called', 'held', 'serving', 'finished', 'no-show']);
export type TicketState = z.infer<typeof ticketStateSchema>;

/** The most people one ticket stands for: a large family; more than that is a group visit with its own list. */
export const MOST_PEOPLE = 12;
export const ticketPeopleSchema = z.number().int().min(1).max(MOST_PEOPLE);

/** The letter of a service group, as in `A-012`. */
export const queueGroupSchema = z.string().regex(/^[A-Z]$/);
export type QueueGroup = z.infer<typeof queueGroupSchema>;

/** The number of a counter (*loket*). */
export const counterNumberSchema = z.number().int().min(1).max(99);

export const ticketSchema = z.strictObject({
  id: identifierSchema,
  /** `A-012`: letter of the service it was issued for, number of the day padded to three. A transfer keeps it. */
  number: z.string().regex(/^[A-Z]-\d{3,5}$/),
  serviceKey: catalogKeySchema,
  /** The group it waits in now. */
  group: queueGroupSchema,
  day: calendarDateSchema,
  state: ticketStateSchema,
  priority: ticketPrioritySchema,
  people: ticketPeopleSchema,
  appointmentAt: instantSchema.nullable(),
  /** Where it is, or was last, called to. */
  counter: counterNumberSchema.nullable(),
  /** How often it was called out since it last waited. */
  calls: z.number().int().nonnegative(),
  calledAt: instantSchema.nullable(),
  draftId: identifierSchema.nullable(),
  issuedAt: instantSchema,
});
export type Ticket = z.infer<typeof ticketSchema>;
