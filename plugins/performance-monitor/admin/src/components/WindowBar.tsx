import {
  Box,
  Button,
  Flex,
  IconButton,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { useGetHealthChoicesQuery } from '../services/health';
import { useTexts } from '../texts';
import { RANGES, type Range } from '../window/stretch';
import type { HealthWindow } from '../window/use-window';

const FIXED = 'fixed';

/** The one window of all pages, and the site and content type that are looked at. */
export const WindowBar = ({ window }: { window: HealthWindow }) => {
  const t = useTexts();
  const { formatDate } = useIntl();
  const { data: choices } = useGetHealthChoicesQuery();
  const { args } = window;
  const moment = (at: number | null) =>
    formatDate(at ?? 0, { dateStyle: 'short', timeStyle: 'short' });

  return (
    <Flex gap={3} wrap="wrap" paddingBottom={4} role="group" aria-label={t('window.label')}>
      <Box minWidth="18rem">
        <SingleSelect
          size="S"
          aria-label={t('window.range')}
          value={args.range ?? FIXED}
          onChange={(value) => value !== FIXED && window.setRange(value as Range)}
        >
          {Object.keys(RANGES).map((range) => (
            <SingleSelectOption key={range} value={range}>
              {t(`window.range.${range as Range}`)}
            </SingleSelectOption>
          ))}
          {args.range === null ? (
            <SingleSelectOption value={FIXED}>
              {`${moment(args.from)} – ${moment(args.to)}`}
            </SingleSelectOption>
          ) : null}
        </SingleSelect>
      </Box>
      {choices && choices.sites.length > 1 ? (
        <Box minWidth="16rem">
          <SingleSelect
            size="S"
            aria-label={t('window.site')}
            placeholder={t('window.all-sites')}
            value={args.site === null ? null : String(args.site)}
            onChange={(value) => window.setSite(Number(value))}
            onClear={() => window.setSite(null)}
            clearLabel={t('window.all-sites')}
          >
            {choices.sites.map(({ number, name }) => (
              <SingleSelectOption key={number} value={String(number)}>
                {name}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Box>
      ) : null}
      <Box minWidth="18rem">
        <SingleSelect
          size="S"
          aria-label={t('window.content-type')}
          placeholder={t('window.all-content')}
          value={args.contentType}
          onChange={(value) => window.setContentType(String(value))}
          onClear={() => window.setContentType(null)}
          clearLabel={t('window.all-content')}
        >
          {(choices?.contentTypes ?? []).map(({ uid, name }) => (
            <SingleSelectOption key={uid} value={uid}>
              {name}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Box>
      <Button
        size="S"
        variant={window.isLive ? 'secondary' : 'tertiary'}
        aria-pressed={window.isLive}
        onClick={() => window.setIsLive(!window.isLive)}
      >
        {t('window.live')}
      </Button>
      <IconButton size="S" label={t('window.refresh')} onClick={window.refresh}>
        <ArrowClockwise />
      </IconButton>
    </Flex>
  );
};
