import { ArrowsCounterClockwise } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { loadTranslations, registerWaitingWidget } from 'suite-kit/admin';
import { ACTION, PLUGIN_ID } from '../../shared/plugin';
import { SourcePanel } from './panel/SourcePanel';
import { message } from './texts';
import english from './translations/en.json';
import { WAITING } from './waiting';

/** As much of the Content Manager as is used; Strapi types it as unknown. */
type ContentManager = { addEditViewSidePanel(panels: unknown[]): void };

// Default export: the admin takes a plugin by it.
export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: ArrowsCounterClockwise,
      intlLabel: message('menu'),
      permissions: [{ action: ACTION.read, subject: null }],
      Component: () => import('./pages/App'),
      position: 5.6,
    });
    app.registerPlugin({
      id: PLUGIN_ID,
      name: PLUGIN_ID,
      apis: { hasHelp: true, waiting: WAITING },
    });
    registerWaitingWidget(app);
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin'>) {
    const { apis } = app.getPlugin('content-manager') as unknown as { apis: ContentManager };
    apis.addEditViewSidePanel([SourcePanel]);
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
