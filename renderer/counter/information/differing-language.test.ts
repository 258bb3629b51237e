import { expect, test } from 'vitest';
import { differingLanguage } from './differing-language.ts';

const text = (id: string, en: string) => ({ kind: 'text', text: { id, en } }) as const;

test('a part is shown in the language in use, unless only the other one’s words changed', () => {
  const onlyEnglish = { part: 'text', before: text('sama', 'old'), after: text('sama', 'new') } as const;
  expect(differingLanguage(onlyEnglish, 'id')).toBe('en');
  expect(differingLanguage(onlyEnglish, 'en')).toBe('en');
  const both = { part: 'text', before: text('lama', 'old'), after: text('baru', 'new') } as const;
  expect(differingLanguage(both, 'id')).toBe('id');
  expect(differingLanguage({ ...both, before: null }, 'en')).toBe('en');
  const money = { kind: 'money', rupiah: 1 } as const;
  expect(differingLanguage({ part: 'amount', before: money, after: money }, 'id')).toBe('id');
});
