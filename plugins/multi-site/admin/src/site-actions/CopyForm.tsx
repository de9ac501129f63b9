import { useState } from 'react';
import { Checkbox, Field, MultiSelect, MultiSelectOption } from '@strapi/design-system';
import { useNotify } from 'suite-kit/admin';
import type { CopiedRelation, CopyBody, RelationChoice } from '../../../shared/contracts/copies';
import { PLUGIN_ID } from '../../../shared/plugin';
import {
  useCopyEntriesMutation,
  useListCopyTargetsQuery,
  usePreviewCopyQuery,
} from '../services/copies';
import { useTexts } from '../texts';
import { CopyPlan } from './CopyPlan';
import { PlanForm } from './PlanForm';
import type { FormProps } from './shapes';
import { SiteField } from './SiteFields';

/** Where to, which languages, what the copies link to; then the copying. */
export const CopyForm = ({ contentType, documentIds, onClose, onDone }: FormProps) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const targets = useListCopyTargetsQuery(contentType);
  const [to, setTo] = useState('');
  const [locales, setLocales] = useState<string[] | null>(null);
  const [publish, setPublish] = useState(false);
  const [choices, setChoices] = useState<CopyBody['choices']>([]);
  const body = {
    contentType,
    documentIds,
    to,
    publish,
    choices,
    ...(locales && locales.length > 0 ? { locales } : {}),
  };
  const preview = usePreviewCopyQuery(body, { skip: to === '', refetchOnMountOrArgChange: true });
  const [send, { isLoading }] = useCopyEntriesMutation();
  const plan = to === '' ? undefined : (preview.currentData ?? preview.data);
  const canCopy = plan !== undefined && plan.entries.length > 0 && plan.collisions.length === 0;

  const choose = ({ contentType: uid, documentId }: CopiedRelation, does: RelationChoice) =>
    setChoices((before) => [
      ...before.filter((one) => one.contentType !== uid || one.documentId !== documentId),
      { contentType: uid, documentId, does },
    ]);
  const copy = async () => {
    const answer = await send(body);
    if ('error' in answer) return notify.problem(answer.error);
    const { copied, auditId } = answer.data;
    onDone({ message: t('copy.done', { count: copied, site: plan?.to.name ?? '' }), auditId });
  };

  return (
    <PlanForm
      explain={t('copy.explain')}
      fields={
        <>
          <SiteField sites={targets.data} value={to} onChange={setTo} />
          {plan && plan.locales.length > 1 ? (
            <LocalesField
              offered={plan.locales}
              value={locales ?? plan.locales}
              onChange={setLocales}
            />
          ) : null}
          {plan?.mayPublish && plan.entries.some(({ isPublished }) => isPublished) ? (
            <Checkbox
              checked={publish}
              onCheckedChange={(value: boolean | 'indeterminate') => setPublish(value === true)}
            >
              {t('copy.publish')}
            </Checkbox>
          ) : null}
        </>
      }
      plan={plan ? <CopyPlan plan={plan} onChoose={choose} /> : null}
      lookingLabel={t('move.looking')}
      isLooking={preview.isFetching}
      problem={targets.error ?? (to === '' ? undefined : preview.error)}
      confirmLabel={t('copy.confirm', { count: plan?.entries.length ?? documentIds.length })}
      canConfirm={canCopy && !preview.isFetching}
      isBusy={isLoading}
      onConfirm={copy}
      onClose={onClose}
    />
  );
};

const LocalesField = ({
  offered,
  value,
  onChange,
}: {
  offered: string[];
  value: string[];
  onChange: (locales: string[]) => void;
}) => {
  const t = useTexts();
  return (
    <Field.Root name="locales" hint={t('copy.locales.hint')}>
      <Field.Label>{t('copy.locales')}</Field.Label>
      <MultiSelect value={value} onChange={onChange}>
        {offered.map((code) => (
          <MultiSelectOption key={code} value={code}>
            {code}
          </MultiSelectOption>
        ))}
      </MultiSelect>
      <Field.Hint />
    </Field.Root>
  );
};
