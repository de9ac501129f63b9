import { Pagination } from '@strapi/strapi/admin';
import type { Pagination as Pages } from '../../../shared/contracts/sources';

/** Pages of a list; nothing while all of it is shown. */
export const ListPages = ({ pagination }: { pagination: Pages | undefined }) =>
  pagination && pagination.total > 10 ? (
    <Pagination.Root {...pagination} defaultPageSize={20}>
      <Pagination.PageSize />
      <Pagination.Links />
    </Pagination.Root>
  ) : null;
