import { useState, type ReactNode } from 'react';
import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { EntryVariant, ReviewKeep, ReviewPart } from '../../shared/overlay';
import { Notice } from '../Notice';
import { WordDiff } from '../WordDiff';
import { OVERLAY_MESSAGES as TEXTS } from './messages';
import { useOverlayMode } from './use-overlay-mode';

type Settle<Variant> = (
  variant: Variant,
  decision: { path: string; keep: ReviewKeep },
) => Promise<unknown>;

type Props<Variant> = {
  /** What these variants are for: “For audiences”. */
  title: string;
  empty: string;
  variants: readonly Variant[];
  /** Who sees it, in a line or two. */
  describe: (variant: Variant) => ReactNode;
  /** Without it parts that need a review are shown, and nobody may decide. */
  onSettle?: Settle<Variant>;
  /** False where the original cannot be taken, as in a running test. */
  mayTakeOriginal?: (variant: Variant) => boolean;
  /** Below the list: the way to a new one. */
  children?: ReactNode;
};

/** An entry's variants of one kind: open them, leave them, decide what needs a review. */
export function VariantsPanel<Variant extends EntryVariant>({
  title,
  empty,
  variants,
  children,
  ...rest
}: Props<Variant>) {
  return (
    <Flex tag="section" aria-label={title} direction="column" alignItems="stretch" gap={3}>
      <Typography tag="h3" variant="sigma" textColor="neutral600">
        {title}
      </Typography>
      {variants.length === 0 ? (
        <Typography textColor="neutral600">{empty}</Typography>
      ) : (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
          {variants.map((variant) => (
            <VariantRow key={variant.id} variant={variant} {...rest} />
          ))}
        </Flex>
      )}
      {children}
    </Flex>
  );
}

type RowProps<Variant> = Pick<Props<Variant>, 'describe' | 'onSettle' | 'mayTakeOriginal'> & {
  variant: Variant;
};

function VariantRow<Variant extends EntryVariant>({
  variant,
  describe,
  onSettle,
  mayTakeOriginal,
}: RowProps<Variant>) {
  const { formatMessage } = useIntl();
  const { id, enter, leave } = useOverlayMode();
  const isOpen = id === variant.id;
  const review = variant.review ?? [];
  return (
    <Box tag="li" padding={3} background="neutral100" hasRadius>
      <Flex justifyContent="space-between" gap={2} wrap="wrap">
        <Typography fontWeight="semiBold">{variant.name}</Typography>
        <Badge>{formatMessage(TEXTS[variant.state])}</Badge>
      </Flex>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {formatMessage(TEXTS.changes, { count: variant.changes })}
      </Typography>
      {describe(variant)}
      {review.map((part) => (
        <Review
          key={part.path}
          part={part}
          isOpen={isOpen}
          onSettle={onSettle && ((keep) => onSettle(variant, { path: part.path, keep }))}
          mayTakeOriginal={mayTakeOriginal?.(variant) ?? true}
        />
      ))}
      <Box paddingTop={2}>
        <Button size="S" variant="tertiary" onClick={() => (isOpen ? leave() : enter(variant.id))}>
          {formatMessage(isOpen ? TEXTS.leave : TEXTS.open, { name: variant.name })}
        </Button>
      </Box>
    </Box>
  );
}

type ReviewProps = {
  part: ReviewPart;
  isOpen: boolean;
  onSettle: ((keep: ReviewKeep) => Promise<unknown>) | undefined;
  mayTakeOriginal: boolean;
};

/** One part whose original changed: both texts, and the two ways out. */
const Review = ({ part, isOpen, onSettle, mayTakeOriginal }: ReviewProps) => {
  const { formatMessage } = useIntl();
  const [isBusy, setIsBusy] = useState(false);
  const isModified = useForm('VariantsPanel', ({ modified }) => modified);
  // Deciding loads the page anew; what is typed and not saved would go.
  const isUnsaved = isOpen && isModified;
  const settle = async (keep: ReviewKeep) => {
    setIsBusy(true);
    await onSettle?.(keep);
    setIsBusy(false);
  };
  const { path, original, own } = part;
  return (
    <Box paddingTop={3}>
      <Notice variant="warning" title={formatMessage(TEXTS.needsReview, { part: path })}>
        {original !== null && own !== null ? (
          <WordDiff
            before={original}
            after={own}
            label={formatMessage(TEXTS.compare, { part: path })}
          />
        ) : null}
        {isUnsaved ? <Typography tag="p">{formatMessage(TEXTS.saveFirst)}</Typography> : null}
        {onSettle ? (
          <Flex gap={2} wrap="wrap" paddingTop={2}>
            <Button
              size="S"
              variant="secondary"
              disabled={isBusy || isUnsaved}
              onClick={() => void settle('variant')}
            >
              {formatMessage(TEXTS.keepMine)}
            </Button>
            {mayTakeOriginal ? (
              <Button
                size="S"
                variant="tertiary"
                disabled={isBusy || isUnsaved}
                onClick={() => void settle('original')}
              >
                {formatMessage(TEXTS.takeOriginal)}
              </Button>
            ) : null}
          </Flex>
        ) : null}
      </Notice>
    </Box>
  );
};
