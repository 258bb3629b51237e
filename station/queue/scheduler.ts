import type { Instant } from '../../contract/domain/identifiers.ts';

/**
 * The fair rule. Whoever has an appointment that is due is called first, then whoever has priority, then who came first.
 * But after so many calls ahead of the one who has waited longest, that one is next. So:
 * - of any `MOST_PASSED_OVER + 1` calls in a row, one is for the longest waiting;
 * - with m people before it, a ticket is called within (m + 1) × (MOST_PASSED_OVER + 1) calls, whoever comes later.
 *
 * Three: a hall where every fourth call is an ordinary one still serves the old and the ill almost at once.
 */
export const MOST_PASSED_OVER = 3;

/** An appointment goes first from a little before its time; somebody an hour late waits like everybody. */
const DUE_BEFORE_MILLISECONDS = 15 * 60_000;
const DUE_AFTER_MILLISECONDS = 60 * 60_000;

export interface Queued {
  readonly id: string;
  /** Order of coming; a skip moves it back. */
  readonly place: number;
  /** Decides between equal places. */
  readonly sequence: number;
  /** May be called ahead of those who came before. */
  readonly ahead: boolean;
  readonly appointmentAt: Instant | null;
}

/** The first of each lane; the longest waiting may be the first of another lane too. */
export interface Heads<Ticket extends Queued> {
  readonly oldest: Ticket | null;
  readonly appointment: Ticket | null;
  readonly ahead: Ticket | null;
}

export interface Choice<Ticket extends Queued> {
  readonly ticket: Ticket;
  /** How many calls in a row were ahead of the longest waiting, this one included. */
  readonly passedOver: number;
}

/** Appointments between these instants are due. */
export function dueWindow(now: Instant): { readonly from: Instant; readonly to: Instant } {
  return { from: Math.max(0, now - DUE_AFTER_MILLISECONDS), to: now + DUE_BEFORE_MILLISECONDS };
}

/** Whom to call; null when nobody waits. */
export function chooseNext<Ticket extends Queued>(
  { oldest, appointment, ahead }: Heads<Ticket>,
  passedOver: number,
): Choice<Ticket> | null {
  if (oldest === null) return null;
  const first = appointment ?? ahead;
  if (first === null || first.id === oldest.id || passedOver >= MOST_PASSED_OVER)
    return { ticket: oldest, passedOver: 0 };
  return { ticket: first, passedOver: passedOver + 1 };
}

/** The order in which those who wait are called if nobody else comes and no appointment becomes due or lapses. */
export function callingOrder<Ticket extends Queued>(
  waiting: readonly Ticket[],
  passedOver: number,
  now: Instant,
): Ticket[] {
  const left = new Map([...waiting].sort(byPlace).map((ticket) => [ticket.id, ticket]));
  const order: Ticket[] = [];
  let passed = passedOver;
  for (;;) {
    const choice = chooseNext(headsOf([...left.values()], now), passed);
    if (choice === null) return order;
    order.push(choice.ticket);
    left.delete(choice.ticket.id);
    passed = choice.passedOver;
  }
}

/** @param waiting sorted by place */
function headsOf<Ticket extends Queued>(waiting: readonly Ticket[], now: Instant): Heads<Ticket> {
  const { from, to } = dueWindow(now);
  const due = waiting.filter(
    ({ appointmentAt }) => appointmentAt !== null && appointmentAt >= from && appointmentAt <= to,
  );
  return {
    oldest: waiting[0] ?? null,
    appointment: due.sort(byAppointment)[0] ?? null,
    ahead: waiting.find(({ ahead }) => ahead) ?? null,
  };
}

function byPlace(one: Queued, other: Queued): number {
  return one.place - other.place || one.sequence - other.sequence;
}

function byAppointment(one: Queued, other: Queued): number {
  return (one.appointmentAt ?? 0) - (other.appointmentAt ?? 0) || one.sequence - other.sequence;
}
