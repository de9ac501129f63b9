import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

/**
 * Strapi builds the head of a page anew when it is scrolled away or the window narrows, and what
 * stands in it loses its state: an open dialog would vanish with what was typed in it. `content` is
 * kept here instead, and `slot` goes into the head: wherever it appears, the same content moves in.
 */
export function useSteady(children: ReactNode): { slot: ReactNode; content: ReactNode } {
  const [place] = useState(() => {
    const made = document.createElement('div');
    made.style.display = 'contents';
    return made;
  });
  if (!children) return { slot: undefined, content: null };
  return { slot: <Slot place={place} />, content: createPortal(children, place) };
}

const Slot = ({ place }: { place: HTMLElement }) => {
  const holder = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    holder.current?.append(place);
  }, [place]);
  return <div ref={holder} style={{ display: 'contents' }} />;
};
