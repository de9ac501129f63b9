import { useCallback, useEffect, useMemo, useState } from 'react';
import { useQueryParams } from '@strapi/strapi/admin';
import { useLocation } from 'react-router-dom';
import { readSearch, type Range, type Search, type WindowArgs } from './stretch';

const LIVE_EVERY_MS = 5_000;

/** One window for all pages; it lives in the address, so a link shows the same to somebody else. */
export function useWindow() {
  const [{ query }, setQuery] = useQueryParams<Search>();
  const { search } = useLocation();
  const [round, setRound] = useState(0);
  const [isLive, setIsLive] = useState(false);
  const { range, from, to, site, contentType } = readSearch(query);

  const refresh = useCallback(() => setRound((before) => before + 1), []);
  useEffect(() => {
    if (!isLive) return undefined;
    const timer = setInterval(refresh, LIVE_EVERY_MS);
    return () => clearInterval(timer);
  }, [isLive, refresh]);

  const args: WindowArgs = useMemo(
    () => ({ range, from, to, site, contentType, round }),
    [range, from, to, site, contentType, round],
  );

  return {
    args,
    isLive,
    setIsLive,
    refresh,
    // Undefined leaves the address; a fixed stretch would otherwise win over the range.
    setRange: (next: Range) => setQuery({ range: next, from: undefined, to: undefined }),
    setStretch: useCallback(
      (start: number, end: number) =>
        setQuery({ from: String(Math.round(start)), to: String(Math.round(end)) }),
      [setQuery],
    ),
    setSite: (next: number | null) =>
      next === null ? setQuery({ site: undefined }, 'remove') : setQuery({ site: String(next) }),
    setContentType: (next: string | null) =>
      next === null
        ? setQuery({ contentType: undefined }, 'remove')
        : setQuery({ contentType: next }),
    /** The same window on another page. */
    at: (path: string, more: Record<string, string> = {}) => {
      const params = new URLSearchParams(keep(search));
      for (const [key, value] of Object.entries(more)) params.set(key, value);
      const text = params.toString();
      return text ? `${path}?${text}` : path;
    },
  };
}

export type HealthWindow = ReturnType<typeof useWindow>;

/** Only what belongs to the window goes along. */
function keep(search: string): [string, string][] {
  const params = new URLSearchParams(search);
  return ['range', 'from', 'to', 'site', 'contentType'].flatMap((key) => {
    const value = params.get(key);
    return value === null ? [] : [[key, value] satisfies [string, string]];
  });
}
