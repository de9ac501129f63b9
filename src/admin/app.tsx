import { Archive } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { SAMPLE_TEXTS } from './samples/texts';

/**
 * Strapi announces its new Media Library above every page until each person closes it. The key is
 * its own: the feature, then the project's id, which is `false` (package.json, `strapi.uuid`).
 */
const ANNOUNCEMENT_CLOSED = 'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false';

export default {
  config: {
    // Languages of the admin panel beside English.
    locales: ['de'],
    translations: SAMPLE_TEXTS,
    // No "a new version is available" and no tutorials.
    notifications: { releases: false },
    tutorials: false,
  },
  register(app: StrapiApp) {
    window.localStorage.setItem(ANNOUNCEMENT_CLOSED, 'true');
    app.widgets.register({
      id: 'samples',
      icon: Archive,
      title: { id: 'demo.samples.title', defaultMessage: SAMPLE_TEXTS.en['demo.samples.title'] },
      component: async () => (await import('./samples/SamplesWidget')).SamplesWidget,
      roles: ['strapi-super-admin'],
    });
  },
};
