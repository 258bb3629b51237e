import type { Role } from '../../contract/domain/officer.ts';
import type { Face } from '../../contract/shell/face.ts';
import type { Session } from '../../contract/station/access.ts';

export interface Permission {
  readonly faces: readonly Face[];
  /** `anyone`: also while nobody is signed in. */
  readonly roles: readonly Role[] | 'anyone';
  /** Faces where nobody signs in and anyone may, whatever the roles are elsewhere. */
  readonly openOn?: readonly Face[];
  readonly whileLocked: boolean;
  /** `read` does not count as an officer at work, because faces read by themselves. */
  readonly kind: 'read' | 'act';
}

const EVERY_FACE: readonly Face[] = ['counter', 'self-service', 'display', 'practice-tray'];
const COUNTER: readonly Face[] = ['counter'];
const CITIZEN: readonly Face[] = ['self-service'];
const TRAY: readonly Face[] = ['practice-tray'];
const EVERY_ROLE: readonly Role[] = ['officer', 'supervisor', 'technician'];
/** Whoever may see citizens' data. */
const REGISTRARS: readonly Role[] = ['officer', 'supervisor'];
const SUPERVISOR: readonly Role[] = ['supervisor'];
const UPKEEP: readonly Role[] = ['supervisor', 'technician'];

const open = (faces: readonly Face[], kind: Permission['kind'] = 'read'): Permission => ({
  faces,
  roles: 'anyone',
  whileLocked: true,
  kind,
});
const reads = (roles: Permission['roles'], faces = COUNTER): Permission => ({
  faces,
  roles,
  whileLocked: false,
  kind: 'read',
});
const acts = (roles: Permission['roles'], faces = COUNTER): Permission => ({
  faces,
  roles,
  whileLocked: false,
  kind: 'act',
});

/** What a citizen does alone. Nobody ever signs in there. */
const citizen = open(CITIZEN, 'act');

