import { type ComplaintMediaKind, LARGEST_MEDIA_PIECE } from '../../../contract/domain/complaint.ts';
import { newIdentifier } from '../../system/identifiers.ts';
import type { StationClient } from '../../system/station-link.ts';

export type MediaCommands = Pick<StationClient['feedback'], 'addMedia' | 'dropMedia'>;

/** A picture or voice note on its way to the station, piece after piece. */
export interface MediaUpload {
  readonly mediaId: string;
  /** Sent in the order they are given, cut where they are too large. */
  add(bytes: Blob): void;
  /** Resolves when everything given so far is durable; rejects with the first thing that failed. */
  done(): Promise<void>;
  /** The station forgets it. */
  drop(): void;
}

/** The citizen has agreed before this is called. */
export function createMediaUpload(
  commands: MediaCommands,
  complaintId: string,
  kind: ComplaintMediaKind,
): MediaUpload {
  const mediaId = newIdentifier();
  let place = 0;
  let last: Promise<unknown> = Promise.resolve();

  function send(piece: Blob): void {
    const at = place;
    place += 1;
    last = last.then(() =>
      commands.addMedia({ complaintId, mediaId, kind, consent: true, place: at, piece }),
    );
    // Whoever waits for `done` hears of it.
    last.catch(() => undefined);
  }

  return {
    mediaId,
    add(bytes) {
      for (let start = 0; start < bytes.size; start += LARGEST_MEDIA_PIECE)
        send(bytes.slice(start, start + LARGEST_MEDIA_PIECE));
    },
    done: async () => void (await last),
    drop() {
      last
        .catch(() => undefined)
        .then(() => commands.dropMedia({ mediaId }))
        .catch(() => undefined);
    },
  };
}
