import { PLUGIN_ID, SCOPES, type Scope } from '../../../shared/plugin';

type ContentTypeFacts = { uid: string; pluginOptions?: unknown };

const SCOPED_PLUGIN_TYPES = new Set(['plugin::upload.file', 'plugin::upload.folder']);

/**
 * How a content type is kept apart. Its own word counts
 * (`pluginOptions['multi-site'].scope` in schema.json); else everything the app defines and all
 * media is `site`, so that a type nobody thought of is scoped, and what belongs to other
 * plugins or to Strapi is `global`.
 *
 * @throws Error where a schema asks for a scope that does not exist.
 */
export function scopeOf({ uid, pluginOptions }: ContentTypeFacts): Scope {
  const wanted = readOption(pluginOptions);
  if (wanted !== undefined) {
    const scope = SCOPES.find((known) => known === wanted);
    if (!scope) {
      throw new Error(
        `[${PLUGIN_ID}] ${uid}: pluginOptions['${PLUGIN_ID}'].scope is ${JSON.stringify(wanted)}, but must be one of ${SCOPES.join(', ')}.`,
      );
    }
    return scope;
  }
  return uid.startsWith('api::') || SCOPED_PLUGIN_TYPES.has(uid) ? 'site' : 'global';
}

function readOption(pluginOptions: unknown): unknown {
  if (typeof pluginOptions !== 'object' || pluginOptions === null) return undefined;
  const own = (pluginOptions as Record<string, unknown>)[PLUGIN_ID];
  if (typeof own !== 'object' || own === null) return undefined;
  return (own as Record<string, unknown>).scope;
}