/** Every procedure of the contract by its path. What is not here is refused to everybody. */
export const PERMISSIONS: Readonly<Record<string, Permission>> = {
  'system.facts': open(EVERY_FACE),
  'system.events': open(EVERY_FACE),

  'access.officers': open(COUNTER),
  'access.session': open(COUNTER),
  'access.signIn': open(COUNTER, 'act'),
  'access.lock': open(COUNTER, 'act'),
  // Also while locked: an officer who went home must not keep the next one out.
  'access.signOut': { ...acts(EVERY_ROLE), whileLocked: true },

  'catalog.current': reads('anyone', EVERY_FACE),
  'catalog.news': reads(EVERY_ROLE),
  'catalog.confirmNews': acts(EVERY_ROLE),
  'catalog.searchVillages': { ...reads(REGISTRARS, ['counter', 'self-service']), openOn: CITIZEN },
  'catalog.village': { ...reads(REGISTRARS, ['counter', 'self-service']), openOn: CITIZEN },

  'queue.today': reads(EVERY_ROLE),
  'queue.issue': { ...acts(REGISTRARS, ['counter', 'self-service']), openOn: CITIZEN },
  'queue.serve': acts(REGISTRARS),
  'queue.close': acts(REGISTRARS),
  'queue.desk': reads(EVERY_ROLE),
  'queue.callNext': acts(REGISTRARS),
  'queue.move': acts(REGISTRARS),
  'queue.transfer': acts(REGISTRARS),
  'queue.board': open(['display']),

  'registration.startDraft': acts(REGISTRARS),
  'registration.drafts': reads(REGISTRARS),
  'registration.draft': reads(REGISTRARS),
  'registration.saveFields': acts(REGISTRARS),
  'registration.settleReading': acts(REGISTRARS),
  'registration.moveToStep': acts(REGISTRARS),
  'registration.discardDraft': acts(REGISTRARS),
  'registration.restoreDraft': acts(REGISTRARS),
  'registration.readMrz': acts(REGISTRARS),
  'registration.addAttachment': acts(REGISTRARS),
  'registration.removeAttachment': acts(REGISTRARS),
  'registration.attachment': reads(REGISTRARS),
  'registration.submit': acts(REGISTRARS),
  'registration.applications': reads(REGISTRARS),
  'registration.application': reads(REGISTRARS),
  'registration.findApplication': reads(REGISTRARS),
  'registration.correct': acts(REGISTRARS),

  'printing.jobs': reads(EVERY_ROLE),
  'printing.job': reads(EVERY_ROLE),
  'printing.open': reads(EVERY_ROLE),
  'printing.answerUncertain': acts(EVERY_ROLE),
  'printing.retry': acts(EVERY_ROLE),
  'printing.reprint': acts(REGISTRARS),

  'outbox.summary': reads(EVERY_ROLE),
  'outbox.items': reads(EVERY_ROLE),
  'outbox.sendNow': acts(EVERY_ROLE),
  // Harmless, and in a village there may be nobody else.
  'outbox.retry': acts(EVERY_ROLE),
  'outbox.changeSettings': acts(UPKEEP),

  'handCarry.overview': reads(EVERY_ROLE),
  'handCarry.save': acts(EVERY_ROLE),
  'handCarry.readReplies': acts(EVERY_ROLE),

  'devices.list': reads(EVERY_ROLE),
  'devices.log': reads(EVERY_ROLE),
  'devices.printLog': acts(EVERY_ROLE),
  'devices.testCard': acts(EVERY_ROLE),
  'devices.testPrint': acts(EVERY_ROLE),

  'cameras.choices': { ...reads(EVERY_ROLE, ['counter', 'self-service']), openOn: CITIZEN },
  'cameras.choose': { ...acts(EVERY_ROLE, ['counter', 'self-service']), openOn: CITIZEN },
  'cameras.takeStill': acts(REGISTRARS),
  'cameras.tellCondition': citizen,

  'cards.readPassport': acts(REGISTRARS),
  'cards.readIdentityCard': acts(REGISTRARS),

  'selfService.health': open(CITIZEN),
  'selfService.status': citizen,
  'selfService.refresh': citizen,
  'selfService.paper': citizen,
  'selfService.printGuide': { ...acts(EVERY_ROLE, ['counter', 'self-service']), openOn: CITIZEN },
  'selfService.saveApplication': citizen,
  'selfService.addPicture': citizen,
  'selfService.dropApplication': citizen,
  'selfService.help': open(['counter', 'self-service']),
  'selfService.askForHelp': citizen,
  'selfService.endHelp': { ...acts(EVERY_ROLE, ['counter', 'self-service']), openOn: CITIZEN },

  'feedback.rate': citizen,
  'feedback.survey': citizen,
  'feedback.addMedia': citizen,
  'feedback.dropMedia': citizen,
  'feedback.complain': citizen,
  'feedback.complaint': citizen,
  'feedback.media': reads(SUPERVISOR),
  'feedback.months': reads(SUPERVISOR),
  'feedback.complaints': reads(SUPERVISOR),
  'feedback.answerComplaint': acts(SUPERVISOR),

  'practice.state': open(TRAY),
  'practice.specimens': open(TRAY),
  'practice.paper': open(TRAY),
  'practice.takePaper': open(TRAY, 'act'),
  'practice.setPrinter': open(TRAY, 'act'),
  'practice.setScanner': open(TRAY, 'act'),
  'practice.scan': open(TRAY, 'act'),
  'practice.setReader': open(TRAY, 'act'),
  'practice.layCard': open(TRAY, 'act'),
  'practice.takeCard': open(TRAY, 'act'),
  'practice.setIdentityCardReader': open(TRAY, 'act'),
  'practice.readIdentityCard': open(TRAY, 'act'),
  'practice.setStillCamera': open(TRAY, 'act'),
  'practice.setTrouble': open(TRAY, 'act'),
  'practice.setScene': open(TRAY, 'act'),
  'practice.setLine': open(TRAY, 'act'),
  'practice.setHours': open(TRAY, 'act'),
  'practice.setPower': open(TRAY, 'act'),
};

export type Authorisation = 'allowed' | 'FORBIDDEN' | 'SIGNED_OUT' | 'LOCKED';

/** May this face, with this session, call this? A procedure without a permission is forbidden. */
export function authorise(
  permission: Permission | undefined,
  face: Face,
  session: Session | null,
): Authorisation {
  if (!permission?.faces.includes(face)) return 'FORBIDDEN';
  if (permission.openOn?.includes(face)) return 'allowed';
  if (session?.locked && !permission.whileLocked) return 'LOCKED';
  if (permission.roles === 'anyone') return 'allowed';
  if (!session) return 'SIGNED_OUT';
  return permission.roles.includes(session.role) ? 'allowed' : 'FORBIDDEN';
}
