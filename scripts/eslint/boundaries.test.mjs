import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { suitePlugin } from './boundaries.mjs';

const cwd = fileURLToPath(new URL('../../', import.meta.url));
const rules = Object.fromEntries(
  Object.keys(suitePlugin.rules).map((name) => [`suite/${name}`, 'error']),
);

/** The suite's rules alone, so that a file that does not exist needs no type information. */
const eslint = new ESLint({
  cwd,
  overrideConfigFile: true,
  overrideConfig: {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parser: tseslint.parser },
    plugins: { suite: suitePlugin },
    rules,
  },
});

const messagesFor = async (filePath, code) => {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map((message) => message.message);
};

const REFUSED = [
  [
    'core reads Strapi',
    'plugins/a/server/src/core/x.ts',
    `import { errors } from '@strapi/utils';`,
  ],
  [
    'core reads a type of Strapi',
    'plugins/a/server/src/core/x.ts',
    `import type { Core } from '@strapi/types';`,
  ],
  ['core reads files', 'plugins/a/server/src/core/x.ts', `import fs from 'node:fs';`],
  [
    'core reads files, old name',
    'plugins/a/server/src/core/x.ts',
    `import { readFile } from 'fs/promises';`,
  ],
  ['core uses a service', 'plugins/a/server/src/core/x.ts', `import { y } from '../services/y';`],
  [
    'core uses the kit’s server side',
    'plugins/a/server/src/core/x.ts',
    `import { y } from 'suite-kit/server';`,
  ],
  [
    'core reads the clock',
    'plugins/a/server/src/core/x.ts',
    `export const now = () => Date.now();`,
  ],
  [
    'core reads the clock by Date',
    'plugins/a/server/src/core/x.ts',
    `export const now = () => new Date();`,
  ],
  [
    'core reads chance',
    'plugins/a/server/src/core/x.ts',
    `export const dice = () => Math.random();`,
  ],
  [
    'core reads the environment',
    'plugins/a/server/src/core/x.ts',
    `export const home = process.env.HOME;`,
  ],
  [
    'a service uses a controller',
    'plugins/a/server/src/services/x.ts',
    `import c from '../controllers/c';`,
  ],
  [
    'a service uses a route',
    'plugins/a/server/src/services/x.ts',
    `export * from '../routes/admin/r';`,
  ],
  ['a controller uses knex', 'plugins/a/server/src/controllers/x.ts', `import knex from 'knex';`],
  [
    'a controller uses strapi.db',
    'plugins/a/server/src/controllers/x.ts',
    `export const f = ({ strapi }) => strapi.db.query('u');`,
  ],
  [
    'the admin uses the server',
    'plugins/a/admin/src/x.ts',
    `import { y } from '../../server/src/services/y';`,
  ],
  [
    'the admin uses the server’s core',
    'plugins/a/admin/src/x.ts',
    `import { y } from '../../server/src/core/y';`,
  ],
  [
    'the admin uses the kit’s server side',
    'plugins/a/admin/src/x.ts',
    `import { y } from 'suite-kit/server';`,
  ],
  ['the admin uses Node', 'plugins/a/admin/src/x.ts', `import path from 'node:path';`],
  [
    'the admin uses Strapi’s server',
    'plugins/a/admin/src/x.ts',
    `import { errors } from '@strapi/utils';`,
  ],
  [
    'the server uses the admin',
    'plugins/a/server/src/index.ts',
    `import { y } from '../../admin/src/y';`,
  ],
  ['shared uses the server', 'plugins/a/shared/x.ts', `import { y } from '../server/src/core/y';`],
  ['shared uses React', 'plugins/a/shared/x.ts', `import { useState } from 'react';`],
  [
    'a plugin uses another by path',
    'plugins/a/server/src/services/x.ts',
    `import { y } from '../../../../b/server/src/y';`,
  ],
  [
    'a plugin uses another by name',
    'plugins/a/server/src/services/x.ts',
    `import y from 'strapi-plugin-multi-site/strapi-server';`,
  ],
  [
    'a plugin uses another lazily',
    'plugins/a/server/src/services/x.ts',
    `export const y = () => import('../../../../b/shared/plugin');`,
  ],
  [
    'a plugin requires another',
    'plugins/a/server/src/services/x.ts',
    `const y = require('strapi-plugin-federation/strapi-server');`,
  ],
  [
    'the kit uses a plugin',
    'packages/kit/src/server/x.ts',
    `import { y } from '../../../../plugins/a/shared/plugin';`,
  ],
  [
    'the app uses a plugin’s source',
    'src/index.ts',
    `import { y } from '../plugins/a/server/src/y';`,
  ],
  [
    'the admin uses a contract’s schema',
    'plugins/a/admin/src/x.ts',
    `import { siteBody } from '../../shared/contracts/sites';`,
  ],
  [
    'the admin uses a schema beside a type',
    'plugins/a/admin/src/x.ts',
    `import { siteBody, type Site } from '../../shared/contracts/sites';`,
  ],
  [
    'the admin loads a contract for its effects',
    'plugins/a/admin/src/x.ts',
    `import '../../shared/contracts/sites';`,
  ],
  [
    'the admin loads a contract lazily',
    'plugins/a/admin/src/x.ts',
    `export const load = () => import('../../shared/contracts/sites');`,
  ],
  [
    'the admin passes a contract on',
    'plugins/a/admin/src/x.ts',
    `export { siteBody } from '../../shared/contracts/sites';`,
  ],
];

