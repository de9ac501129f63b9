import { Button, EmptyStateLayout } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { useTexts } from '../../texts';

/** A search or filter that nothing fits, with the way back to everything. */
export const NoMatch = ({ onClear }: { onClear: () => void }) => {
  const t = useTexts();
  return (
    <EmptyStateLayout
      icon={<EmptyDocuments width="16rem" />}
      content={t('sites.no-match')}
      action={
        <Button variant="secondary" onClick={onClear}>
          {t('sites.clear-filters')}
        </Button>
      }
      shadow="tableShadow"
      hasRadius
    />
  );
};
