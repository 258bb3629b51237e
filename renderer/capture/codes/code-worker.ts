import { prepareZXingModule } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { CodeAnswer, CodeRequest } from './code-messages.ts';
import { decodeCode } from './decode-code.ts';

prepareZXingModule({ overrides: { locateFile: () => wasmUrl } });

addEventListener('message', ({ data }: MessageEvent<CodeRequest>) => void answer(data));

async function answer({ number, frame }: CodeRequest): Promise<void> {
  const reply = (outcome: CodeAnswer['outcome']) => postMessage({ number, outcome } satisfies CodeAnswer);
  try {
    reply({ kind: 'read', text: await decodeCode(pictureOf(frame)) });
  } catch {
    reply({ kind: 'failed' });
  } finally {
    frame.close();
  }
}

function pictureOf(frame: ImageBitmap): ImageData {
  const context = new OffscreenCanvas(frame.width, frame.height).getContext('2d', {
    willReadFrequently: true,
  });
  if (!context) throw new Error('no drawing context');
  context.drawImage(frame, 0, 0);
  return context.getImageData(0, 0, frame.width, frame.height);
}
