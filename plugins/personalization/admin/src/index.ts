import { Faders } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import {
  addVariantsSection,
  installOverlayMode,
  loadTranslations,
  registerWaitingWidget,
  totalOf,
} from 'suite-kit/admin';
import { ACTION, PLUGIN_ID } from '../../shared/plugin';
import { AudienceVariants, useMayRead } from './panel/AudienceVariants';
import { PATHS } from './paths';
import { message } from './texts';
import english from './translations/en.json';

// Default export: the admin takes a plugin by it.
export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: Faders,
      intlLabel: message('menu'),
      permissions: [{ action: ACTION.read, subject: null }],
      Component: () => import('./pages/App'),
      position: 5.2,
    });
    registerWaitingWidget(app);
    app.registerPlugin({
      id: PLUGIN_ID,
      name: PLUGIN_ID,
      apis: {
        hasHelp: true,
        waiting: [
          {
            id: 'personalization-missing',
            label: message('waiting.missing'),
            to: PATHS.rules,
            permission: { action: ACTION.read },
            path: '/personalization/waiting',
            count: totalOf,
          },
        ],
      },
    });
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin'>) {
    installOverlayMode(app);
    addVariantsSection(app, {
      id: PLUGIN_ID,
      useIsShown: useMayRead,
      Component: AudienceVariants,
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
