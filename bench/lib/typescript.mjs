import fs from 'node:fs';
import Module, { createRequire } from 'node:module';
import { buildSync, transformSync } from 'esbuild';

const require = createRequire(import.meta.url);

const compile = (module, filename) => {
  const { code } = transformSync(fs.readFileSync(filename, 'utf8'), {
    loader: 'ts',
    format: 'cjs',
    target: 'node20',
    sourcefile: filename,
    sourcemap: 'inline',
  });
  module._compile(code, filename);
};

/** Lets `require` load TypeScript, so that a bench uses the test harness as it is. */
export const requireTypeScript = (file) => {
  require.extensions['.ts'] ??= compile;
  return require(file);
};

/** The same as one piece with all it imports, as plugins are shipped: what is timed is what runs. */
export const requireBundled = (file) => {
  const { outputFiles } = buildSync({
    entryPoints: [file],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    write: false,
  });
  const module = new Module(file);
  module.paths = require.resolve.paths(file) ?? [];
  module._compile(outputFiles[0].text, file);
  return module.exports;
};
