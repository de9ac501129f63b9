import { useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise, Sparkle } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import { useNotify } from 'suite-kit/admin';
import type { ContentNode } from '../../../shared/analysis';
import type { Suggestion } from '../../../shared/contracts/suggestions';
import { PLUGIN_ID } from '../../../shared/plugin';
import { PATHS } from '../paths';
import { usePermissions } from '../permissions';
import { useCreateSuggestionMutation, useDecideSuggestionMutation } from '../services/suggestions';
import { asState } from '../tested-text';
import { useTexts } from '../texts';
import { SuggestionBox } from './SuggestionBox';

type FieldTask = 'title' | 'metaTitle' | 'metaDescription' | 'summary' | 'slug';
export type Target = {
  task: FieldTask | 'rewrite' | 'keyphrases' | 'altText';
  field: string;
  passage?: string;
};

type Props = {
  uid: string;
  documentId?: string;
  locale: string;
  values: Record<string, unknown>;
  nodes: readonly ContentNode[];
  keyphrase: string;
  /** A passage that a check asked to have rewritten. */
  wanted: Target | null;
  onApply: (target: Target, text: string) => void;
};

type Accepted = { suggestion: Suggestion; target: Target; before: string };

const OF_ROLE: Readonly<Record<string, FieldTask>> = {
  title: 'title',
  metaTitle: 'metaTitle',
  metaDescription: 'metaDescription',
  summary: 'summary',
  slug: 'slug',
};

/** What can be suggested for this entry, field by field; what was taken can be taken back. */
export const Suggestions = ({
  uid,
  documentId = '',
  locale,
  values,
  nodes,
  keyphrase,
  wanted,
  onApply,
}: Props) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const navigate = useNavigate();
  const { canManageExperiments } = usePermissions();
  const [create, { isLoading }] = useCreateSuggestionMutation();
  const [decide] = useDecideSuggestionMutation();
  const [open, setOpen] = useState<{ suggestion: Suggestion; target: Target } | null>(null);
  const [accepted, setAccepted] = useState<Accepted | null>(null);
  const [asked, setAsked] = useState<string | null>(null);

  const ask = async (target: Target) => {
    setAsked(target.field);
    setOpen(null);
    const result = await create({
      uid,
      documentId,
      locale,
      ...target,
      document: values,
      keyphrase,
    });
    setAsked(null);
    if ('error' in result) notify.problem(result.error);
    else setOpen({ suggestion: result.data, target });
  };

  const accept = async (value: string, isEdited: boolean) => {
    if (!open) return;
    const { suggestion, target } = open;
    onApply(target, value);
    setAccepted({ suggestion, target, before: suggestion.before });
    setOpen(null);
    const result = await decide({
      id: suggestion.id,
      state: isEdited ? 'edited' : 'accepted',
      after: value,
    });
    if ('error' in result) notify.problem(result.error);
  };

  const reject = async () => {
    if (!open) return;
    setOpen(null);
    await decide({ id: open.suggestion.id, state: 'rejected' });
  };

  /** Visitors decide: the text becomes a variant of an experiment, the entry stays as it is. */
  const test = (text: string) => {
    if (!open) return;
    const { suggestion, target } = open;
    navigate(PATHS.testOf({ uid, documentId, locale }), {
      state: asState({ field: target.field, before: suggestion.before, text }),
    });
  };

  const undo = async () => {
    if (!accepted) return;
    onApply(accepted.target, accepted.before);
    setAccepted(null);
    const result = await decide({ id: accepted.suggestion.id, state: 'undone' });
    if ('error' in result) notify.problem(result.error);
    else notify.info(t('suggest.undone'));
  };

  const ofFields = nodes.flatMap((node): Target[] => {
    const task = OF_ROLE[node.role];
    return task && !node.path.includes('.0.') ? [{ task, field: node.path }] : [];
  });

  // A variant keeps whole fields; what is not saved yet has no visitors.
  const isTestable = ({ task }: Target) =>
    canManageExperiments && documentId !== '' && Object.hasOwn(OF_ROLE, task);

  const targets = wanted ? [wanted, ...ofFields] : ofFields;

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {accepted ? (
        <Flex justifyContent="space-between" gap={2} background="success100" padding={3} hasRadius>
          <Typography variant="pi">
            {t('suggest.accepted', { field: accepted.target.field })}
          </Typography>
          <Button
            size="S"
            variant="tertiary"
            startIcon={<ArrowClockwise />}
            onClick={() => void undo()}
          >
            {t('suggest.undo')}
          </Button>
        </Flex>
      ) : null}
      {targets.map((target) => (
        <Box key={`${target.task} ${target.field}`}>
          <Flex justifyContent="space-between" gap={2} wrap="wrap">
            <Typography variant="pi">{t(`task.${target.task}`)}</Typography>
            <Button
              size="S"
              variant="secondary"
              startIcon={<Sparkle />}
              loading={isLoading && asked === target.field}
              disabled={isLoading}
              aria-label={t('suggest.for', { field: t(`task.${target.task}`) })}
              onClick={() => void ask(target)}
            >
              {t('suggest.ask')}
            </Button>
          </Flex>
          {open?.target.field === target.field && open.target.task === target.task ? (
            <Box paddingTop={2}>
              <SuggestionBox
                key={open.suggestion.id}
                suggestion={open.suggestion}
                onAccept={(value, isEdited) => void accept(value, isEdited)}
                onReject={() => void reject()}
                onTest={isTestable(target) ? test : undefined}
              />
            </Box>
          ) : null}
        </Box>
      ))}
    </Flex>
  );
};
