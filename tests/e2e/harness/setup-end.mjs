import fs from 'node:fs';

export default async () => {
  const { child, folder } = globalThis.suiteE2e ?? {};
  if (!child) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(timer);
  fs.rmSync(folder, { recursive: true, force: true });
};
