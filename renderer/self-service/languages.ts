import { type Language, languageSchema } from '../../contract/domain/localized.ts';

/** Each language by its own name. A language added to the contract must be named here, and then stands on every screen. */
const NAMES: Readonly<Record<Language, string>> = { id: 'Bahasa Indonesia', en: 'English' };

/** Every language the citizens' face speaks, Indonesian first. */
export const LANGUAGES: readonly { readonly code: Language; readonly name: string }[] =
  languageSchema.options.map((code) => ({ code, name: NAMES[code] }));
