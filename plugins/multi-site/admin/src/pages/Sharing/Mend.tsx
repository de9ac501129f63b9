import { Button, Link as TextLink, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { useNotify } from 'suite-kit/admin';
import type { ShareProblem } from '../../../../shared/contracts/shares';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useSiteChoice } from '../../choice';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import {
  useRemoveOverrideMutation,
  useShareEntriesMutation,
  useStopSharingMutation,
  useTidySharesMutation,
} from '../../services/shares';
import { useTexts } from '../../texts';
import { entryAddress } from './entry-address';

type Props = { problem: ShareProblem };

/** The way to mend one problem. */
export const Mend = ({ problem }: Props) => {
  switch (problem.kind) {
    case 'owner-archived':
      return <ArchivedOwner problem={problem} />;
    case 'entry-missing':
      return <TidyUp />;
    case 'hidden-relations':
      return <ShareTargets problem={problem} />;
    case 'override-review':
      return <OpenOverride problem={problem} />;
    case 'override-orphan':
      return <RemoveOverride problem={problem} />;
  }
};

/** The site of this tab; null where all are in view. */
function useHere(): string | null {
  const { choice } = useSiteChoice();
  return choice.kind === 'site' ? choice.site.id : null;
}

/** Does it, and says so or why not. */
function useMending() {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  return async (...works: (() => PromiseLike<object>)[]) => {
    for (const work of works) {
      const answer = await work();
      if ('error' in answer) return notify.problem(answer.error);
    }
    notify.success(t('sharing.mended'));
  };
}

const ArchivedOwner = ({ problem }: Props) => {
  const t = useTexts();
  const here = useHere();
  const mend = useMending();
  const { canReadSites } = usePermissions();
  const [stop, { isLoading }] = useStopSharingMutation();
  const { contentType, documentId, owner } = problem;
  const body = { contentType, documentIds: [documentId], ...(here ? { sites: [here] } : {}) };
  return (
    <>
      <Button
        size="S"
        variant="danger-light"
        loading={isLoading}
        onClick={() => void mend(() => stop(body))}
      >
        {t(here ? 'share.stop-here' : 'share.stop')}
      </Button>
      {canReadSites && owner && !here ? (
        <TextLink tag={Link} to={PATHS.dashboard(owner.id)}>
          {t('sharing.open-site', { site: owner.name })}
        </TextLink>
      ) : null}
    </>
  );
};

const TidyUp = () => {
  const t = useTexts();
  const mend = useMending();
  const [tidy, { isLoading }] = useTidySharesMutation();
  return (
    <Button
      size="S"
      variant="secondary"
      loading={isLoading}
      onClick={() => void mend(() => tidy())}
    >
      {t('sharing.tidy')}
    </Button>
  );
};

const ShareTargets = ({ problem }: Props) => {
  const t = useTexts();
  const mend = useMending();
  const [share, { isLoading }] = useShareEntriesMutation();
  const sites = problem.isEverywhere ? ('all' as const) : problem.readers.map(({ id }) => id);
  const works = problem.targets.map(
    ({ contentType, documentId }) =>
      () =>
        share({ contentType, documentIds: [documentId], sites }),
  );
  return (
    <>
      <Button size="S" variant="secondary" loading={isLoading} onClick={() => void mend(...works)}>
        {t('sharing.share-targets')}
      </Button>
      <TextLink tag={Link} to={entryAddress(problem)}>
        {t('sharing.open-entry')}
      </TextLink>
    </>
  );
};

const OpenOverride = ({ problem }: Props) => {
  const t = useTexts();
  const here = useHere();
  const { overrideId } = problem;
  if (!here || !overrideId) {
    return <Typography textColor="neutral600">{t('sharing.review-there')}</Typography>;
  }
  return (
    <TextLink tag={Link} to={entryAddress(problem, overrideId)}>
      {t('sharing.open-override')}
    </TextLink>
  );
};

const RemoveOverride = ({ problem }: Props) => {
  const t = useTexts();
  const mend = useMending();
  const [remove, { isLoading }] = useRemoveOverrideMutation();
  const { overrideId } = problem;
  if (!overrideId) return null;
  return (
    <Button
      size="S"
      variant="danger-light"
      loading={isLoading}
      onClick={() => void mend(() => remove(overrideId))}
    >
      {t('override.remove')}
    </Button>
  );
};
