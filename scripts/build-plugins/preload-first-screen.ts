import type { HtmlTagDescriptor, Plugin } from 'vite';

/**
 * Fetches what a first screen needs along with its first script rather than after it: its letters, and what that script
 * asks for by itself.
 * @param letters part of the name of the font's file
 * @param drawing name of the module that draws, where a page's first script asks for it
 */
export function preloadFirstScreen(letters: string, drawing: string): Plugin {
  return {
    name: 'preload-first-screen',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {}, chunk }) {
        const font = Object.keys(bundle).find((name) => name.includes(letters));
        if (font === undefined) throw new Error(`the faces no longer use ${letters}`);
        const drawn = chunk?.dynamicImports.filter((file) => file.includes(drawing)) ?? [];
        const scripts = drawn.flatMap((file) => {
          const script = bundle[file];
          return script?.type === 'chunk' ? [file, ...script.imports] : [];
        });
        const early = scripts.filter((file) => !chunk?.imports.includes(file));
        return [
          ...early.map((file) => preload(file, { rel: 'modulepreload' })),
          preload(font, { rel: 'preload', as: 'font', type: 'font/woff2' }),
        ];
      },
    },
  };
}

function preload(file: string, attrs: Record<string, string>): HtmlTagDescriptor {
  return { tag: 'link', attrs: { ...attrs, crossorigin: '', href: `./${file}` }, injectTo: 'head' };
}
