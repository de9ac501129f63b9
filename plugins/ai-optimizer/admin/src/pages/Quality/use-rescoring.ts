import { useEffect, useState } from 'react';
import { useNotify } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useGetLatestRunQuery, useRescoreAllMutation } from '../../services/scores';
import { useTexts } from '../../texts';

const POLL_MS = 1_000;
const OPEN = new Set(['queued', 'running']);

type Options = { isAllowed: boolean; onDone: () => void };

/** The run that measures everything: started here or by somebody else, watched while it goes on. */
export function useRescoring({ isAllowed, onDone }: Options) {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [rescore, { isLoading: isStarting }] = useRescoreAllMutation();
  const [isWatching, setIsWatching] = useState(false);
  const latest = useGetLatestRunQuery(undefined, {
    skip: !isAllowed,
    pollingInterval: isWatching ? POLL_MS : 0,
  });
  const isRunning = OPEN.has(latest.data?.state ?? '');

  useEffect(() => {
    if (isRunning === isWatching || latest.isFetching) return;
    setIsWatching(isRunning);
    if (!isRunning) onDone();
  }, [isRunning, isWatching, latest.isFetching, onDone]);

  return {
    run: latest.data ?? null,
    isRunning,
    isStarting,
    start: async () => {
      const result = await rescore({});
      if ('error' in result) notify.problem(result.error);
      else notify.info(t('quality.started'));
    },
  };
}
