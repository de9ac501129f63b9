import { SealCheck } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import {
  addVariantsSection,
  installOverlayMode,
  loadTranslations,
  registerWaitingWidget,
} from 'suite-kit/admin';
import { ACTION, PLUGIN_ID } from '../../shared/plugin';
import { installPanel } from './panel/install';
import { TestVariants, useMayReadTests } from './panel/TestVariants';
import { message } from './texts';
import english from './translations/en.json';
import { WAITING } from './waiting';

// Default export: the admin takes a plugin by it.
export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: SealCheck,
      intlLabel: message('menu'),
      permissions: [{ action: ACTION.read, subject: null }],
      Component: () => import('./pages/App'),
      position: 5.4,
    });
    app.registerPlugin({
      id: PLUGIN_ID,
      name: PLUGIN_ID,
      apis: { hasHelp: true, waiting: WAITING },
    });
    registerWaitingWidget(app);
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin'>) {
    installOverlayMode(app);
    installPanel(app);
    addVariantsSection(app, {
      id: PLUGIN_ID,
      useIsShown: useMayReadTests,
      Component: TestVariants,
    });
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
