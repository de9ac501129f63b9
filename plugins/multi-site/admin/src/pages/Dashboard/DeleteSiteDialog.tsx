import { useState } from 'react';
import { Button, Field, Flex, Loader, Modal, TextInput, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import { Notice, useApiMessage, useNotify } from 'suite-kit/admin';
import type { DeletePreview } from '../../../../shared/contracts/removal';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { PATHS } from '../../paths';
import { useDeleteMultiSiteMutation, useGetDeletePreviewQuery } from '../../services/dashboard';
import { useTexts } from '../../texts';

type Props = { site: { id: string; name: string; slug: string }; onClose: () => void };

/** Shows what goes, offers to keep a copy, and asks for the name. */
export const DeleteSiteDialog = ({ site, onClose }: Props) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const toMessage = useApiMessage(PLUGIN_ID);
  const navigate = useNavigate();
  const preview = useGetDeletePreviewQuery(site.id);
  const [remove, { isLoading }] = useDeleteMultiSiteMutation();
  const [name, setName] = useState('');
  const isRepeated = name.trim() === site.name;

  const confirm = async () => {
    const result = await remove({ id: site.id, name: name.trim() });
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('delete.done', { name: site.name }));
    onClose();
    navigate(PATHS.sites, { replace: true });
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('members.cancel')}>
          <Modal.Title>{t('delete.title', { name: site.name })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            {preview.isLoading ? <Loader>{t('delete.counting')}</Loader> : null}
            {preview.isError ? (
              <Notice variant="warning" title={t('delete.no-preview')}>
                {toMessage(preview.error)}
              </Notice>
            ) : null}
            {preview.data?.refusal ? (
              <Notice variant="warning" title={t('delete.refused')}>
                {t('delete.refused-default')}
              </Notice>
            ) : null}
            {preview.data && !preview.data.refusal ? (
              <>
                <WhatGoes preview={preview.data} />
                <ExportButton site={site} />
                <Field.Root name="site-name" hint={t('delete.name-hint', { name: site.name })}>
                  <Field.Label>{t('delete.name')}</Field.Label>
                  <TextInput
                    value={name}
                    autoComplete="off"
                    onChange={(event) => setName(event.target.value)}
                  />
                  <Field.Hint />
                </Field.Root>
              </>
            ) : null}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{t('members.cancel')}</Button>
          </Modal.Close>
          <Button
            variant="danger"
            loading={isLoading}
            disabled={!isRepeated || !preview.data || preview.data.refusal !== null}
            onClick={() => void confirm()}
          >
            {t('delete.confirm')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

const WhatGoes = ({ preview }: { preview: DeletePreview }) => {
  const t = useTexts();
  const rows = preview.other.reduce((sum, other) => sum + other.rows, 0);
  const lines = [
    ...preview.types.map(({ uid, name, documents }) => ({
      key: uid,
      text: t('delete.entries', { name, count: documents }),
    })),
    { key: 'files', text: t('delete.files', { count: preview.files, kept: preview.filesKept }) },
    { key: 'members', text: t('delete.members', { count: preview.members }) },
    { key: 'tokens', text: t('delete.tokens', { count: preview.tokens }) },
    ...(rows > 0 ? [{ key: 'other', text: t('delete.other', { count: rows }) }] : []),
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography>{t('delete.text')}</Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
        {lines.map(({ key, text }) => (
          <Typography tag="li" key={key} textColor="neutral800">
            {text}
          </Typography>
        ))}
      </Flex>
    </Flex>
  );
};

/** Signed in by a header, so a plain link would not do. */
const ExportButton = ({ site }: { site: Props['site'] }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const { get } = useFetchClient();
  const [isBusy, setIsBusy] = useState(false);

  const save = async () => {
    setIsBusy(true);
    try {
      const { data } = await get<Blob>(`/multi-site/sites/${site.id}/export`, {
        responseType: 'blob',
      });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(data);
      link.download = `${site.slug}.jsonl`;
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (error) {
      notify.problem(error);
    } finally {
      setIsBusy(false);
    }
  };

  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Button
        variant="secondary"
        startIcon={<Download />}
        loading={isBusy}
        onClick={() => void save()}
      >
        {t('delete.export')}
      </Button>
      <Typography variant="pi" textColor="neutral600">
        {t('delete.export-hint')}
      </Typography>
    </Flex>
  );
};
