import { Stethoscope } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { loadTranslations, registerWaitingWidget } from 'suite-kit/admin';
import { ACTION, PLUGIN_ID } from '../../shared/plugin';
import { message } from './texts';
import english from './translations/en.json';
import { WAITING } from './waiting';

// Default export: the admin takes a plugin by it.
export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: Stethoscope,
      intlLabel: message('menu'),
      permissions: [{ action: ACTION.read, subject: null }],
      Component: () => import('./pages/App'),
      position: 5.8,
    });
    app.widgets.register({
      id: 'health',
      pluginId: PLUGIN_ID,
      icon: Stethoscope,
      title: message('widget.title'),
      component: async () => (await import('./widget/HealthWidget')).default,
      link: { label: message('widget.link'), href: `/plugins/${PLUGIN_ID}` },
      permissions: [{ action: ACTION.read }],
    });
    app.registerPlugin({
      id: PLUGIN_ID,
      name: PLUGIN_ID,
      apis: { hasHelp: true, waiting: WAITING },
    });
    registerWaitingWidget(app);
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
