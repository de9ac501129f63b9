import type { Core } from '@strapi/strapi';
import type { Scope } from '../../../../plugins/multi-site/shared/plugin';

type Types = Record<string, { schema: { pluginOptions?: object } }>;
type Registry = { add: (namespace: string, types: Types) => void };

/**
 * For `beforeLoad`: gives content types a scope of their own, as a project writes it into
 * schema.json.
 */
export const withScopes =
  (scopes: Readonly<Record<string, Scope>>) =>
  (strapi: Core.Strapi): void => {
    const registry = strapi.get<Registry>('content-types');
    const { add } = registry;
    registry.add = function (namespace, types) {
      const changed = Object.entries(types).map(([name, type]) => {
        const scope = scopes[`${namespace}.${name}`];
        if (!scope) return [name, type] as const;
        const pluginOptions = { ...type.schema.pluginOptions, 'multi-site': { scope } };
        return [name, { ...type, schema: { ...type.schema, pluginOptions } }] as const;
      });
      add.call(this, namespace, Object.fromEntries(changed));
    };
  };
