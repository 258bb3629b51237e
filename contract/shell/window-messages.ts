import { STATION_FATALS, type StationFatal } from './station-fatal.ts';

export {
  FACE_INTERACTIVE_CHANNEL,
  FACE_INTERACTIVE_MESSAGE,
  FACE_LISTENS_CHANNEL,
  FACE_LISTENS_MESSAGE,
  STATION_STATE_CHANNEL,
} from './window-channels.ts';

/** Marks the messages below among whatever else a page is sent. */
export const STATION_TOPIC = 'anjungan-station';

/** What the preload script passes on into its own page, with the port attached to `connected`. */
export type StationState =
  | { readonly topic: typeof STATION_TOPIC; readonly state: 'connected' }
  /** Every pending call is lost; another port follows when the station is back. */
  | { readonly topic: typeof STATION_TOPIC; readonly state: 'lost' }
  /** The station cannot start and will not be tried again by itself. */
  | { readonly topic: typeof STATION_TOPIC; readonly state: 'fatal'; readonly reason: StationFatal };

/** Null for any other message. Without the schema library, which a first screen would wait for. */
export function readStationState(data: unknown): StationState | null {
  if (!hasText(data, 'topic') || data.topic !== STATION_TOPIC || !hasText(data, 'state')) return null;
  if (data.state === 'connected' || data.state === 'lost') return { topic: STATION_TOPIC, state: data.state };
  const reason = data.state === 'fatal' && hasText(data, 'reason') ? data.reason : null;
  const known = STATION_FATALS.find((each) => each === reason);
  return known === undefined ? null : { topic: STATION_TOPIC, state: 'fatal', reason: known };
}

function hasText<Name extends string>(data: unknown, name: Name): data is Record<Name, string> {
  return typeof data === 'object' && data !== null && typeof Reflect.get(data, name) === 'string';
}
