import { gatherWords } from './gather-words.ts';

export function englishWords(): Record<string, object> {
  return gatherWords(import.meta.glob<object>('../words/en/*.json', { eager: true, import: 'default' }));
}
