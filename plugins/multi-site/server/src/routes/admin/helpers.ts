import { PLUGIN_ID } from '../../../../shared/plugin';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One admin route: signed in, and holding every named action. */
export function adminRoute(
  method: Method,
  path: string,
  handler: string,
  options: { actions?: readonly string[]; policies?: readonly string[] } = {},
) {
  const { actions = [], policies = [] } = options;
  return {
    method,
    path,
    handler,
    config: {
      policies: [
        'admin::isAuthenticatedAdmin',
        ...(actions.length > 0
          ? [{ name: 'admin::hasPermissions', config: { actions: [...actions] } }]
          : []),
        ...policies.map((policy) => `plugin::${PLUGIN_ID}.${policy}`),
      ],
    },
  };
}
