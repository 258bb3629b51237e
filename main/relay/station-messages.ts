import { type FromStation, fromStationSchema } from '../../contract/shell/station-channel.ts';
import { asFaceData } from './face-data.ts';

/**
 * Undefined for anything outside the contract. Messages for a face are the many and the large ones: for them a look
 * at the shape says the same as the schema and copies nothing.
 */
export function parseFromStation(message: unknown): FromStation | undefined {
  if (isFaceMessage(message)) {
    const data = asFaceData(message.data);
    return data !== undefined && Number.isSafeInteger(message.faceId)
      ? { type: 'face-message', faceId: message.faceId, data }
      : undefined;
  }
  return fromStationSchema.safeParse(message).data;
}

function isFaceMessage(message: unknown): message is { type: 'face-message'; faceId: number; data: unknown } {
  return (
    typeof message === 'object' && message !== null && 'type' in message && message.type === 'face-message'
  );
}
