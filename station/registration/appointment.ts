import type { Appointment } from '../../contract/domain/application-status.ts';
import type { ApplicationRow } from '../store/tables/applications.ts';

/** When and where the citizen is expected, as central last said; null while it said nothing. */
export function appointmentOf({
  appointmentAt,
  appointmentPlace,
}: Pick<ApplicationRow, 'appointmentAt' | 'appointmentPlace'>): Appointment | null {
  return appointmentAt === null || appointmentPlace === null
    ? null
    : { at: appointmentAt, place: appointmentPlace };
}
