import { adminApi } from '@strapi/strapi/admin';
import type { One } from '../../../shared/contracts/common';

export const TAGS = [
  'P13nRule',
  'P13nAudience',
  'P13nVariant',
  'P13nVisitor',
  'P13nModel',
  'P13nSettings',
  'P13nKey',
  'P13nSetup',
] as const;

/** The part of an answer that is wanted. */
export const data = <T>(response: One<T>): T => response.data;
export type Page = { page?: number; pageSize?: number; q?: string };

export const url = (path: string) => `/personalization${path}`;
/** Strapi's client does not encode parameters. */
export const params = (given: Record<string, string | number | undefined>) => ({
  params: Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, encodeURIComponent(value)]],
    ),
  ),
});

/** The admin's one RTK Query api with our tags; each resource injects its endpoints. */
export const api = adminApi.enhanceEndpoints({ addTagTypes: [...TAGS] });
