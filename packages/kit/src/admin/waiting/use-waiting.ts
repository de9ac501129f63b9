import { useEffect, useState } from 'react';
import { useAuth, useFetchClient, useStrapiApp } from '@strapi/strapi/admin';
import { waitingLinesOf, type WaitingLine } from './lines';

export type WaitingItem = { line: WaitingLine; count: number };

type State = { kind: 'loading' } | { kind: 'known'; items: WaitingItem[]; failed: number };

/**
 * Asks every line's endpoint, each with its own result: one plugin that is down takes nothing
 * from the others. By the fetch client and not by RTK Query, whose cache would have to know the
 * endpoints of plugins that this bundle does not know.
 */
export function useWaiting(): State {
  const plugins = useStrapiApp('WaitingWidget', (state) => state.plugins);
  const mayDo = useAuth('WaitingWidget', (state) => state.checkUserHasPermissions);
  const { get } = useFetchClient();
  const [state, setState] = useState<State>({ kind: 'loading' });

  useEffect(() => {
    const abort = new AbortController();
    const ask = async (line: WaitingLine): Promise<WaitingItem | null> => {
      const { action, subject = null } = line.permission;
      const granted = await mayDo([{ action, subject }]);
      if (granted.length === 0) return null;
      const { data } = await get(line.path, { signal: abort.signal });
      return { line, count: line.count(data) };
    };
    const load = async () => {
      const answers = await Promise.allSettled(waitingLinesOf(plugins).map(ask));
      if (abort.signal.aborted) return;
      const items = answers.flatMap((answer) =>
        answer.status === 'fulfilled' && answer.value && answer.value.count > 0
          ? [answer.value]
          : [],
      );
      const failed = answers.filter(({ status }) => status === 'rejected').length;
      setState({ kind: 'known', items, failed });
    };
    void load();
    return () => abort.abort();
  }, [plugins, mayDo, get]);

  return state;
}
