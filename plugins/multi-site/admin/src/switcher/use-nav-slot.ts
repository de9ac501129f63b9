import { useLayoutEffect, useState } from 'react';

/**
 * A place of our own in the admin's main navigation, between its logo and its links.
 * Null where there is no such navigation.
 */
export function useNavSlot(): HTMLElement | null {
  const [slot, setSlot] = useState<HTMLElement | null>(null);

  useLayoutEffect(() => {
    const nav = document.querySelector('nav');
    if (!nav) return undefined;
    const list = nav.querySelector('ul');
    const before = [...nav.children].find((child) => list && child.contains(list)) ?? null;
    const element = document.createElement('div');
    nav.insertBefore(element, before);
    setSlot(element);
    return () => element.remove();
  }, []);

  return slot;
}
