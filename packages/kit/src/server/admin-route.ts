type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
type Options = { actions?: readonly string[]; policies?: readonly string[] };

/** Makes the admin routes of a plugin: each is for who is signed in and holds every named action. */
export const adminRouteOf =
  (pluginId: string) =>
  (
    method: Method,
    path: string,
    handler: string,
    { actions = [], policies = [] }: Options = {},
  ) => ({
    method,
    path,
    handler,
    config: {
      policies: [
        'admin::isAuthenticatedAdmin',
        ...(actions.length > 0
          ? [{ name: 'admin::hasPermissions', config: { actions: [...actions] } }]
          : []),
        ...policies.map((policy) => `plugin::${pluginId}.${policy}`),
      ],
    },
  });
