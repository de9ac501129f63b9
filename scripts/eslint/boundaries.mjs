import path from 'node:path';
import { brokenRule, placeOf } from './import-table.mjs';

/** Reads the clock, chance or the environment: these come into core/ as arguments. */
const IMPURE = {
  'Date.now': 'the clock',
  'Math.random': 'chance',
  'process.env': 'the environment',
  'performance.now': 'the clock',
};

const relativeTo = (cwd, filename) => path.relative(cwd, filename).split(path.sep).join('/');

const imports = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = relativeTo(context.cwd, context.filename);
    const check = (source) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const message = brokenRule(file, source.value);
      if (message) context.report({ node: source, message });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.argument?.literal ?? node.source),
      CallExpression: (node) => {
        if (node.callee.type === 'Identifier' && node.callee.name === 'require') {
          check(node.arguments[0]);
        }
      },
    };
  },
};

const pureCore = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    if (placeOf(relativeTo(context.cwd, context.filename)).area !== 'core') return {};
    const refuse = (node, what) =>
      context.report({ node, message: `core/ is pure: ${what} comes in as an argument.` });
    return {
      MemberExpression: (node) => {
        if (node.object.type !== 'Identifier' || node.property.type !== 'Identifier') return;
        const what = IMPURE[`${node.object.name}.${node.property.name}`];
        if (what) refuse(node, what);
      },
      NewExpression: (node) => {
        const isNow = node.callee.name === 'Date' && node.arguments.length === 0;
        if (isNow) refuse(node, 'the clock');
      },
      CallExpression: (node) => {
        const name = node.callee.type === 'Identifier' ? node.callee.name : '';
        if (['setTimeout', 'setInterval', 'setImmediate'].includes(name)) refuse(node, 'the clock');
        if (name === 'fetch') refuse(node, 'the network');
      },
    };
  },
};

const controllerDatabase = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    if (placeOf(relativeTo(context.cwd, context.filename)).area !== 'controllers') return {};
    return {
      'MemberExpression[object.name="strapi"][property.name="db"]': (node) =>
        context.report({ node, message: 'A controller never uses strapi.db; call one service.' }),
    };
  },
};

const isContract = (source) =>
  typeof source?.value === 'string' && /(^|\/)shared\/contracts\//.test(source.value);
const isTypesOnly = (node, kind, names) =>
  node[kind] === 'type' || (names.length > 0 && names.every((name) => name[kind] === 'type'));

/** A contract is Zod at run time, and Zod comes from `@strapi/utils`, which is the server's. */
const contractsAsTypes = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = relativeTo(context.cwd, context.filename);
    if (placeOf(file).area !== 'admin' || /\.test\.tsx?$/.test(file)) return {};
    const check = (node, isTypes) => {
      if (!isContract(node.source) || isTypes) return;
      const message =
        'admin/ takes types only from shared/contracts (`import type`): a value brings ' +
        '@strapi/utils into the browser. Put values that both sides need beside contracts/.';
      context.report({ node: node.source, message });
    };
    return {
      ImportDeclaration: (node) => check(node, isTypesOnly(node, 'importKind', node.specifiers)),
      ExportNamedDeclaration: (node) =>
        check(node, isTypesOnly(node, 'exportKind', node.specifiers)),
      ExportAllDeclaration: (node) => check(node, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, false),
    };
  },
};

/** ESLint plugin: the import table of docs/architecture.md as rules. */
export const suitePlugin = {
  meta: { name: 'suite' },
  rules: {
    'import-boundaries': imports,
    'pure-core': pureCore,
    'controller-database': controllerDatabase,
    'contracts-as-types': contractsAsTypes,
  },
};
