import { useSyncExternalStore } from 'react';
import { useQueryParams } from '@strapi/strapi/admin';
import { useLocation } from 'react-router-dom';
import { answersOf, keyOfPage, type OverlayMeta } from './answers';

type Query = { plugins?: Record<string, unknown> & { overlay?: { overlay?: string } } };

/** Which variant this page edits, what the server says of it, and the way in and out. */
export function useOverlayMode(): {
  id: string | null;
  /** Null until the server has said that it answers with the variant, or when it has not. */
  meta: OverlayMeta | null;
  /** The server has answered something else than the variant: nothing may be saved. */
  isWrong: boolean;
  enter: (id: string) => void;
  leave: () => void;
} {
  const [{ query }, setQuery] = useQueryParams<Query>();
  const location = useLocation();
  const answers = answersOf(window);
  const key = keyOfPage({ pathname: location.pathname, search: location.search });
  const meta = useSyncExternalStore(
    (listener) => {
      answers.listeners.add(listener);
      return () => answers.listeners.delete(listener);
    },
    () => (key === null ? undefined : answers.byKey.get(key)),
  );
  const { overlay, ...plugins } = query.plugins ?? {};
  const id = typeof overlay?.overlay === 'string' ? overlay.overlay : null;
  return {
    id,
    meta: id !== null && meta?.id === id ? meta : null,
    isWrong: id !== null && meta !== undefined && meta?.id !== id,
    // `false`: with its own entry in the history, so that Back leaves the variant and not the page.
    enter: (next) =>
      setQuery({ plugins: { ...plugins, overlay: { overlay: next } } }, 'push', false),
    leave: () => setQuery({ plugins }, 'push', false),
  };
}
