import { z } from 'zod';

/** Which window is calling. Stamped by the shell's relay, never told by the window. */
export const faceSchema = z.enum(['counter', 'self-service', 'display', 'practice-tray']);
export type Face = z.infer<typeof faceSchema>;
