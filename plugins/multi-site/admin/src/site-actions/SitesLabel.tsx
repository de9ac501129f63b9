import { useLayoutEffect, useRef } from 'react';
import { useTexts } from '../texts';

/**
 * The label of our button. Strapi puts the actions for chosen entries into one row, which is wider
 * than a phone with Strapi's own alone: the row the button stands in may break.
 */
export const SitesLabel = () => {
  const t = useTexts();
  const label = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const row = label.current?.closest('button')?.parentElement;
    if (row) row.style.flexWrap = 'wrap';
  }, []);
  return <span ref={label}>{t('site-actions.action')}</span>;
};
