import type { SiteStatus } from './sites';

/** GET /multi-site/sites/:id/dashboard, GET /multi-site/dashboard, GET /multi-site/sites/:id/domain-health. */

/** Entries of one type: a document in one locale counts once. */
export type TypeFigures = {
  uid: string;
  name: string;
  drafts: number;
  published: number;
  /** Published, and edited since. */
  modified: number;
  total: number;
};

export const WARNINGS = [
  'no-domain',
  'no-members',
  'in-maintenance',
  'no-content',
  'no-languages',
  'is-draft',
] as const;
export type Warning = (typeof WARNINGS)[number];

export type RecentEntry = {
  contentType: string;
  typeName: string;
  documentId: string;
  locale: string | null;
  title: string;
  updatedAt: string;
  updatedBy: string | null;
  isPublished: boolean;
  isSingle: boolean;
};

export type SiteFigures = {
  id: string;
  number: number;
  name: string;
  slug: string;
  domain: string | null;
  status: SiteStatus;
  color: string | null;
  isDefault: boolean;
  drafts: number;
  published: number;
  modified: number;
  files: number;
  members: number;
  lastChange: string | null;
  warnings: Warning[];
};

export type SiteDashboard = {
  site: SiteFigures;
  types: TypeFigures[];
  recent: RecentEntry[];
  members: { name: string; roles: string[] }[];
  tokens: number;
  /** Null where no workflow is on. */
  workflow: { stages: { key: string; name: string; color: string; count: number }[] } | null;
  settings: {
    locales: string[];
    defaultLocale: string | null;
    timeZone: string | null;
    hosts: string[];
    features: string[];
    robots: string;
    corsOrigins: number;
  };
};
export type SiteDashboardResponse = { data: SiteDashboard; meta: Record<string, never> };

export type NetworkDashboard = {
  sites: SiteFigures[];
  totals: { sites: number; drafts: number; published: number; modified: number; files: number };
  /** Rows that belong to no site, by type. */
  unassigned: { uid: string; name: string; rows: number }[];
};
export type NetworkDashboardResponse = { data: NetworkDashboard; meta: Record<string, never> };

export type HostHealth = {
  host: string;
  kind: 'domain' | 'alias';
  /** `here`: this server answers there; `elsewhere`: somebody else does; `wildcard` cannot be asked. */
  state: 'here' | 'elsewhere' | 'unreachable' | 'unknown-name' | 'wildcard';
};
export type DomainHealthResponse = { data: HostHealth[]; meta: Record<string, never> };
