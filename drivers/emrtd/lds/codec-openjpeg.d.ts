/** The part of `@cornerstonejs/codec-openjpeg`, which comes without types, that decodes. */
declare module '@cornerstonejs/codec-openjpeg/decodewasmjs' {
  interface FrameInfo {
    readonly width: number;
    readonly height: number;
    readonly bitsPerSample: number;
    readonly componentCount: number;
    readonly isSigned: boolean;
  }
  interface Jpeg2000Decoder {
    /** Room inside the module for the encoded image. */
    getEncodedBuffer(length: number): Uint8Array;
    decode(): void;
    /** A view into the module, gone with the next call. */
    getDecodedBuffer(): Uint8Array;
    getFrameInfo(): FrameInfo;
    delete(): void;
  }
  interface OpenJpeg {
    readonly J2KDecoder: new () => Jpeg2000Decoder;
  }
  const openJpeg: (options: {
    readonly print: (line: string) => void;
    readonly printErr: (line: string) => void;
  }) => Promise<OpenJpeg>;
  export = openJpeg;
}
