import { Link as TextLink } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { useMaySeeEntries } from 'suite-kit/admin';
import { entryPath, type MarkedEntry } from '../entry-path';
import { useTexts } from '../texts';

/** To the entry that was published; nothing for a deploy, or for who may not see entries. */
export const EntryLink = ({ marker }: { marker: MarkedEntry & { label: string } }) => {
  const t = useTexts();
  const isAllowed = useMaySeeEntries(marker.contentType ?? '');
  const path = entryPath(marker);
  return path && isAllowed ? (
    <TextLink tag={Link} to={path} aria-label={t('marker.to-entry-of', { label: marker.label })}>
      {t('marker.to-entry')}
    </TextLink>
  ) : null;
};
