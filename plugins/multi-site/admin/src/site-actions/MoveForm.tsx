import { useState } from 'react';
import { Field, Radio } from '@strapi/design-system';
import { useNotify } from 'suite-kit/admin';
import type { MoveBody } from '../../../shared/contracts/moves';
import { PLUGIN_ID } from '../../../shared/plugin';
import { useSiteChoice } from '../choice';
import {
  useListMoveTargetsQuery,
  useMoveEntriesMutation,
  usePreviewMoveQuery,
} from '../services/moves';
import { useTexts } from '../texts';
import { MovePlan } from './MovePlan';
import { PlanForm } from './PlanForm';
import type { FormProps } from './shapes';
import { SiteField } from './SiteFields';

/** Where to, what goes along and what does not; then the move. */
export const MoveForm = ({ contentType, documentIds, onClose, onDone }: FormProps) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const { choice } = useSiteChoice();
  const targets = useListMoveTargetsQuery(contentType);
  const [to, setTo] = useState('');
  const [sharedMedia, setSharedMedia] = useState<MoveBody['sharedMedia']>('copy');
  const body = { contentType, documentIds, to, sharedMedia };
  const preview = usePreviewMoveQuery(body, { skip: to === '', refetchOnMountOrArgChange: true });
  const [send, { isLoading }] = useMoveEntriesMutation();
  const current = choice.kind === 'site' ? choice.site.id : null;
  const plan = to === '' ? undefined : preview.currentData;
  const hasShared = plan?.media.some(({ does }) => does !== 'moves') ?? false;

  const move = async () => {
    const answer = await send(body);
    if ('error' in answer) return notify.problem(answer.error);
    const { moved, auditId } = answer.data;
    const message = t('move.done', { count: moved, site: plan?.to.name ?? '' });
    onDone({ message, auditId });
  };

  return (
    <PlanForm
      explain={t('move.explain')}
      fields={
        <>
          <SiteField
            sites={targets.data?.filter(({ id }) => id !== current)}
            value={to}
            onChange={setTo}
          />
          {hasShared ? <SharedMediaField value={sharedMedia} onChange={setSharedMedia} /> : null}
        </>
      }
      plan={plan ? <MovePlan plan={plan} /> : null}
      lookingLabel={t('move.looking')}
      isLooking={preview.isFetching}
      problem={targets.error ?? (to === '' ? undefined : preview.error)}
      confirmLabel={t('move.confirm', { count: plan?.entries.length ?? documentIds.length })}
      canConfirm={plan !== undefined && plan.entries.length > 0 && plan.collisions.length === 0}
      isBusy={isLoading}
      onConfirm={move}
      onClose={onClose}
    />
  );
};

type SharedMedia = MoveBody['sharedMedia'];

const SharedMediaField = ({
  value,
  onChange,
}: {
  value: SharedMedia;
  onChange: (value: SharedMedia) => void;
}) => {
  const t = useTexts();
  return (
    <Field.Root name="sharedMedia">
      <Field.Label>{t('move.shared-media')}</Field.Label>
      <Radio.Group
        value={value}
        aria-label={t('move.shared-media')}
        onValueChange={(next: string) => onChange(next === 'leave' ? 'leave' : 'copy')}
      >
        <Radio.Item value="copy">{t('move.shared-media.copy')}</Radio.Item>
        <Radio.Item value="leave">{t('move.shared-media.leave')}</Radio.Item>
      </Radio.Group>
    </Field.Root>
  );
};
