import { adminRouteOf } from 'suite-kit/server';
import { PLUGIN_ID } from '../../../../shared/plugin';

/** One admin route: signed in, and holding every named action. */
export const adminRoute = adminRouteOf(PLUGIN_ID);
