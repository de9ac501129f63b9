import { Box, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Notice } from 'suite-kit/admin';
import type { CopiedRelation, CopyPreview, RelationChoice } from '../../../shared/contracts/copies';
import { Names, Part } from './plan-parts';
import { useTexts } from '../texts';

const CHOICES = ['leave', 'copy', 'share'] as const;
type Props = {
  plan: CopyPreview;
  onChoose: (relation: CopiedRelation, does: RelationChoice) => void;
};

/** What will be there, before it is; what is missing there is decided here. */
export const CopyPlan = ({ plan, onChoose }: Props) => {
  const t = useTexts();
  const { entries, relations, media, collisions, foreignLocales, to } = plan;
  const missing = relations.filter(({ isMissing }) => isMissing);
  const settled = relations.filter(({ isMissing }) => !isMissing);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {collisions.length > 0 ? (
        <Notice variant="warning" title={t('move.collisions')}>
          {collisions.map(({ field, value }) => `${field}: ${value}`).join(', ')}
        </Notice>
      ) : null}
      <Part title={t('copy.entries', { count: entries.length })}>
        <Names
          names={entries.map(({ title, locales }) =>
            locales.length > 0 ? `${title} (${locales.join(', ')})` : title,
          )}
        />
      </Part>
      {settled.length > 0 ? (
        <Part title={t('copy.links')}>
          <Names
            names={settled.map(({ title, typeName, does }) =>
              t(`copy.link.${does as 'together' | 'kept' | 'mapped'}`, { title, type: typeName }),
            )}
          />
        </Part>
      ) : null}
      {missing.length > 0 ? (
        <Part title={t('copy.missing', { count: missing.length })}>
          <Box tag="ul" paddingTop={1}>
            {missing.map((relation) => (
              <Missing key={relation.documentId} relation={relation} onChoose={onChoose} />
            ))}
          </Box>
        </Part>
      ) : null}
      {media.length > 0 ? (
        <Part title={t('copy.media', { count: media.length })}>
          <Names names={media.map(({ name }) => name)} />
        </Part>
      ) : null}
      {foreignLocales.length > 0 ? (
        <Typography textColor="neutral600">
          {t('move.locales', { locales: foreignLocales.join(', '), site: to.name })}
        </Typography>
      ) : null}
    </Flex>
  );
};

const Missing = ({
  relation,
  onChoose,
}: Pick<Props, 'onChoose'> & { relation: CopiedRelation }) => {
  const t = useTexts();
  const { title, typeName, does } = relation;
  return (
    <Flex tag="li" justifyContent="space-between" gap={2} wrap="wrap" paddingBottom={2}>
      <Typography textColor="neutral700">{`${title} (${typeName})`}</Typography>
      <Box width="18rem" maxWidth="100%">
        <SingleSelect
          size="S"
          aria-label={t('copy.choose', { title })}
          value={does}
          onChange={(value) => onChoose(relation, CHOICES.find((one) => one === value) ?? 'leave')}
        >
          {CHOICES.map((one) => (
            <SingleSelectOption key={one} value={one}>
              {t(`copy.choice.${one}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Box>
    </Flex>
  );
};
