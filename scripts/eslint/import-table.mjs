import { isBuiltin } from 'node:module';
import path from 'node:path';

/** Node modules without I/O: what a pure function may use. */
const PURE_BUILTINS = new Set([
  'assert',
  'buffer',
  'crypto',
  'path',
  'punycode',
  'querystring',
  'string_decoder',
  'url',
  'util',
]);

/**
 * Where a file stands: the unit it belongs to (a plugin, the kit, the app) and its area in it.
 * Paths are relative to the repository and use `/`.
 */
export const placeOf = (file) => {
  const [top, name, ...rest] = file.split('/');
  if (top === 'plugins') return { unit: `plugins/${name}`, area: areaOf(rest) };
  if (top === 'packages') {
    return { unit: `packages/${name}`, area: rest[0] === 'src' ? areaOf(rest.slice(1)) : 'root' };
  }
  return { unit: 'app', area: top === 'src' && name === 'admin' ? 'admin' : 'app' };
};

const SERVER_AREAS = new Set(['core', 'services', 'controllers', 'routes', 'adapters']);

const areaOf = ([side, src, area]) => {
  if (side === 'server') return src === 'src' && SERVER_AREAS.has(area) ? area : 'server';
  return side === 'admin' || side === 'shared' ? side : 'root';
};

/** What an import points to: a place in this repository, a Node module or a package. */
const targetOf = (file, specifier) => {
  if (specifier.startsWith('.')) {
    return { place: placeOf(path.posix.join(path.posix.dirname(file), specifier)) };
  }
  if (isBuiltin(specifier)) return { builtin: specifier.replace(/^node:/, '') };
  const own =
    /^strapi-plugin-(multi-site|personalization|federation|ai-optimizer|performance-monitor)(\/|$)/;
  const plugin = own.exec(specifier);
  if (plugin) return { place: { unit: `plugins/${plugin[1]}`, area: 'package' } };
  const kit = /^suite-kit\/(\w+)/.exec(specifier);
  if (kit) return { place: { unit: 'packages/kit', area: kit[1] } };
  return { package: specifier };
};

const isServerSide = (area) => area === 'server' || SERVER_AREAS.has(area);
const isStrapi = (name) => name !== undefined && /^@strapi\//.test(name);

/** One row a rule of the table in docs/architecture.md: when it applies and what it refuses. */
const RULES = [
  {
    when: () => true,
    refuses: ({ from, place }) =>
      place !== undefined &&
      place.unit !== from.unit &&
      place.unit !== 'packages/kit' &&
      !(from.unit === 'app' && place.area === 'package'),
    message: 'A plugin never imports another plugin’s source; ask for its service at run time.',
  },
  {
    when: (from) => from.area === 'core',
    refuses: ({ place }) => place !== undefined && place.area !== 'core' && place.area !== 'shared',
    message: 'core/ imports only core/, shared/ and pure libraries.',
  },
  {
    when: (from) => from.area === 'core',
    refuses: (target) =>
      isStrapi(target.package) || ['knex', 'koa'].includes(target.package) || hasIo(target.builtin),
    message: 'core/ is pure: no Strapi, no Node I/O.',
  },
  {
    when: (from) => from.area === 'services',
    refuses: ({ place }) => place?.area === 'controllers' || place?.area === 'routes',
    message: 'A service never imports controllers or routes.',
  },
  {
    when: (from) => from.area === 'controllers',
    refuses: (target) => target.package === 'knex' || target.package === '@strapi/database',
    message: 'A controller never talks to the database; call one service.',
  },
  {
    when: (from) => from.area === 'shared',
    refuses: (target) =>
      (target.place !== undefined && target.place.area !== 'shared') ||
      (isStrapi(target.package) && target.package !== '@strapi/utils') ||
      ['react', 'react-dom', 'react-intl'].includes(target.package) ||
      hasIo(target.builtin),
    message: 'shared/ holds what server and admin agree on: no Strapi but Zod, no React, no I/O.',
  },
  {
    when: (from) => from.area === 'admin',
    refuses: ({ place }) => place !== undefined && isServerSide(place.area),
    message: 'admin/ never imports server/; what both need is in shared/.',
  },
  {
    when: (from) => from.area === 'admin',
    refuses: (target) =>
      target.builtin !== undefined ||
      (isStrapi(target.package) &&
        !/^@strapi\/(design-system|icons|admin|types|strapi\/admin|content-manager\/strapi-admin)/.test(
          target.package,
        )),
    message: 'admin/ runs in the browser: design system, icons and @strapi/strapi/admin only.',
  },
  {
    when: (from) => isServerSide(from.area),
    refuses: ({ place }) => place?.area === 'admin',
    message: 'The server never imports admin/.',
  },
];

const hasIo = (builtin) => builtin !== undefined && !PURE_BUILTINS.has(builtin.split('/')[0]);

/** The sentence of the first rule that this import breaks, or undefined. */
export const brokenRule = (file, specifier) => {
  const from = placeOf(file);
  if (from.unit === 'app' && from.area === 'app' && !file.startsWith('src/')) return undefined;
  const target = { from, ...targetOf(file, specifier) };
  return RULES.find((rule) => rule.when(from) && rule.refuses(target))?.message;
};
