import { createElement } from 'react';
import type { StrapiApp } from '@strapi/strapi/admin';
import type { RouteObject } from 'react-router-dom';
import { NotFoundPage } from './NotFoundPage';
import { SwitcherLayout } from './SwitcherLayout';

/**
 * Puts the switcher around every page of the admin.
 *
 * The main navigation has no injection zone, and a plugin's `initializer` is unmounted
 * once it is ready. So the routes that the router hands to React Router are wrapped in
 * a layout of ours. `_routes` itself stays flat: `addSettingsLink` looks for the settings
 * route in it. Both names are private to Strapi; where they are not as we know them, the
 * admin stays as it is and sites are switched on the plugin's own page only.
 */
export function installSwitcher(app: StrapiApp): boolean {
  // Cast: `_routes` is private, which is why its shape is checked here.
  const router = app.router as unknown as { _routes?: unknown; routes?: unknown };
  if (!Array.isArray(router._routes) || router.routes !== router._routes) return false;

  Object.defineProperty(router, 'routes', {
    configurable: true,
    get(): RouteObject[] {
      const pages = router._routes as RouteObject[];
      // Strapi's own page for everything else comes after these, outside the layout.
      const notFound = { path: '*', element: createElement(NotFoundPage) };
      return [{ element: createElement(SwitcherLayout), children: [...pages, notFound] }];
    },
  });
  return true;
}
