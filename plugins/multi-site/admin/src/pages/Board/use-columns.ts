import { useState } from 'react';
import { useGetBoardColumnsQuery } from '../../services/board';
import type { BoardData } from '../../services/tasks';
import type { BoardFilter } from './use-board-query';

const STEP = 20;
const MOST = 100;

/** The columns of a board, read together, and the way to more of one. */
export function useColumns(
  site: string,
  { board, filter }: { board: BoardData | undefined; filter: BoardFilter },
) {
  const [more, setMore] = useState<Record<string, number>>({});
  const sizes = Object.fromEntries(
    (board?.stages ?? []).map(({ key }) => [key, more[key] ?? STEP]),
  );
  const isOn = board?.isEnabled === true;
  const query = useGetBoardColumnsQuery({ site, filter, sizes }, { skip: !isOn });
  return {
    // While others are read the former ones stay: the board does not blink.
    columns: query.data,
    isLoading: query.isLoading,
    error: query.error,
    moreOf: (stage: string) => {
      const size = sizes[stage] ?? STEP;
      return size < MOST ? () => setMore({ ...more, [stage]: size + STEP }) : undefined;
    },
  };
}
