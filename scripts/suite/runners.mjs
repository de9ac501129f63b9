import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { at, ROOT } from '../lib/paths.mjs';
import {
  addCounts,
  countsOfJest,
  countsOfOutput,
  countsOfTap,
  failedFiles,
  noCounts,
} from './counts.mjs';
import { leftOut, readPending } from './pending.mjs';

const RESULTS = at('tests/artifacts/results');

/**
 * Runs a Node program to its end, showing what it prints, and returns exit code and output. It is
 * ended when it takes longer than the limit: a hanging test must not hang the whole run.
 */
const runShowing = (args, { env = {}, limitMs, shows = ['stdout', 'stderr'] }) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      // Colours are for people at a terminal, not for logs.
      env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of ['stdout', 'stderr']) {
      child[stream].on('data', (chunk) => {
        output += chunk;
        if (shows.includes(stream)) process[stream].write(chunk);
      });
    }
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 15_000).unref();
    }, limitMs);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? 1, output, isLate });
    });
  });

const failure = (what) => ({ ...noCounts(), failed: 1, failures: [what], problem: what });

/** A run that ended badly without a failed test to show for it is itself a failure. */
const settle = (counts, { code, isLate }, limitMs) => {
  if (isLate)
    return { ...counts, failed: counts.failed + 1, problem: `over ${limitMs / 1000} s, ended` };
  if (code !== 0 && counts.failed === 0) {
    return { ...counts, failed: 1, problem: `ended with exit code ${code}` };
  }
  return counts;
};

/** Runs Jest once: its report, undefined where it wrote none, and how it ended. */
const runJestOnce = async (flags, { file, env, limitMs }) => {
  fs.rmSync(file, { force: true });
  const jest = at('node_modules/jest/bin/jest.js');
  const ended = await runShowing(
    // Strapi's own use of pg is noted as deprecated at every start.
    ['--no-deprecation', jest, '--json', `--outputFile=${file}`, ...flags],
    // stdout only says where the report is.
    { env, limitMs, shows: ['stderr'] },
  );
  const report = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
  return { report, ended };
};

/** More files than this are not bad luck with a busy machine. */
const FEW_FILES = 3;

/**
 * One Jest project; the report goes to tests/artifacts/results. `part`: see pending.mjs. Few failed
 * files are run once more, alone: a test that passes then counts, and is named as unsteady.
 */
export const runJest = async ({ name, project, part, env, args = [], files = [], limitMs }) => {
  fs.mkdirSync(RESULTS, { recursive: true });
  const { flags: ignored, skips } = leftOut(readPending(), part);
  const flags = ['--selectProjects', ...project, ...ignored, ...args];
  const options = { env, limitMs };
  const { report, ended } = await runJestOnce([...flags, '--', ...files], {
    ...options,
    file: path.join(RESULTS, `${name}.json`),
  });
  if (!report) return failure(`Jest wrote no report (exit code ${ended.code})`);

  const failed = failedFiles(report);
  const isWorthIt = !ended.isLate && failed.length > 0 && failed.length <= FEW_FILES;
  if (isWorthIt) console.log(`running again, alone: ${failed.join(', ')}`);
  const second = isWorthIt
    ? await runJestOnce([...flags, '--runInBand', '--', ...failed], {
        ...options,
        file: path.join(RESULTS, `${name}-again.json`),
      })
    : undefined;
  const last = second?.report ? second.ended : ended;
  const counts = settle(countsOfJest(report, second?.report), last, limitMs);
  const total = addCounts(counts, { ...noCounts(), skipped: skips.length, skips });
  return counts.problem ? { ...total, problem: counts.problem } : total;
};

const testFiles = (folder) =>
  fs.existsSync(at(folder))
    ? fs
        .readdirSync(at(folder), { recursive: true })
        .map((name) => path.join(folder, String(name)))
        .filter((name) => name.endsWith('.test.mjs') && !name.includes('node_modules'))
    : [];

/** The tests of plain Node scripts, with Node's own runner: Jest runs CommonJS only. */
export const runNodeTests = async ({ folders, limitMs }) => {
  const files = folders.flatMap(testFiles);
  const ended = await runShowing(['--test', '--test-reporter=tap', ...files], {
    limitMs,
    shows: [],
  });
  const counts = countsOfTap(ended.output);
  if (counts.failed > 0 || ended.code !== 0) process.stdout.write(ended.output);
  return settle(counts, ended, limitMs);
};

/** A test program of ours: it ends with the plain line, and says `skipped: why` for each skip. */
export const runProgram = async ({ file, env, args = [], limitMs }) => {
  const ended = await runShowing([at(file), ...args], { env, limitMs });
  const counts = countsOfOutput(ended.output);
  return counts
    ? settle(counts, ended, limitMs)
    : failure(`${file} printed no counts (exit code ${ended.code})`);
};
