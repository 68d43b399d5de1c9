import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  // The package has no `type`, so what runs in the main process is built as CommonJS: Electron evaluates it whole before it is
  // ready, and `parley:` has to be registered before that.
  main: {
    build: {
      // Native and CommonJS packages stay outside the bundle; they are found in node_modules. Of zod only what is used comes
      // in: the whole of it costs every thread some 10 MB.
      externalizeDeps: { exclude: ['zod'] },
      rollupOptions: {
        input: {
          index: at('src/main/index.ts'),
          serve: at('src/main/serve.ts'),
          cli: at('src/main/cli.ts'),
          'exchange-worker': at('src/main/exchange/exchange-worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload can load nothing at run time: it has to be one self-contained CommonJS file.
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: at('src/main/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react()],
    build: {
      // The window's policy allows no `data:` fonts or pictures.
      assetsInlineLimit: 0,
      minify: true,
      modulePreload: { polyfill: false },
      rollupOptions: { input: { index: at('src/renderer/index.html') } },
    },
  },
});
