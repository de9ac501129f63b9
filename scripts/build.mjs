// Builds plugins, server and admin panel, skipping what did not change. `--force` builds all.
import { buildApp, buildPlugins } from './lib/build.mjs';
import { CommandFailed } from './lib/run.mjs';

try {
  const isForced = process.argv.includes('--force');
  const plugins = await buildPlugins({
    isForced,
    onPlugin: (id) => console.log(`Building ${id} …`),
  });
  console.log(plugins.length > 0 ? `Plugins: ${plugins.join(', ')}.` : 'Plugins are up to date.');
  const parts = await buildApp({ isForced });
  console.log(
    parts.length > 0 ? `Application: ${parts.join(', ')}.` : 'Application is up to date.',
  );
} catch (error) {
  console.error(
    error instanceof CommandFailed ? `${error.tail}\n\n${error.message}` : error.message,
  );
  process.exitCode = 1;
}
