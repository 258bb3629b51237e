/** The device's end of a gadget: a file of the kernel that never makes its reader or writer wait. */
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { until } from '../support/wait.ts';

const CONFIGURED_MS = 10_000;

/** Before the host has chosen the device's configuration there is no file, or it does not open. */
export async function openConfigured(path: string): Promise<FileHandle> {
  const opened: FileHandle[] = [];
  await until('the host has configured the gadget', CONFIGURED_MS, async () => {
    try {
      opened.push(await open(path, constants.O_RDWR | constants.O_NONBLOCK));
      return true;
    } catch (error) {
      if (isNotNow(error)) return false;
      throw error;
    }
  });
  const [file] = opened;
  if (!file) throw new Error(`${path} was not opened`);
  return file;
}

/** At most `length` bytes; empty where nothing is there, or the gadget is unplugged. */
export async function readSome(file: FileHandle, length: number): Promise<Uint8Array> {
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(length));
    return Uint8Array.from(buffer.subarray(0, bytesRead));
  } catch (error) {
    if (isNotNow(error)) return new Uint8Array();
    throw error;
  }
}

/** How many bytes the kernel took: none where it still has those before, or the gadget is unplugged. */
export async function writeSome(file: FileHandle, bytes: Uint8Array): Promise<number> {
  try {
    return (await file.write(bytes)).bytesWritten;
  } catch (error) {
    if (isNotNow(error)) return 0;
    throw error;
  }
}

const NOT_NOW = ['EAGAIN', 'ENODEV', 'ENOENT', 'ESHUTDOWN'];

function isNotNow(error: unknown): boolean {
  return error instanceof Error && 'code' in error && NOT_NOW.includes(String(error.code));
}
