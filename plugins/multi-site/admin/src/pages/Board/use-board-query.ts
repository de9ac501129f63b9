import { useQueryParams } from '@strapi/strapi/admin';
import type { ListTasksQuery } from '../../../../shared/contracts/tasks';

type Search = { assignee?: string; contentType?: string; locale?: string; due?: string };
export type BoardFilter = Pick<ListTasksQuery, 'contentType' | 'locale'> & {
  assignee?: 'me' | 'none' | number;
  due?: NonNullable<ListTasksQuery['due']>;
};

const DUES = ['overdue', 'week', 'none'] as const;

/** Whose, what and when: all of it lives in the address. */
export function useBoardQuery() {
  const [{ query }, setQuery] = useQueryParams<Search>();
  const { assignee, contentType, locale } = query;
  const due = DUES.find((candidate) => candidate === query.due);
  const filter: BoardFilter = {
    ...(assignee === 'me' || assignee === 'none' ? { assignee } : {}),
    ...(Number(assignee) > 0 ? { assignee: Number(assignee) } : {}),
    ...(contentType ? { contentType } : {}),
    ...(locale ? { locale } : {}),
    ...(due ? { due } : {}),
  };
  return {
    filter,
    query,
    isFiltered: Object.keys(filter).length > 0,
    set: (key: keyof Search, value: string | null) =>
      value === null ? setQuery({ [key]: undefined }, 'remove') : setQuery({ [key]: value }),
    clear: () =>
      setQuery(
        { assignee: undefined, contentType: undefined, locale: undefined, due: undefined },
        'remove',
      ),
  };
}
