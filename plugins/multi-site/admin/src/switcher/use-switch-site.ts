import { useCallback, useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import type { Remembered } from '../choice/choose-site';
import { askForAnnouncement, rememberChoice } from '../choice/storage';
import { landingPath } from './landing-path';

const STATE_KEY = 'multi-site.switch-to';

/** What a link carries along to begin a switch where it leads. */
export const switchTo = (target: Remembered) => ({ [STATE_KEY]: target });

/**
 * Begins a switch: leaves the page through the router, so that a form with unsaved
 * changes asks its own question first. If the person stays, nothing has changed.
 */
export function useSwitchSite() {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  return useCallback(
    (target: Remembered) => navigate(landingPath(pathname), { state: switchTo(target) }),
    [navigate, pathname],
  );
}

/**
 * Ends a switch once the old page is left: reloads the admin, because permissions, menus
 * and every cache in it belong to the old site. Says whether one is under way.
 */
export function useSwitchUnderWay(): boolean {
  const { state } = useLocation();
  const target = targetIn(state);
  useEffect(() => {
    if (!target) return;
    rememberChoice(target);
    askForAnnouncement();
    // The browser keeps a page's state over a reload; without this it would switch for ever.
    window.history.replaceState({ ...window.history.state, usr: null }, '');
    window.location.reload();
  }, [target]);
  return target !== null;
}

function targetIn(state: unknown): Remembered | null {
  if (typeof state !== 'object' || state === null) return null;
  return (state as { [STATE_KEY]?: Remembered })[STATE_KEY] ?? null;
}
