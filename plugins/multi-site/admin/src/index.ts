import { Earth } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { installOverlayMode, loadTranslations, registerWaitingWidget } from 'suite-kit/admin';
import { ACTION, PLUGIN_ID } from '../../shared/plugin';
import { siteChoice } from './choice';
import { sendSiteHeader } from './choice/site-header';
import { installSharing } from './sharing/install';
import { installSwitcher } from './switcher/install-switcher';
import { message } from './texts';
import { WAITING } from './waiting';
import { installWorkflow } from './workflow/install';
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
      // Any of them opens it; the pages say what the person may do there.
      permissions: [ACTION.readSites, ACTION.useBoard].map((action) => ({ action, subject: null })),
      Component: () => import('./pages/App'),
      position: 5,
    });
    // The neighbours' lists ask which site this tab is on.
    app.registerPlugin({
      id: PLUGIN_ID,
      name: PLUGIN_ID,
      apis: { hasHelp: true, siteChoice, waiting: WAITING },
    });
    registerWaitingWidget(app);
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>) {
    installWorkflow(app);
    installSharing(app);
    installOverlayMode(app);
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
