import { useState } from 'react';
import { Checkbox } from '@strapi/design-system';
import { useNotify } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../shared/plugin';
import {
  useListShareTargetsQuery,
  usePreviewShareQuery,
  useShareEntriesMutation,
} from '../services/shares';
import { useTexts } from '../texts';
import { PlanForm } from './PlanForm';
import type { FormProps } from './shapes';
import { SharePlan } from './SharePlan';
import { SitesField } from './SiteFields';

/** With whom, what is shown there and what is not; then the sharing. */
export const ShareForm = ({ contentType, documentIds, onClose, onDone }: FormProps) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const targets = useListShareTargetsQuery(contentType);
  const [chosen, setChosen] = useState<string[]>([]);
  const [isEverywhere, setIsEverywhere] = useState(false);
  const sites = isEverywhere ? ('all' as const) : chosen;
  const body = { contentType, documentIds, sites };
  const isChosen = sites === 'all' || sites.length > 0;
  const preview = usePreviewShareQuery(body, { skip: !isChosen, refetchOnMountOrArgChange: true });
  const [send, { isLoading }] = useShareEntriesMutation();
  const plan = isChosen ? preview.currentData : undefined;
  const { length: count } = documentIds;

  const share = async () => {
    const answer = await send(body);
    if ('error' in answer) return notify.problem(answer.error);
    const { changed, auditId } = answer.data;
    onDone({ message: t(changed > 0 ? 'share.done' : 'share.done-before', { count }), auditId });
  };

  return (
    <PlanForm
      explain={t('share.explain')}
      fields={
        <>
          <SitesField
            sites={targets.data?.sites}
            value={chosen}
            isDisabled={isEverywhere}
            onChange={setChosen}
          />
          {targets.data?.mayShareEverywhere ? (
            <Checkbox
              checked={isEverywhere}
              onCheckedChange={(value: boolean | 'indeterminate') =>
                setIsEverywhere(value === true)
              }
            >
              {t('share.everywhere')}
            </Checkbox>
          ) : null}
        </>
      }
      plan={plan ? <SharePlan plan={plan} /> : null}
      lookingLabel={t('share.looking')}
      isLooking={preview.isFetching}
      problem={targets.error ?? (isChosen ? preview.error : undefined)}
      confirmLabel={t('share.confirm', { count })}
      canConfirm={plan !== undefined}
      isBusy={isLoading}
      onConfirm={share}
      onClose={onClose}
    />
  );
};
