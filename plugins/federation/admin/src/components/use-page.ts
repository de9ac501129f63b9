import { useQueryParams } from '@strapi/strapi/admin';

type Query = { page?: string; pageSize?: string; state?: string; source?: string };

/** The list's page and filters; they live in the address. */
export function usePage() {
  const [{ query }, setQuery] = useQueryParams<Query>();
  return {
    query,
    setQuery,
    params: { page: Number(query.page) || 1, pageSize: Number(query.pageSize) || 20 },
  };
}
