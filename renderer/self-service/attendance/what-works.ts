import type { CameraCondition } from '../../../contract/domain/camera.ts';
import type { MachineHealth } from '../../../contract/station/self-service.ts';

/** What a citizen comes for, in the order of the menu, then what it needs. */
export const OFFERS = [
  'information',
  'documents',
  'status',
  'feedback',
  'ticket',
  'paper',
  'camera',
  'officer',
] as const;
export type Offer = (typeof OFFERS)[number];

export interface Circumstances {
  /** Undefined until the station answered once: then nothing is called broken. */
  readonly health: MachineHealth | undefined;
  /** Nobody is at the counter. */
  readonly unattended: boolean;
  /** The counter opens again today. */
  readonly opensToday: boolean;
}

/** Why is the officer's matter: a citizen only has to know whether to try. */
const CAMERA: Readonly<Record<CameraCondition, string | null>> = {
  present: null,
  missing: 'camera',
  'no-picture': 'camera-broken',
  blocked: 'camera-broken',
};

/** Each offer with why it does not work, as the last part of a key of `self.broken`; null where it works. */
export function whatWorks({
  health,
  unattended,
  opensToday,
}: Circumstances): Readonly<Record<Offer, string | null>> {
  const keeps = health?.keeps ?? true;
  const full = keeps ? null : 'full';
  return {
    information: null,
    documents: null,
    status: null,
    feedback: full,
    ticket: full ?? (unattended && !opensToday ? 'closed' : null),
    paper: health === undefined || health.printer === 'works' ? null : health.printer,
    camera: CAMERA[health?.camera ?? 'present'],
    officer: unattended ? 'officer' : null,
  };
}
