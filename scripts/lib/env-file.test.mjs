import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { parseEnv } from 'node:util';
import { ensureSecrets, setting } from './env-file.mjs';

const SECRETS = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'JWT_SECRET',
  'ENCRYPTION_KEY',
];
const outer = { ...process.env };
let file;

const read = () => parseEnv(fs.readFileSync(file, 'utf8'));

beforeEach(() => {
  for (const name of [...SECRETS, 'PORT']) delete process.env[name];
  file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'env-file-')), '.env');
  process.env.ENV_PATH = file;
});

afterEach(() => {
  fs.rmSync(path.dirname(file), { recursive: true, force: true });
  process.env = { ...outer };
});

test('makes all secrets where there is no file yet', () => {
  assert.deepEqual(ensureSecrets(), SECRETS);
  assert.equal(read().APP_KEYS.split(',').length, 4);
  assert.equal(new Set(SECRETS.map((name) => read()[name])).size, SECRETS.length);
  assert.equal(fs.statSync(file).mode & 0o077, 0, 'nobody else may read it');
});

test('keeps what is there, fills what is empty, adds what is missing', () => {
  fs.writeFileSync(file, 'JWT_SECRET=mine\nAPP_KEYS=\nOTHER=1');
  assert.ok(!ensureSecrets().includes('JWT_SECRET'));
  assert.equal(read().JWT_SECRET, 'mine');
  assert.equal(read().OTHER, '1');
  assert.ok(read().APP_KEYS.length > 20);
  assert.ok(read().ENCRYPTION_KEY.length > 20);
});

test('changes nothing the second time', () => {
  ensureSecrets();
  const before = fs.readFileSync(file, 'utf8');
  assert.deepEqual(ensureSecrets(), []);
  assert.equal(fs.readFileSync(file, 'utf8'), before);
});

test('writes no file when the environment brings all secrets', () => {
  for (const name of SECRETS) process.env[name] = 'given';
  assert.deepEqual(ensureSecrets(), []);
  assert.ok(!fs.existsSync(file));
});

test('the environment wins over the file, and empty means not set', () => {
  fs.writeFileSync(file, 'PORT=4000\n');
  assert.equal(setting('PORT', '1337'), '4000');
  process.env.PORT = '5000';
  assert.equal(setting('PORT', '1337'), '5000');
  fs.writeFileSync(file, 'PORT=\n');
  delete process.env.PORT;
  assert.equal(setting('PORT', '1337'), '1337');
});
