import type { TicketPriority } from '../../../contract/domain/ticket.ts';

/** In the order they are asked; plain words, because the schema would bring its library onto the first screen. */
export const PRIORITIES = [
  'none',
  'elderly',
  'disability',
  'pregnant',
  'small-child',
] as const satisfies readonly TicketPriority[];
