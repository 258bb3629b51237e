import { z } from 'zod';
import { stationFatalSchema } from './station-channel.ts';

export {
  FACE_INTERACTIVE_CHANNEL,
  FACE_INTERACTIVE_MESSAGE,
  FACE_LISTENS_CHANNEL,
  FACE_LISTENS_MESSAGE,
  STATION_STATE_CHANNEL,
} from './window-channels.ts';

/** What the preload script passes on into its own page, with the port attached to `connected`. */
export const stationStateSchema = z.discriminatedUnion('state', [
  z.object({ topic: z.literal('anjungan-station'), state: z.literal('connected') }),
  /** Every pending call is lost; another port follows when the station is back. */
  z.object({ topic: z.literal('anjungan-station'), state: z.literal('lost') }),
  /** The station cannot start and will not be tried again by itself. */
  z.object({ topic: z.literal('anjungan-station'), state: z.literal('fatal'), reason: stationFatalSchema }),
]);
export type StationState = z.infer<typeof stationStateSchema>;