const ALLOWED = [
  [
    'core uses core and shared',
    'plugins/a/server/src/core/x.ts',
    `import { y } from './y'; import { z } from '../../../shared/z';`,
  ],
  ['core hashes', 'plugins/a/server/src/core/x.ts', `import { createHash } from 'node:crypto';`],
  [
    'core makes a date of a value',
    'plugins/a/server/src/core/x.ts',
    `export const at = (ms: number) => new Date(ms);`,
  ],
  [
    'a service uses core, adapters and Strapi',
    'plugins/a/server/src/services/x.ts',
    `import { y } from '../core/y'; import { a } from '../adapters/a'; import type { Core } from '@strapi/types';`,
  ],
  [
    'a service reads the clock',
    'plugins/a/server/src/services/x.ts',
    `export const now = () => Date.now();`,
  ],
  [
    'a controller uses errors and contracts',
    'plugins/a/server/src/controllers/x.ts',
    `import { e } from '../errors'; import { c } from '../../../shared/contracts/c';`,
  ],
  [
    'the admin uses shared and the design system',
    'plugins/a/admin/src/x.tsx',
    `import { y } from '../../shared/y'; import { Box } from '@strapi/design-system'; import { Page } from '@strapi/strapi/admin';`,
  ],
  [
    'the admin uses a contract’s types',
    'plugins/a/admin/src/x.ts',
    `import type { Site } from '../../shared/contracts/sites'; import { type Page } from '../../shared/contracts/common'; export type { Site } from '../../shared/contracts/sites';`,
  ],
  [
    'a test of the admin parses by the contract',
    'plugins/a/admin/src/x.test.ts',
    `import { siteBody } from '../../shared/contracts/sites';`,
  ],
  [
    'everybody uses the kit',
    'plugins/a/server/src/services/x.ts',
    `import { y } from 'suite-kit/server';`,
  ],
  ['shared uses Zod of Strapi', 'plugins/a/shared/x.ts', `import { z } from '@strapi/utils';`],
  [
    'tests use what they test',
    'tests/api/x.test.ts',
    `import { y } from '../../plugins/a/server/src/core/y';`,
  ],
];

for (const [name, file, code] of REFUSED) {
  test(`refused: ${name}`, async () => {
    assert.equal((await messagesFor(file, code)).length > 0, true);
  });
}

for (const [name, file, code] of ALLOWED) {
  test(`allowed: ${name}`, async () => {
    assert.deepEqual(await messagesFor(file, code), []);
  });
}

test('the project’s own configuration switches every rule on', async () => {
  const project = new ESLint({ cwd });
  const config = await project.calculateConfigForFile('plugins/a/server/src/core/x.ts');
  for (const name of Object.keys(rules)) assert.equal(config.rules[name][0], 2, name);
});
