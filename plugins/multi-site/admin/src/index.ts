import { Earth } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { loadTranslations } from 'suite-kit/admin';
import { ACTION, PLUGIN_ID } from '../../shared/plugin';
import { siteChoice } from './choice';
import { sendSiteHeader } from './choice/site-header';
import { installSwitcher } from './switcher/install-switcher';
import { message } from './texts';
import english from './translations/en.json';

// Default export: the admin takes a plugin by it.
export default {
  register(app: StrapiApp) {
    sendSiteHeader(window, { backendURL: window.strapi.backendURL, choice: siteChoice });
    installSwitcher(app);
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: Earth,
      intlLabel: message('menu'),
      permissions: [{ action: ACTION.readSites, subject: null }],
      Component: () => import('./pages/App'),
      position: 5,
    });
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  registerTrads: ({ locales }: { locales: string[] }) =>
    loadTranslations({
      pluginId: PLUGIN_ID,
      locales,
      loaders: {
        en: () => Promise.resolve({ default: english }),
        de: () => import('./translations/de.json'),
      },
    }),
};
