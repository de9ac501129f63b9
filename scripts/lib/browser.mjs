import { spawn } from 'node:child_process';

const OPENERS = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
  linux: ['xdg-open'],
};

/** Opens an address in the person's browser; where there is none, nothing happens. */
export const openBrowser = (url) => {
  const [command, ...args] = OPENERS[process.platform] ?? OPENERS.linux;
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
};
