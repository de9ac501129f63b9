import { z } from '@strapi/utils';
import { MODES, type Mode, type Scope } from '../plugin';
import type { Reach } from '../reaches';

export type InventoryItem = { name: string; reach: Reach; because: string };

/** GET /multi-site/isolation/inventory: every table, relation and route. Network only. */
export type Inventory = Record<'tables' | 'relations' | 'routes', InventoryItem[]>;
export type InventoryResponse = { data: Inventory; meta: Record<string, never> };

/**
 * How far the content is assigned to sites and whether the border is closed:
 * GET /multi-site/isolation, PUT /multi-site/isolation/mode, DELETE /multi-site/isolation/report,
 * POST /multi-site/isolation/assign-unassigned. Network only.
 */

export const setModeBody = z.object({ mode: z.enum(MODES) }).strict();

/** Gives every row that belongs to no site to one site. */
export const assignUnassignedBody = z.object({ site: z.string().min(1).max(64) }).strict();

export type TypeStatus = {
  uid: string;
  name: string;
  table: string;
  scope: Scope;
  rows: number;
  unassigned: number;
};

/** Values of a unique field that several published entries of one site have. They stay. */
export type Duplicates = { uid: string; name: string; field: string; values: number };

/** One query that report mode would have narrowed or refused under enforce. */
export type ReportEntry = {
  route: string;
  kind: 'no-site' | 'raw-sql' | 'foreign-link' | 'unscoped-write';
  table: string;
  /** Source file and line of the caller, as far as the stack tells. */
  origin: string | null;
  count: number;
  lastSeenAt: string;
  suggestion: string;
};

export type IsolationResponse = {
  data: {
    mode: Mode;
    siteCount: number;
    adoption: { state: 'running' | 'done'; done: number; total: number };
    types: TypeStatus[];
    duplicates: Duplicates[];
    report: ReportEntry[];
    /** Tables, columns and routes that had to take their longer name because the app uses the short one. */
    names: { tablePrefix: string; column: string; route: string };
    unscopedWrites: number;
  };
  meta: Record<string, never>;
};
