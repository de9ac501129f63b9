import { useEffect, useState } from 'react';
import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { Information, WarningCircle } from '@strapi/icons';
import { createPortal } from 'react-dom';
import { useIntl } from 'react-intl';
import { OVERLAY_MESSAGES as TEXTS } from './messages';
import { keepRelationsApart } from './relation-keys';
import { useOverlayMode } from './use-overlay-mode';

/** A place of its own at the top of the page: Strapi has no slot there. */
function useTopOfPage(isWanted: boolean): HTMLElement | null {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const main = isWanted ? document.querySelector('main') : null;
    if (!main) return undefined;
    const made = document.createElement('div');
    Object.assign(made.style, { position: 'sticky', top: '0', zIndex: '3' });
    main.prepend(made);
    setPlace(made);
    return () => {
      setPlace(null);
      made.remove();
    };
  }, [isWanted]);
  return place;
}

/** Says that a variant is edited, which, and how it stands. Shows what the server answered. */
export const OverlayBar = () => {
  const { id, meta, isWrong, leave } = useOverlayMode();
  const { formatMessage } = useIntl();
  const isUnsafe = id !== null && !keepRelationsApart();
  const place = useTopOfPage(id !== null);
  if (id === null || !place) return null;

  const isAlarm = isWrong || isUnsafe;
  const color = isAlarm ? 'danger' : 'secondary';
  const Icon = isAlarm ? WarningCircle : Information;
  const title = () => {
    if (isAlarm) return formatMessage(TEXTS.wrongTitle);
    return meta ? formatMessage(TEXTS.title, { name: meta.name }) : formatMessage(TEXTS.loading);
  };
  const text = () => {
    if (isUnsafe) return formatMessage(TEXTS.unsafe);
    if (isWrong) return formatMessage(TEXTS.wrong);
    return meta ? formatMessage(TEXTS.explain, { count: meta.fields.length }) : null;
  };
  return createPortal(
    <Flex
      tag="section"
      aria-label={formatMessage(TEXTS.region)}
      background={`${color}100`}
      borderColor={`${color}200`}
      borderStyle="solid"
      borderWidth="0 0 1px"
      padding={3}
      gap={3}
      wrap="wrap"
      alignItems="flex-start"
    >
      <Box paddingTop={1} aria-hidden>
        <Icon fill={`${color}600`} />
      </Box>
      <Box flex="1 1 24rem" minWidth={0} role={isAlarm ? 'alert' : 'status'}>
        <Flex gap={2} wrap="wrap">
          <Typography fontWeight="bold" textColor="neutral800">
            {title()}
          </Typography>
          {meta && !isAlarm ? <Badge>{formatMessage(TEXTS[meta.state])}</Badge> : null}
        </Flex>
        <Typography tag="p" textColor="neutral800">
          {text()}
        </Typography>
        {meta && meta.review.length > 0 ? (
          <Typography tag="p" textColor="neutral800" fontWeight="semiBold">
            {formatMessage(TEXTS.review, { parts: meta.review.join(', ') })}
          </Typography>
        ) : null}
      </Box>
      <Button size="S" variant={isAlarm ? 'danger' : 'tertiary'} onClick={leave}>
        {formatMessage(TEXTS.leave)}
      </Button>
    </Flex>,
    place,
  );
};
