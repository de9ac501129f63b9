import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.mjs';

/** Lines of a failed command that are worth showing; the rest is in the log. */
const TAIL_LINES = 60;

/** A command that ended with another code than 0; `output` is everything it printed. */
export class CommandFailed extends Error {
  constructor(command, code, output) {
    super(`${command} failed (exit code ${code}).`);
    this.name = 'CommandFailed';
    this.output = output;
  }

  get tail() {
    return this.output.trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
  }
}

const running = new Set();

/** Ends what is still running; used when the person presses Ctrl-C during the preparation. */
export const stopRunning = () => {
  for (const child of running) child.kill('SIGTERM');
};

/**
 * Runs a command to its end and returns its output. Nothing is printed: the caller shows the
 * progress, and the output on failure. With `log` the output is also appended to that file.
 */
export const run = (command, args, { cwd = ROOT, env = {}, log, onLine, isShell = false } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: isShell,
    });
    running.add(child);
    let output = '';
    const take = (chunk) => {
      output += chunk;
      if (log) fs.appendFileSync(log, chunk);
      if (onLine) String(chunk).split('\n').filter(Boolean).forEach(onLine);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => {
      running.delete(child);
      reject(new CommandFailed(command, error.code, `${output}\n${error.message}`));
    });
    child.on('close', (code, signal) => {
      running.delete(child);
      const name = [path.basename(command), ...args.map((a) => path.basename(a))].join(' ');
      if (code === 0) resolve(output);
      else reject(new CommandFailed(name, code ?? signal, output));
    });
  });

/** Runs a Node program with the Node that runs this one. */
export const runNode = (file, args, options) => run(process.execPath, [file, ...args], options);
