import { useEffect, useRef, useState } from 'react';
import { useAuth } from '@strapi/strapi/admin';

type Allowed = { isLoading: boolean; may: (action: string) => boolean };

/**
 * Which of these actions the signed-in person holds. Everything is false until `isLoading` ends.
 *
 * In place of Strapi's `useRBAC`, which asks once, when the component appears: a page that appears
 * before the person's permissions have arrived stays forbidden there. This one waits for them, and
 * asks again when they change. After a change the former answer stands until the new one is there,
 * so that a form does not vanish under the hands.
 *
 * @param actions a constant, because it is compared by identity.
 */
export function useAllowed(actions: readonly string[]): Allowed {
  const isWaiting = useAuth('useAllowed', (state) => state.isLoading);
  const permissions = useAuth('useAllowed', (state) => state.permissions);
  const check = useAuth('useAllowed', (state) => state.checkUserHasPermissions);
  // Its identity changes with every change of the address; what it answers does not.
  const latest = useRef(check);
  latest.current = check;
  const [allowed, setAllowed] = useState<ReadonlySet<string> | null>(null);

  useEffect(() => {
    if (isWaiting) return undefined;
    let isCurrent = true;
    const answer = (held: ReadonlySet<string>) => {
      if (isCurrent) setAllowed(held);
    };
    latest
      .current(actions.map((action) => ({ action, subject: null })))
      .then((held) => answer(new Set(held.map(({ action }) => action))))
      // Access fails closed: what could not be asked is not allowed.
      .catch(() => answer(new Set()));
    return () => {
      isCurrent = false;
    };
  }, [actions, isWaiting, permissions]);

  return {
    isLoading: isWaiting || allowed === null,
    may: (action) => allowed?.has(action) === true,
  };
}
