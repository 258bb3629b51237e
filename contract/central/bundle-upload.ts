/**
 * How a bundle travels, after the IETF draft *Resumable Uploads for HTTP* (draft-ietf-httpbis-resumable-upload, 4):
 * central's offset is the truth, and what has arrived is never sent again.
 *
 * - `HEAD` of `bundlePath` answers 204 with `Upload-Offset` (bytes that are durable at central) and `Upload-Complete`.
 * - `PATCH` with `Upload-Offset` and `Upload-Complete: ?1` appends the rest of the bundle from that offset, as
 *   `application/partial-upload`; with `?0` less than the rest, where a data budget ends. It answers one `PacketAnswer` as JSON: 200, or 409 with the offset that is right.
 * - While bytes of a `PATCH` arrive, central says `102 Processing` (RFC 2518, 10.1) once a second, so that a line that went
 *   silent is told from one whose bytes wait in buffers on the way. Where a proxy keeps that back, the station waits longer.
 *
 * A packet whose core central does not have is 404 for both. The bytes of a complaint's picture or voice note travel the same way under the
 * id that the feedback item `media` announced.
 */
export const UPLOAD_OFFSET = 'upload-offset';
export const UPLOAD_COMPLETE = 'upload-complete';
/** A structured-field boolean (RFC 9651, 3.3.6). */
export const COMPLETE = '?1';
export const INCOMPLETE = '?0';
export const PARTIAL_UPLOAD = 'application/partial-upload';

export function bundlePath(packetId: string): string {
  return `/v1/packets/${packetId}/bundle`;
}

/** A header's offset in bytes, or null when it is none. */
export function readUploadOffset(header: string | undefined): number | null {
  return /^\d{1,12}$/.test(header ?? '') ? Number(header) : null;
}
