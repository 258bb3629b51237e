import { traverseContractProcedures } from '@orpc/server';
import { expect, test } from 'vitest';
import { type Role, roleSchema } from '../../contract/domain/officer.ts';
import { type Face, faceSchema } from '../../contract/shell/face.ts';
import type { Session } from '../../contract/station/access.ts';
import { stationContract } from '../../contract/station/contract.ts';
import { authorise, PERMISSIONS } from './permissions.ts';

function procedurePaths(): string[] {
  const paths: string[] = [];
  traverseContractProcedures({ router: stationContract, path: [] }, ({ path }) => paths.push(path.join('.')));
  return paths;
}

const session = (role: Role, locked = false): Session => ({
  officerId: '0193a0b0-0000-7000-8000-000000000001',
  name: 'Melinda Pesagi',
  role,
  signedInAt: 0,
  locked,
  counter: null,
});
const verdict = (path: string, face: Face, who: Session | null) => authorise(PERMISSIONS[path], face, who);

const ANYWHERE = ['system.facts', 'system.events'];
const SIGN_IN_SCREEN = [...ANYWHERE, 'access.officers', 'access.session', 'access.signIn', 'access.lock'];
/** What a citizen does alone. */
const SELF_SERVICE = [
  'queue.issue',
  'selfService.printGuide',
  'selfService.endHelp',
  'selfService.help',
  'catalog.searchVillages',
  'catalog.village',
  'cameras.choices',
  'cameras.choose',
];
const ONLY_SELF_SERVICE =
  /^selfService\.(health|status|refresh|paper|askForHelp|saveApplication|addPicture|dropApplication)$|^feedback\.(rate|survey|addMedia|dropMedia|complain|complaint)$|^cameras\.tellCondition$/;
const SUPERVISOR = /^feedback\.(media|months|complaints|answerComplaint)$/;
/** The hall's screen sees numbers, nobody else needs that reading. */
const DISPLAY = ['queue.board'];
/** The officer who locked the screen may be gone for the day. */
const WHILE_LOCKED = [...SIGN_IN_SCREEN, 'access.signOut', 'selfService.help'];
const CITIZEN_DATA =
  /^registration\.|^cards\.|^catalog\.(searchVillages|village)$|^queue\.(issue|serve|close|callNext|move|transfer)$|reprint$|^cameras\.takeStill$/;

test('the table names every procedure of the contract and nothing else', () => {
  expect(Object.keys(PERMISSIONS).sort()).toEqual(procedurePaths().sort());
  expect(authorise(undefined, 'counter', session('supervisor'))).toBe('FORBIDDEN');
});

test.each(procedurePaths())('%s', (path) => {
  const practice = path.startsWith('practice.');
  for (const face of faceSchema.options) {
    const signedOut = verdict(path, face, null);
    if (ANYWHERE.includes(path)) expect(signedOut).toBe('allowed');
    else if (path === 'catalog.current') expect(signedOut).toBe('allowed');
    else if (face === 'practice-tray') expect(signedOut).toBe(practice ? 'allowed' : 'FORBIDDEN');
    else if (DISPLAY.includes(path)) expect(signedOut).toBe(face === 'display' ? 'allowed' : 'FORBIDDEN');
    else if (face === 'self-service' && (SELF_SERVICE.includes(path) || ONLY_SELF_SERVICE.test(path)))
      expect(signedOut).toBe('allowed');
    else if (face === 'self-service' || face === 'display') expect(signedOut).toBe('FORBIDDEN');
    else if (practice || ONLY_SELF_SERVICE.test(path)) expect(signedOut).toBe('FORBIDDEN');
    else if (path === 'selfService.help') expect(signedOut).toBe('allowed');
    else if (SIGN_IN_SCREEN.includes(path)) expect(signedOut).toBe('allowed');
    else expect(signedOut).toBe('SIGNED_OUT');
  }
  for (const role of roleSchema.options) {
    if (ONLY_SELF_SERVICE.test(path)) {
      expect(verdict(path, 'counter', session(role))).toBe('FORBIDDEN');
      continue;
    }
    const locked = verdict(path, 'counter', session(role, true));
    const elsewhere = practice || DISPLAY.includes(path);
    expect(locked).toBe(elsewhere ? 'FORBIDDEN' : WHILE_LOCKED.includes(path) ? 'allowed' : 'LOCKED');
    const forbidden =
      elsewhere ||
      (role === 'technician' && CITIZEN_DATA.test(path)) ||
      (role === 'officer' && path === 'outbox.changeSettings') ||
      (role !== 'supervisor' && SUPERVISOR.test(path));
    expect(verdict(path, 'counter', session(role))).toBe(forbidden ? 'FORBIDDEN' : 'allowed');
  }
});
