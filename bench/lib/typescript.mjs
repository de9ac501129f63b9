import fs from 'node:fs';
import { createRequire } from 'node:module';
import { transformSync } from 'esbuild';

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
