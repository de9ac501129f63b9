import { useSyncExternalStore } from 'react';
import { getFetchClient } from '@strapi/strapi/admin';
import type { SwitchResponse } from '../../../shared/contracts/switch';
import { SiteChoice } from './site-choice';

/** The choice of this tab; there is one per page. */
export const siteChoice = new SiteChoice(async () => {
  const { data } = await getFetchClient().get<SwitchResponse>('/multi-site/switch');
  return data.data;
});

export const useSiteChoice = () => useSyncExternalStore(siteChoice.subscribe, siteChoice.snapshot);
