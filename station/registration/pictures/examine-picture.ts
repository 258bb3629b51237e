import { createHash } from 'node:crypto';
import { LARGEST_PICTURE_BYTES } from '../../../contract/station/registration.ts';
import { refusal } from '../../rpc/refusal.ts';
import type { StoredPicture } from '../../store/tables/draft-attachments.ts';
import { inspectPicture } from './inspect-picture.ts';

export interface NewPicture {
  readonly attachmentId: string;
  /** Requirement page key, `photo` or `signature`. */
  readonly kind: string;
  /** As the sender says; must be what the bytes say. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** What is kept of a picture. `BAD_PICTURE` when its bytes are not what the sender says, or too many. */
export function examinePicture(picture: NewPicture, at: number): StoredPicture {
  const { bytes, width, height } = picture;
  const facts = bytes.byteLength > LARGEST_PICTURE_BYTES ? null : inspectPicture(bytes);
  if (facts?.width !== width || facts.height !== height) throw refusal('BAD_PICTURE');
  return {
    attachment: {
      id: picture.attachmentId,
      kind: picture.kind,
      ...facts,
      byteLength: bytes.byteLength,
      capturedAt: at,
    },
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}
