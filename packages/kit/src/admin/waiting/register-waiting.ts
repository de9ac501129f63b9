import { Bell } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { MESSAGES } from '../messages';

const ID = 'suite-waiting';

/**
 * Puts “Waiting for you” on the homepage, once, however many plugins ask for it. Whoever comes
 * first brings the widget; it shows the lines of all.
 */
export function registerWaitingWidget(app: StrapiApp): void {
  app.widgets.register((widgets) =>
    widgets.some(({ id }) => id === ID)
      ? widgets
      : [
          ...widgets,
          {
            id: ID,
            icon: Bell,
            title: MESSAGES.waitingTitle,
            component: async () => (await import('./WaitingWidget')).WaitingWidget,
          },
        ],
  );
}
