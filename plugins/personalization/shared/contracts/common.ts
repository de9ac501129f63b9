import { z } from '@strapi/utils';

export const idParams = z.object({ id: z.string().min(1).max(64) });
export const pageQuery = {
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
  q: z.string().trim().max(120).optional(),
};
export const documentRef = {
  uid: z.string().regex(/^[a-z0-9-]+::[a-z0-9-]+\.[a-z0-9-]+$/, 'Not a content type.'),
  documentId: z.string().min(1).max(64),
  locale: z.string().max(20).default(''),
};

export type Pagination = { page: number; pageSize: number; pageCount: number; total: number };
export type One<T> = { data: T; meta: Record<string, never> };
export type List<T> = { data: T[]; meta: { pagination: Pagination } };

/** The tree as it is drawn; what it means is decided by `toCondition`. */
const treeClause = z
  .object({
    id: z.string().max(64).optional(),
    field: z.string().min(1).max(80),
    operator: z.string().min(1).max(20),
    value: z.union([
      z.string().max(500),
      z.number(),
      z.boolean(),
      z.array(z.string().max(200)).max(100),
      z.null(),
    ]),
  })
  .loose();
type Tree = {
  id?: string | undefined;
  combinator: 'and' | 'or';
  not?: boolean | undefined;
  rules: unknown[];
};
export const ruleTree: z.ZodType<Tree> = z.lazy(() =>
  z
    .object({
      id: z.string().max(64).optional(),
      combinator: z.enum(['and', 'or']),
      not: z.boolean().optional(),
      rules: z.array(z.union([ruleTree, treeClause])).max(50),
    })
    .loose(),
);
