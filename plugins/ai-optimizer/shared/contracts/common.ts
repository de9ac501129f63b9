import { z } from '@strapi/utils';

export const uid = z
  .string()
  .regex(/^api::[a-z0-9-]+\.[a-z0-9-]+$/, 'A content type of the app: api::article.article.');
export const documentId = z.string().min(1).max(64);
export const locale = z.string().max(35).default('');
export const siteNumber = z.coerce.number().int().min(0).optional();
export const page = z.coerce.number().int().min(1).max(100_000).default(1);
export const pageSize = z.coerce.number().int().min(1).max(100).default(20);

export type EntryRef = { uid: string; documentId: string; locale: string };
export type Pagination = { page: number; pageSize: number; pageCount: number; total: number };
export type Answer<T, M = Record<string, never>> = { data: T; meta: M };
