import { useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, CrossCircle, WarningCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { Check, Evidence, Group } from '../../../shared/analysis';
import { useTexts, type TextId } from '../texts';
import { TONES } from './ScoreRing';
import { wantedOf } from './wanted';

const ICONS = { good: CheckCircle, fair: WarningCircle, poor: CrossCircle } as const;
const ORDER = { poor: 0, fair: 1, good: 2 } as const;
const GROUPS: Group[] = ['readability', 'search', 'structure', 'words'];

type Props = {
  checks: readonly Check[];
  /** Where the text can be shown; without it the passages are only quoted. */
  onShow?: (evidence: Evidence) => void;
  /** What to do about a check, if something can be done here. */
  actionFor?: (check: Check) => { label: string; run: () => void } | null;
};

/** All checks, by group, the ones to work on first. */
export const CheckList = ({ checks, ...rest }: Props) => {
  const t = useTexts();
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {GROUPS.map((group) => {
        const own = checks.filter((check) => check.group === group);
        if (own.length === 0) return null;
        const sorted = [...own].sort(
          (a, b) => ORDER[a.light] - ORDER[b.light] || b.weight - a.weight,
        );
        return (
          <Box key={group}>
            <Typography tag="h3" variant="sigma" textColor="neutral600">
              {t(`group.${group}`)}
            </Typography>
            <Flex tag="ul" direction="column" alignItems="stretch" gap={2} paddingTop={2}>
              {sorted.map((check) => (
                <li key={check.id}>
                  <CheckRow check={check} {...rest} />
                </li>
              ))}
            </Flex>
          </Box>
        );
      })}
    </Flex>
  );
};

const CheckRow = ({ check, onShow, actionFor }: { check: Check } & Omit<Props, 'checks'>) => {
  const t = useTexts();
  const { formatNumber } = useIntl();
  const [isOpen, setIsOpen] = useState(false);
  const Icon = ICONS[check.light];
  const value = formatNumber(check.value, { maximumFractionDigits: 1 });
  const wanted = check.light === 'good' ? null : wantedOf(check.threshold);
  const action = check.light === 'good' ? null : (actionFor?.(check) ?? null);
  return (
    <Flex gap={2} alignItems="flex-start">
      <Box paddingTop={1}>
        <Icon
          width="1.4rem"
          height="1.4rem"
          fill={`${TONES[check.light]}600`}
          role="img"
          aria-label={t(`light.${check.light}`)}
        />
      </Box>
      <Box flex={1} minWidth={0}>
        <Typography tag="p" variant="pi">
          {t(`check.${check.id}` as TextId, { value, count: check.value })}
        </Typography>
        {wanted ? (
          <Typography tag="p" variant="pi" textColor="neutral600">
            {t(`check.wanted-${wanted.id}`, { limit: wanted.limit })}
          </Typography>
        ) : null}
        <Flex gap={3} wrap="wrap">
          {check.evidence.length > 0 && check.light !== 'good' ? (
            <Button
              variant="ghost"
              size="S"
              aria-expanded={isOpen}
              onClick={() => setIsOpen(!isOpen)}
            >
              {t('check.passages', { count: check.evidence.length })}
            </Button>
          ) : null}
          {action ? (
            <Button variant="ghost" size="S" onClick={action.run}>
              {action.label}
            </Button>
          ) : null}
        </Flex>
        {isOpen ? (
          <Flex tag="ul" direction="column" alignItems="stretch" gap={2} paddingTop={1}>
            {check.evidence.map((evidence, index) => (
              <li key={index}>
                <Passage evidence={evidence} onShow={onShow} />
              </li>
            ))}
          </Flex>
        ) : null}
      </Box>
    </Flex>
  );
};

const Passage = ({ evidence, onShow }: { evidence: Evidence; onShow?: Props['onShow'] }) => {
  const t = useTexts();
  return (
    <Box background="neutral100" padding={2} hasRadius>
      <Typography tag="p" variant="pi" style={{ overflowWrap: 'anywhere' }}>
        {evidence.excerpt || evidence.path}
      </Typography>
      {evidence.note ? (
        <Typography tag="p" variant="pi" fontWeight="semiBold">
          {evidence.note}
        </Typography>
      ) : null}
      {onShow ? (
        <Button variant="ghost" size="S" onClick={() => onShow(evidence)}>
          {t('check.show')}
        </Button>
      ) : (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {evidence.path}
        </Typography>
      )}
    </Box>
  );
};
