import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { suitePlugin } from './scripts/eslint/boundaries.mjs';

const NODE_GLOBALS = Object.fromEntries(
  [
    'process',
    'console',
    'Buffer',
    'URL',
    'URLSearchParams',
    'fetch',
    'AbortController',
    'AbortSignal',
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
    'setImmediate',
    'performance',
    'structuredClone',
    'TextEncoder',
    'TextDecoder',
  ].map((name) => [name, 'readonly']),
);

const PRODUCT = ['plugins/**/*.{ts,tsx}', 'packages/**/*.{ts,tsx}', 'src/**/*.{ts,tsx}'];
const TESTS = ['**/*.test.{ts,tsx}', 'tests/**/*.ts'];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '.dist-test-*/',
      '.tmp/',
      '.strapi/',
      'coverage/',
      'types/generated/',
      'public/',
      'tests/artifacts/',
      'tests/fixtures/**/*.js',
      'bench/results/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: { globals: NODE_GLOBALS },
    rules: { eqeqeq: ['error', 'always', { null: 'ignore' }], 'prefer-const': 'error' },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      // One program for everything; the strict type check per part is a step of its own.
      parserOptions: { project: './tsconfig.lint.json', tsconfigRootDir: import.meta.dirname },
    },
    plugins: { suite: suitePlugin },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'suite/import-boundaries': 'error',
      'suite/pure-core': 'error',
      'suite/controller-database': 'error',
      'suite/contracts-as-types': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // What Strapi types as `any` may flow into a declared type; using it untyped stays an error.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      // Wrapping Strapi's methods means holding them apart from their object.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Characters of a string are wanted by code point.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // What implements an asynchronous interface may have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // `() => void work()` and short callbacks read well.
      '@typescript-eslint/no-confusing-void-expression': 'off',
    },
  },
  {
    files: ['config/**/*.ts'],
    // Strapi itself refuses to start, with a sentence, when such a setting is missing.
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: TESTS,
    rules: {
      // Strapi's plugin services are untyped; product code has to name their type, tests need not.
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
  {
    files: ['**/admin/**/*.{ts,tsx}', 'packages/*/src/admin/**/*.{ts,tsx}'],
    extends: [jsxA11y.flatConfigs.strict],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
  {
    files: PRODUCT,
    ignores: TESTS,
    rules: {
      'no-console': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.property.name="getConnection"][arguments.length=0]',
          message:
            'Without a table this is knex on SQLite, but a query builder on PostgreSQL: name the table, or use strapi.db.connection.',
        },
      ],
    },
  },
  {
    // Texts of the demo, not code.
    files: ['src/seed/content/**/*.ts'],
    rules: { 'max-lines': 'off' },
  },
);
