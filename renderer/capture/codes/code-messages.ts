/** A frame on its way to the worker; the bitmap is transferred. */
export interface CodeRequest {
  readonly number: number;
  readonly frame: ImageBitmap;
}

/** `failed` when the reader itself could not be loaded. */
export interface CodeAnswer {
  readonly number: number;
  readonly outcome: { readonly kind: 'read'; readonly text: string | null } | { readonly kind: 'failed' };
}
