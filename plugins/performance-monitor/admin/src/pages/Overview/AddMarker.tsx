import { useState } from 'react';
import { Button, Field, Modal } from '@strapi/design-system';
import { useNotify } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useAddHealthMarkerMutation } from '../../services/health';
import { useTexts } from '../../texts';

/** "Something changed here": a line in every chart, for everybody. */
export const AddMarker = () => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [isOpen, setIsOpen] = useState(false);
  const [label, setLabel] = useState('');
  const [add, { isLoading }] = useAddHealthMarkerMutation();

  const save = async () => {
    const result = await add({ label, kind: 'deploy' });
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('marker.added'));
    setIsOpen(false);
    setLabel('');
  };

  return (
    <Modal.Root open={isOpen} onOpenChange={setIsOpen}>
      <Modal.Trigger>
        <Button variant="tertiary">{t('marker.add')}</Button>
      </Modal.Trigger>
      <Modal.Content>
        <Modal.Header closeLabel={t('cancel')}>
          <Modal.Title>{t('marker.add')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Field.Root name="label" hint={t('marker.hint')} required>
            <Field.Label>{t('marker.label')}</Field.Label>
            <Field.Input
              value={label}
              maxLength={120}
              onChange={(event) => setLabel(event.target.value)}
            />
            <Field.Hint />
          </Field.Root>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{t('cancel')}</Button>
          </Modal.Close>
          <Button loading={isLoading} disabled={label.trim() === ''} onClick={() => void save()}>
            {t('marker.save')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
