import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { parseEnv } from 'node:util';
import { at } from './paths.mjs';

const secret = () => randomBytes(24).toString('base64url');

const SECRETS = {
  APP_KEYS: () => [secret(), secret(), secret(), secret()].join(','),
  API_TOKEN_SALT: secret,
  ADMIN_JWT_SECRET: secret,
  TRANSFER_TOKEN_SALT: secret,
  JWT_SECRET: secret,
  ENCRYPTION_KEY: secret,
};

const envFile = () => process.env.ENV_PATH || at('.env');

export const readEnvFile = () => {
  const file = envFile();
  return fs.existsSync(file) ? parseEnv(fs.readFileSync(file, 'utf8')) : {};
};

/** Reads .env into the environment as Strapi does; what is already set stays. */
export const loadEnvFile = () => {
  if (fs.existsSync(envFile())) process.loadEnvFile(envFile());
};

/** A setting as Strapi will see it: the environment wins over the file; empty is not set. */
export const setting = (name, fallback) => process.env[name] || readEnvFile()[name] || fallback;

const withLine = (text, name, value) => {
  const line = `${name}=${value}`;
  const existing = new RegExp(`^${name}=.*$`, 'm');
  if (existing.test(text)) return text.replace(existing, line);
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${line}\n`;
};

/**
 * Makes the secrets that are missing and writes them into .env, where they stay: new ones would
 * end all sessions and void API tokens. Values from the environment or the file are kept.
 * Returns the names of those it made.
 */
export const ensureSecrets = () => {
  const missing = Object.keys(SECRETS).filter((name) => !setting(name));
  if (missing.length === 0) return [];
  const file = envFile();
  let text = fs.readFileSync(fs.existsSync(file) ? file : at('.env.example'), 'utf8');
  for (const name of missing) text = withLine(text, name, SECRETS[name]());
  fs.writeFileSync(file, text, { mode: 0o600 });
  return missing;
};
