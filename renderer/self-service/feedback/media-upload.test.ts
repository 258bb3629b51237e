import { expect, test, vi } from 'vitest';
import { LARGEST_MEDIA_PIECE } from '../../../contract/domain/complaint.ts';
import { newIdentifier } from '../../system/identifiers.ts';
import { createMediaUpload } from './media-upload.ts';

function openBench() {
  const told: string[] = [];
  const addMedia = vi.fn(async ({ place, piece }: { place: number; piece: Blob }) => {
    await Promise.resolve();
    told.push(`${place}: ${piece.size}`);
    return {};
  });
  const dropMedia = vi.fn(async () => {
    told.push('drop');
    return {};
  });
  return { told, addMedia, upload: createMediaUpload({ addMedia, dropMedia }, newIdentifier(), 'voice') };
}

test('pieces go one after another in their order, large ones cut', async () => {
  const { told, upload } = openBench();
  upload.add(new Blob([new Uint8Array(10)]));
  upload.add(new Blob([new Uint8Array(LARGEST_MEDIA_PIECE + 5)]));
  await upload.done();
  expect(told).toEqual(['0: 10', `1: ${LARGEST_MEDIA_PIECE}`, '2: 5']);
});

test('a piece that fails is told to whoever waits, nothing is sent after it, and it can still be dropped', async () => {
  const { told, addMedia, upload } = openBench();
  addMedia.mockRejectedValueOnce(new Error('full'));
  upload.add(new Blob(['a']));
  upload.add(new Blob(['b']));
  await expect(upload.done()).rejects.toThrow('full');
  upload.drop();
  await vi.waitFor(() => expect(told).toEqual(['drop']));
});
