import { useState } from 'react';
import { Button, Checkbox, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import { useNotify } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { PATHS } from '../../paths';
import { useCloneMultiSiteMutation } from '../../services/wizard';
import { useTexts } from '../../texts';

type Props = { site: { id: string; name: string }; onClose: () => void };

/** A new site with everything of this one. */
export const CloneSiteDialog = ({ site, onClose }: Props) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const navigate = useNavigate();
  const [clone, { isLoading }] = useCloneMultiSiteMutation();
  const [name, setName] = useState(() => t('clone.name-of', { name: site.name }));
  const [domain, setDomain] = useState('');
  const [withMembers, setWithMembers] = useState(false);

  const confirm = async () => {
    const body = { name: name.trim(), domain: domain.trim() || null, withMembers };
    const result = await clone({ id: site.id, body });
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('clone.done', { name: result.data.site.name }));
    onClose();
    navigate(PATHS.dashboard(result.data.site.id));
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('members.cancel')}>
          <Modal.Title>{t('clone.title', { name: site.name })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Typography>{t('clone.text')}</Typography>
            <Field.Root name="clone-name" hint={t('site.name.hint')} required>
              <Field.Label>{t('site.name')}</Field.Label>
              <TextInput
                value={name}
                maxLength={80}
                onChange={(event) => setName(event.target.value)}
              />
              <Field.Hint />
            </Field.Root>
            <Field.Root name="clone-domain" hint={t('site.domain.hint')}>
              <Field.Label>{t('site.domain')}</Field.Label>
              <TextInput
                value={domain}
                placeholder={t('site.domain.example')}
                onChange={(event) => setDomain(event.target.value)}
              />
              <Field.Hint />
            </Field.Root>
            <Checkbox
              checked={withMembers}
              onCheckedChange={(isOn) => setWithMembers(isOn === true)}
            >
              {t('clone.members')}
            </Checkbox>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{t('members.cancel')}</Button>
          </Modal.Close>
          <Button loading={isLoading} disabled={!name.trim()} onClick={() => void confirm()}>
            {t('clone.confirm')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
