import { expect, test } from 'vitest';
import type { Issue, IssueCode } from '../../contract/domain/issue.ts';
import { blockingIssues, issuesToShow } from './field-issues.ts';

function issue(at: string, code: IssueCode, severity: Issue['severity'] = 'block'): Issue {
  return { at, step: 'identity', severity, code, values: {} };
}

const issues = [
  issue('identity.nik', 'required'),
  issue('identity.fullName', 'name-single-word', 'warn'),
  issue('identity.birthDate', 'not-a-date'),
];
const atRest = { editing: false, showMissing: false, shownBefore: [] };

const codes = (field: string, sight: Parameters<typeof issuesToShow>[2]) =>
  issuesToShow(issues, field, sight).map(({ code }) => code);

test('an untouched required field is not complained about before "next"', () => {
  expect(codes('identity.nik', atRest)).toEqual([]);
  expect(codes('identity.nik', { ...atRest, showMissing: true })).toEqual(['required']);
});

test('warnings and errors stand beside their own field', () => {
  expect(codes('identity.fullName', atRest)).toEqual(['name-single-word']);
  expect(codes('identity.birthDate', atRest)).toEqual(['not-a-date']);
});

test('nothing new appears under the typing finger, nothing shown is hidden by it', () => {
  const editing = { ...atRest, editing: true };
  expect(codes('identity.birthDate', editing)).toEqual([]);
  expect(codes('identity.birthDate', { ...editing, shownBefore: ['not-a-date'] })).toEqual(['not-a-date']);
});

test('only blocking issues of the step hold it back', () => {
  expect(blockingIssues(issues, 'identity').map(({ at }) => at)).toEqual([
    'identity.nik',
    'identity.birthDate',
  ]);
  expect(blockingIssues(issues, 'contact')).toEqual([]);
});
