import type { ByteReader } from '../../byte-reader.ts';

/** A sealed bundle as it is sent or carried. Its `read` throws `StoreError`. */
export interface BundleReader extends ByteReader {
  close(): void;
}
