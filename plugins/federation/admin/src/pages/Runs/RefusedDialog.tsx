import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import type { UndoRefusal } from '../../../../shared/contracts/runs';
import { TextLink } from '../../components/TextLink';
import { PATHS } from '../../paths';
import { useTexts } from '../../texts';

type Props = { refused: UndoRefusal[]; onClose: () => void };

/** Entries that undo left alone, and which of their fields were edited since. */
export const RefusedDialog = ({ refused, onClose }: Props) => {
  const t = useTexts();
  return (
    <Modal.Root open={refused.length > 0} onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('close')}>
          <Modal.Title>{t('undo.refused', { count: refused.length })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={3}>
            <Typography>{t('undo.refused-text')}</Typography>
            {refused.map((item) => (
              <Flex
                key={`${item.documentId}${item.locale}`}
                direction="column"
                alignItems="flex-start"
              >
                <TextLink to={PATHS.entry(item.uid, item.documentId, item.locale)}>
                  {item.title || item.documentId}
                </TextLink>
                <Typography variant="pi" textColor="neutral600">
                  {item.changed.includes('*')
                    ? t('undo.gone')
                    : t('undo.edited', { fields: item.changed.join(', ') })}
                </Typography>
              </Flex>
            ))}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button onClick={onClose}>{t('close')}</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
