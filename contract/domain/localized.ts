import { z } from 'zod';

/** A text in every language the kiosk speaks. Indonesian is the one that must be right. */
export const localizedSchema = z.strictObject({ id: z.string().min(1), en: z.string().min(1) });
export type Localized = z.infer<typeof localizedSchema>;

export const languageSchema = z.enum(['id', 'en']);
export type Language = z.infer<typeof languageSchema>;
