import type { Core } from '@strapi/strapi';

type Factories = Record<string, (params: { strapi: Core.Strapi }) => unknown>;

/**
 * Types `strapi.plugin(id).service(name)`, which is untyped in Strapi 5.54, from the
 * plugin's own service factories: `const service = serviceGetter<typeof services>(PLUGIN_ID)`.
 */
export function serviceGetter<Services extends Factories>(pluginId: string) {
  return <Name extends keyof Services & string>(strapi: Core.Strapi, name: Name) =>
    strapi.plugin(pluginId).service(name) as ReturnType<Services[Name]>;
}
