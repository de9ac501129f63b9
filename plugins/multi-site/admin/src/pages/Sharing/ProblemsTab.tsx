import { Box, Flex, Typography } from '@strapi/design-system';
import { Notice } from 'suite-kit/admin';
import type { ShareProblem } from '../../../../shared/contracts/shares';
import { useListShareProblemsQuery } from '../../services/shares';
import { useTexts } from '../../texts';
import { Mend } from './Mend';
import { TabState } from './TabState';

/** Shares that do not do what they should, each with the way to mend it. */
export const ProblemsTab = () => {
  const t = useTexts();
  const list = useListShareProblemsQuery(undefined, { refetchOnMountOrArgChange: true });
  const problems = list.data?.problems ?? [];
  return (
    <TabState
      isLoading={list.isLoading}
      error={list.error}
      onRetry={() => void list.refetch()}
      empty={problems.length === 0 ? t('sharing.empty.problems') : null}
    >
      {list.data?.isComplete === false ? (
        <Notice variant="info" title={t('sharing.more-title')}>
          {t('sharing.more')}
        </Notice>
      ) : null}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {problems.map((problem) => (
          <ProblemCard
            key={`${problem.kind} ${problem.contentType} ${problem.documentId} ${problem.overrideId ?? ''}`}
            problem={problem}
          />
        ))}
      </Flex>
    </TabState>
  );
};

const ProblemCard = ({ problem }: { problem: ShareProblem }) => {
  const t = useTexts();
  const { kind, title, typeName } = problem;
  return (
    <Box
      tag="li"
      padding={4}
      background="neutral0"
      shadow="tableShadow"
      hasRadius
      style={{ overflowWrap: 'anywhere' }}
    >
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography tag="h2" fontWeight="bold">
          {t('sharing.problem.entry', { title, type: typeName })}
        </Typography>
        <Typography>
          {t(`sharing.problem.${kind}`, {
            owner: problem.owner?.name ?? '',
            site: problem.site?.name ?? '',
            fields: problem.fields.join(', '),
            targets: problem.targets.map((target) => target.title).join(', '),
            readers: problem.isEverywhere
              ? t('share.badge.all')
              : problem.readers.map(({ name }) => name).join(', '),
          })}
        </Typography>
        <Flex gap={2} wrap="wrap">
          <Mend problem={problem} />
        </Flex>
      </Flex>
    </Box>
  );
};
