import { useCallback, useEffect, useState } from 'react';
import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import {
  ConfirmDialog,
  useAuth,
  useFetchClient,
  useNotification,
  Widget,
} from '@strapi/strapi/admin';
import { useIntl, type PrimitiveType } from 'react-intl';
import { SAMPLE_TEXTS, type TextId } from './texts';

type Samples = { entries: number; files: number };
type State = { kind: 'loading' } | { kind: 'failed' } | { kind: 'known'; samples: Samples | null };
type Removed = { entries: number; kept: number };

const useTexts = () => {
  const { formatMessage } = useIntl();
  return (id: TextId, values?: Record<string, PrimitiveType>) =>
    formatMessage({ id, defaultMessage: SAMPLE_TEXTS.en[id] }, values);
};

/** On the homepage of the super admin: what the demo made, and one button that removes it. */
export const SamplesWidget = () => {
  const t = useTexts();
  const { get, post } = useFetchClient();
  const { toggleNotification } = useNotification();
  // Strapi shows the widget for a moment before it knows the person's roles.
  const isAllowed = useAuth('SamplesWidget', ({ user }) =>
    user?.roles.some(({ code }) => code === 'strapi-super-admin'),
  );
  const [state, setState] = useState<State>({ kind: 'loading' });
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);

  const load = useCallback(async () => {
    try {
      const { data } = await get<{ data: Samples | null }>('/demo/samples');
      setState({ kind: 'known', samples: data.data });
    } catch {
      setState({ kind: 'failed' });
    }
  }, [get]);

  useEffect(() => {
    if (isAllowed) void load();
  }, [isAllowed, load]);

  const remove = async () => {
    setIsBusy(true);
    try {
      const { data } = await post<{ data: Removed }>('/demo/samples/remove');
      const { entries, kept } = data.data;
      setIsAsking(false);
      toggleNotification({ type: 'success', message: t('demo.samples.done', { entries, kept }) });
      await load();
    } catch {
      toggleNotification({ type: 'danger', message: t('demo.samples.failed') });
    } finally {
      setIsBusy(false);
    }
  };

  if (state.kind === 'loading') return <Widget.Loading />;
  if (state.kind === 'failed') return <Widget.Error />;
  if (!state.samples) return <Widget.NoData>{t('demo.samples.none')}</Widget.NoData>;
  return (
    <Flex direction="column" alignItems="flex-start" gap={4}>
      <Typography>{t('demo.samples.what', { ...state.samples })}</Typography>
      <Dialog.Root open={isAsking} onOpenChange={setIsAsking}>
        <Dialog.Trigger>
          <Button variant="danger-light" startIcon={<Trash />}>
            {t('demo.samples.remove')}
          </Button>
        </Dialog.Trigger>
        <ConfirmDialog
          title={t('demo.samples.remove')}
          startAction={
            <Dialog.Cancel>
              <Button fullWidth variant="tertiary">
                {t('demo.samples.cancel')}
              </Button>
            </Dialog.Cancel>
          }
          endAction={
            <Button fullWidth variant="danger" loading={isBusy} onClick={() => void remove()}>
              {t('demo.samples.remove')}
            </Button>
          }
        >
          {t('demo.samples.confirm')}
        </ConfirmDialog>
      </Dialog.Root>
    </Flex>
  );
};
