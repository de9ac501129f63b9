import { adminApi } from '@strapi/strapi/admin';

type Arguments = { queryArgs?: { params?: { overlay?: unknown } } };
type Definition = {
  serializeQueryArgs?: ((args: Arguments) => unknown) & { knowsOverlays?: true };
};
type Api = { enhanceEndpoints(options: { endpoints: object }): unknown };

/**
 * Strapi keeps the relations of a form without saying of which variant: the original would show
 * those of the variant after leaving it. The id becomes a part of the key. False while Strapi has
 * no such key to put it in: then a variant must not be edited.
 */
export function keepRelationsApart(): boolean {
  let found = 0;
  const enhance = (definition: Definition | undefined) => {
    const original = definition?.serializeQueryArgs;
    if (!definition || !original) return;
    found += 1;
    if (original.knowsOverlays) return;
    const withOverlay: NonNullable<Definition['serializeQueryArgs']> = (args) => ({
      ...(original(args) as object),
      overlay: args.queryArgs?.params?.overlay,
    });
    withOverlay.knowsOverlays = true;
    definition.serializeQueryArgs = withOverlay;
  };
  // Endpoints of the Content Manager, which are not in the public type.
  const api = adminApi as unknown as Api;
  api.enhanceEndpoints({ endpoints: { getRelations: enhance, searchRelations: enhance } });
  return found === 2;
}
