import { useState } from 'react';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Box, Button, Flex, Link as TextLink, Loader, Typography } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import { useForm, useQueryParams } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { extract, type Check, type Evidence } from '../../../shared/analysis';
import { CheckList } from '../components/CheckList';
import { ScoreRing } from '../components/ScoreRing';
import { PATHS } from '../paths';
import { usePermissions } from '../permissions';
import { useListExperimentsQuery } from '../services/experiments';
import { useGetPanelTypeQuery } from '../services/scores';
import { useTexts } from '../texts';
import { paragraphText, plainParagraph, withParagraph } from './form-values';
import { Keyphrase } from './Keyphrase';
import { showInText } from './show-in-text';
import { Suggestions, type Target } from './Suggestions';
import { useAnalysis } from './use-analysis';

type FormContext = {
  values: Record<string, unknown>;
  onChange: (path: string, value: unknown) => void;
};

/** A panel of Strapi's edit view: nothing for types that are not the app's own. */
export const QualityPanel: PanelComponent = ({ model, documentId, document, activeTab }) => {
  const t = useTexts();
  if (!model.startsWith('api::')) return null;
  const { updatedAt } = (document ?? {}) as { updatedAt?: string };
  return {
    title: t('panel.title'),
    content: (
      <Panel model={model} documentId={documentId} updatedAt={updatedAt} activeTab={activeTab} />
    ),
  };
};

type Inner = {
  model: string;
  documentId?: string;
  updatedAt?: string;
  activeTab: 'draft' | 'published' | null;
};

const Panel = (props: Inner) => {
  const t = useTexts();
  const { canRead, canReadExperiments, isLoading } = usePermissions();
  if (isLoading) return <Loader small>{t('panel.loading')}</Loader>;
  if (!canRead) return <Typography variant="pi">{t('panel.forbidden')}</Typography>;
  return <Open {...props} canReadExperiments={canReadExperiments} />;
};

const Open = ({
  model,
  documentId,
  updatedAt,
  activeTab,
  canReadExperiments,
}: Inner & { canReadExperiments: boolean }) => {
  const t = useTexts();
  const [{ query }] = useQueryParams<{ plugins?: { i18n?: { locale?: string } } }>();
  const locale = query.plugins?.i18n?.locale ?? '';
  const isEditable = activeTab !== 'published';
  const values = useForm('QualityPanel', (state) => (state as unknown as FormContext).values);
  const onChange = useForm('QualityPanel', (state) => (state as unknown as FormContext).onChange);
  const { data: type, isError } = useGetPanelTypeQuery({ uid: model, documentId, locale });
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [wanted, setWanted] = useState<Target | null>(null);
  const keyphrase = typed ?? type?.keyphrase ?? '';
  const analysis = useAnalysis({ values, type, locale, keyphrase, updatedAt });
  const tests = useListExperimentsQuery(
    { uid: model, documentId, pageSize: 5 },
    { skip: !documentId || !canReadExperiments },
  );

  if (isError) return <Typography variant="pi">{t('panel.no-type')}</Typography>;
  if (!type || !analysis) return <Loader small>{t('panel.loading')}</Loader>;

  const poor = analysis.checks.filter(({ light }) => light === 'poor').length;
  const apply = ({ field }: Target, text: string) => {
    const [name = '', index] = field.split('.');
    const isParagraph = type.schema.attributes[name]?.type === 'blocks' && index !== undefined;
    if (isParagraph) onChange(name, withParagraph(values, name, { index: Number(index), text }));
    else onChange(field, text);
  };
  const show = (evidence: Evidence) => showInText(evidence);
  /** Long sentences in plain paragraphs can be rewritten; what holds links is left to people. */
  const rewriteOf = ({ id, evidence }: Check): Target | null => {
    const [first] = evidence;
    if (id !== 'sentence-length' || !first || !isEditable || !type.canSuggest) return null;
    const index = plainParagraph(values, first.path, first.excerpt);
    if (index === null) return null;
    const passage = paragraphText(values, first.path, index);
    return { task: 'rewrite', field: `${first.path}.${index}`, passage };
  };
  const actionFor = (check: Check) => {
    const target = rewriteOf(check);
    return target ? { label: t('suggest.rewrite'), run: () => setWanted(target) } : null;
  };
  const running =
    tests.data?.data.filter(({ state }) => state === 'running' || state === 'draft') ?? [];

  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <ScoreRing
        score={analysis.score}
        note={t('panel.note', { count: poor, minutes: analysis.figures.readingMinutes })}
      />
      {isEditable && type.warnBelow > 0 && analysis.score < type.warnBelow ? (
        <Box background="warning100" padding={3} hasRadius>
          <Typography variant="pi">{t('panel.warning', { limit: type.warnBelow })}</Typography>
        </Box>
      ) : null}
      <Button
        variant="tertiary"
        size="S"
        fullWidth
        aria-expanded={isOpen}
        endIcon={isOpen ? <CaretUp /> : <CaretDown />}
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? t('panel.less') : t('panel.more')}
      </Button>
      {isOpen ? (
        <>
          {isEditable ? (
            <Keyphrase
              uid={model}
              documentId={documentId}
              locale={locale}
              values={values}
              keyphrase={keyphrase}
              synonyms={type.synonyms}
              stored={type.keyphrase}
              canEdit={type.canSuggest}
              onChange={setTyped}
            />
          ) : (
            <Typography variant="pi" textColor="neutral600">
              {t('panel.published')}
            </Typography>
          )}
          {isEditable && type.canSuggest ? (
            <Box>
              <Typography tag="h3" variant="sigma" textColor="neutral600">
                {t('suggest.title')}
              </Typography>
              <Box paddingTop={2}>
                <Suggestions
                  uid={model}
                  documentId={documentId}
                  locale={locale}
                  values={values}
                  nodes={extract(values, type.schema)}
                  keyphrase={keyphrase}
                  wanted={wanted}
                  onApply={apply}
                />
              </Box>
            </Box>
          ) : null}
          <CheckList
            checks={analysis.checks}
            onShow={isEditable ? show : undefined}
            actionFor={actionFor}
          />
        </>
      ) : null}
      {running.length > 0 ? (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
          {running.map(({ id, name, state }) => (
            <li key={id}>
              <TextLink tag={Link} to={PATHS.experiment(id)}>
                {t(`panel.test.${state === 'running' ? 'running' : 'draft'}`, { name })}
              </TextLink>
            </li>
          ))}
        </Flex>
      ) : null}
    </Flex>
  );
};
