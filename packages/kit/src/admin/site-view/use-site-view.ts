import { useMemo, useSyncExternalStore } from 'react';
import { useStrapiApp } from '@strapi/strapi/admin';

export type ViewedSite = { id: string; number: number; name: string; color: string | null };

/** `single`: no multi-site or one site, nothing of sites is shown. `network`: all at once. */
export type SiteView =
  | { kind: 'single'; sites: [] }
  | { kind: 'site'; site: ViewedSite; sites: ViewedSite[] }
  | { kind: 'network'; sites: ViewedSite[] };

type Snapshot = {
  choice: { kind: string; site?: { id: string } };
  data: { active: boolean; sites: ViewedSite[] } | null;
};
/** What multi-site gives as `apis.siteChoice`. */
type SiteChoicePort = { subscribe(listener: () => void): () => void; snapshot(): Snapshot };

const NOBODY: SiteChoicePort = {
  subscribe: () => () => undefined,
  snapshot: () => NOTHING,
};
const NOTHING: Snapshot = { choice: { kind: 'unsettled' }, data: null };

/** Which site the switcher stands on: whether a list has a Site column, whether create asks. */
export function useSiteView(): SiteView {
  const port = useStrapiApp(
    'SiteView',
    (state) => state.plugins['multi-site']?.apis.siteChoice as SiteChoicePort | undefined,
  );
  const { subscribe, snapshot } = port ?? NOBODY;
  const { choice, data } = useSyncExternalStore(subscribe, snapshot);
  return useMemo(() => viewOf({ choice, data }), [choice, data]);
}

export function viewOf({ choice, data }: Snapshot): SiteView {
  if (!data?.active) return { kind: 'single', sites: [] };
  const site = data.sites.find(({ id }) => id === choice.site?.id);
  return site ? { kind: 'site', site, sites: data.sites } : { kind: 'network', sites: data.sites };
}

/** The name of a row's site; rows that are older than the sites belong to the default one. */
export function siteNameOf(view: SiteView, number: number): string {
  return view.sites.find((site) => site.number === number)?.name ?? '—';
}
