import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { formatComplaintCode } from '../../../contract/domain/complaint.ts';
import type { Store, WritableDatabase } from '../../store/database.ts';
import { insertMedia, insertMediaPiece, setMediaSent } from '../../store/tables/complaint-media.ts';
import { insertComplaint } from '../../store/tables/feedback.ts';
import { queueFeedback } from '../../store/tables/feedback-outbox.ts';
import { queueMedia } from '../../store/tables/media-outbox.ts';

/** A voice note of no sound: the EBML header (RFC 8794, 11.2.1) and noise. */
export function specimenVoice(byteLength: number): Buffer {
  return Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), randomBytes(byteLength - 4)]);
}

/** A complaint of a voice note alone, in two pieces, written down the way the station does. */
export function sayComplaint(store: Store, bytes: Uint8Array): { complaintId: string; mediaId: string } {
  const [complaintId, mediaId] = [v7(), v7()];
  store.transaction((database) => {
    insertVoice(database, complaintId, mediaId, bytes);
    setMediaSent(database, mediaId, 2);
    queueMedia(database, mediaId, complaintId);
    const code = formatComplaintCode([...randomBytes(8)].map((byte) => byte & 31));
    const answered = { answer: null, answeredAt: null };
    insertComplaint(
      database,
      { id: complaintId, code, kind: 'complaint', text: '', sentAt: 2, ...answered },
      v7(),
    );
    queueFeedback(database, 'complaint', complaintId);
  });
  return { complaintId, mediaId };
}

function insertVoice(
  database: WritableDatabase,
  complaintId: string,
  mediaId: string,
  bytes: Uint8Array,
): void {
  insertMedia(database, {
    id: mediaId,
    complaintId,
    kind: 'voice',
    contentType: 'audio/webm',
    byteLength: 0,
    pieces: 0,
    consentedAt: 1,
    sentAt: null,
  });
  const half = Math.ceil(bytes.length / 2);
  insertMediaPiece(database, mediaId, 0, bytes.subarray(0, half));
  insertMediaPiece(database, mediaId, 1, bytes.subarray(half));
}
