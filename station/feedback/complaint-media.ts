import {
  type ComplaintMedia,
  type ComplaintMediaKind,
  LARGEST_MEDIA_BYTES,
} from '../../contract/domain/complaint.ts';
import type { Clock } from '../clock/clock.ts';
import { inspectPicture } from '../registration/pictures/inspect-picture.ts';
import { badRequest, refusal } from '../rpc/refusal.ts';
import type { ReadableDatabase, Store, WritableDatabase } from '../store/database.ts';
import {
  deleteOtherUnsentMedia,
  deleteUnsentMedia,
  insertMedia,
  insertMediaPiece,
  readMedia,
  readMediaBytes,
  setMediaSent,
} from '../store/tables/complaint-media.ts';
import { isMediaKept, queueMedia } from '../store/tables/media-outbox.ts';

export interface MediaPiece {
  readonly complaintId: string;
  readonly mediaId: string;
  readonly kind: ComplaintMediaKind;
  readonly place: number;
  readonly bytes: Uint8Array;
}

/** Pictures and voice notes of complaints. Every method may throw `StoreError`. */
export interface ComplaintMediaStore {
  /** Refuses as the contract says; answers after the commit. */
  add(piece: MediaPiece): void;
  drop(mediaId: string): void;
  /** In the transaction of the complaint: they are its own from now on. `NOT_FOUND` when one is not there. */
  send(database: WritableDatabase, complaintId: string, mediaIds: readonly string[], at: number): void;
  /** `NOT_FOUND` unless it was sent, and once its bytes were forgotten because the office has them. */
  read(mediaId: string): { readonly contentType: string; readonly bytes: Uint8Array };
}

export function createComplaintMedia(store: Store, clock: Pick<Clock, 'now'>): ComplaintMediaStore {
  function begin(database: WritableDatabase, { complaintId, mediaId, kind, bytes }: MediaPiece): void {
    const contentType = contentTypeOf(kind, bytes);
    if (contentType === null) throw refusal('BAD_PICTURE');
    deleteOtherUnsentMedia(database, complaintId, kind);
    insertMedia(database, {
      id: mediaId,
      complaintId,
      kind,
      contentType,
      byteLength: 0,
      pieces: 0,
      consentedAt: clock.now(),
      sentAt: null,
    });
  }

  return {
    add(piece) {
      const { complaintId, mediaId, kind, place, bytes } = piece;
      store.transaction((database) => {
        if (place === 0 && !readMedia(database, mediaId)) begin(database, piece);
        const media = readMedia(database, mediaId);
        if (media?.complaintId !== complaintId || media.kind !== kind || media.sentAt !== null)
          throw refusal('CONFLICT');
        if (place < media.pieces) return;
        if (place > media.pieces) throw refusal('CONFLICT');
        if (media.byteLength + bytes.byteLength > LARGEST_MEDIA_BYTES) throw refusal('BAD_PICTURE');
        insertMediaPiece(database, mediaId, place, bytes);
      });
    },
    drop(mediaId) {
      store.transaction((database) => deleteUnsentMedia(database, mediaId));
    },
    send(database, complaintId, mediaIds, at) {
      const kinds = mediaIds.map((id) => requireUnsent(database, complaintId, id).kind);
      if (new Set(kinds).size !== kinds.length) throw badRequest([{ at: 'mediaIds', code: 'one-of-each' }]);
      for (const id of mediaIds) {
        setMediaSent(database, id, at);
        queueMedia(database, id, complaintId);
      }
    },
    read(mediaId) {
      const media = readMedia(store.read, mediaId);
      if (media === null || media.sentAt === null || !isMediaKept(store.read, mediaId))
        throw refusal('NOT_FOUND');
      return { contentType: media.contentType, bytes: readMediaBytes(store.read, mediaId) };
    },
  };
}

function requireUnsent(database: ReadableDatabase, complaintId: string, id: string) {
  const media = readMedia(database, id);
  if (media?.complaintId !== complaintId || media.sentAt !== null) throw refusal('NOT_FOUND');
  return media;
}

/** By the first bytes, never by what the sender says; null for anything else. Nothing is decoded here. */
function contentTypeOf(kind: ComplaintMediaKind, bytes: Uint8Array): ComplaintMedia['contentType'] | null {
  if (kind === 'picture') return inspectPicture(bytes)?.mediaType ?? null;
  return isWebm(bytes) ? 'audio/webm' : null;
}

/** The EBML header every WebM file begins with (RFC 8794 §11.2.1). */
function isWebm(bytes: Uint8Array): boolean {
  return [0x1a, 0x45, 0xdf, 0xa3].every((value, at) => bytes[at] === value);
}
