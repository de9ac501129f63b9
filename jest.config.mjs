/** Libraries that ship ES modules only; Jest runs CommonJS, so they are transformed too. */
const ESM_ONLY = [
  'p-queue',
  'p-timeout',
  'eventemitter3',
  'franc',
  'trigram-utils',
  'n-gram',
  'collapse-white-space',
  'syllable',
  'retext-equality',
];

const shared = {
  transform: {
    '^.+\\.[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${ESM_ONLY.join('|')})/)`],
  modulePathIgnorePatterns: [
    '<rootDir>/dist/',
    '<rootDir>/\\.(tmp|dist-test)',
    '/node_modules/\\.cache/',
  ],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};

export default {
  // Each worker keeps the modules of every Strapi it booted; a new worker is cheaper than swapping.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1500MB',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/plugins/*/{server,admin}/src/**/*.test.ts',
        '<rootDir>/plugins/*/shared/**/*.test.ts',
        '<rootDir>/packages/*/src/**/*.test.ts',
        '<rootDir>/tests/harness/**/*.test.ts',
        '<rootDir>/tests/e2e/harness/**/*.test.ts',
        '<rootDir>/src/**/*.test.ts',
      ],
    },
    {
      ...shared,
      displayName: 'api',
      testMatch: ['<rootDir>/tests/api/**/*.test.ts'],
      testEnvironment: '<rootDir>/tests/harness/setup/environment.mjs',
      moduleNameMapper: { '^@strapi/(strapi|utils)$': '<rootDir>/tests/harness/native/$1.cjs' },
      globalSetup: '<rootDir>/tests/harness/setup/api.mjs',
      globalTeardown: '<rootDir>/tests/harness/setup/api-end.mjs',
      setupFilesAfterEnv: ['<rootDir>/tests/harness/setup/limits.ts'],
    },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['<rootDir>/tests/e2e/!(harness)/**/*.test.ts'],
      testEnvironment: '<rootDir>/tests/e2e/harness/environment.mjs',
      globalSetup: '<rootDir>/tests/e2e/harness/setup.mjs',
      setupFilesAfterEnv: ['<rootDir>/tests/harness/setup/limits.ts'],
    },
  ],
};
