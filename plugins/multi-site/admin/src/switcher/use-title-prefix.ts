import { useEffect } from 'react';

/** Keeps the site's name in front of whatever title the open page sets. */
export function useTitlePrefix(name: string | null) {
  useEffect(() => {
    if (!name) return undefined;
    const prefix = `${name} · `;
    const apply = () => {
      if (!document.title.startsWith(prefix)) document.title = prefix + document.title;
    };
    apply();
    const observer = new MutationObserver(apply);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      document.title = document.title.slice(prefix.length);
    };
  }, [name]);
}
