import { useState } from 'react';
import { Box, Field, Flex, Modal, Radio } from '@strapi/design-system';
import { useTexts } from '../texts';
import { ActionDone } from './ActionDone';
import { CopyForm } from './CopyForm';
import { MoveForm } from './MoveForm';
import type { ChosenEntries, Done } from './shapes';
import { ShareForm } from './ShareForm';

const FORMS = { share: ShareForm, copy: CopyForm, move: MoveForm };
export type SiteActionKind = keyof typeof FORMS;

type Props = ChosenEntries & {
  /** What the person may do; the first of them is shown. */
  kinds: [SiteActionKind, ...SiteActionKind[]];
  onClose: () => void;
};

/** What happens to entries on other sites: which of the actions, its questions, and what was done. */
export const SiteActionDialog = ({ kinds, contentType, documentIds, onClose }: Props) => {
  const t = useTexts();
  const [kind, setKind] = useState(kinds[0]);
  const [done, setDone] = useState<Done | null>(null);
  const Form = FORMS[kind];
  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => (isOpen ? undefined : onClose())}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t(`${kind}.title`, { count: documentIds.length })}</Modal.Title>
        </Modal.Header>
        {kinds.length > 1 && !done ? (
          <KindField kinds={kinds} kind={kind} onChange={setKind} />
        ) : null}
        {done ? (
          <ActionDone {...done} onClose={onClose} />
        ) : (
          <Form
            contentType={contentType}
            documentIds={documentIds}
            onClose={onClose}
            onDone={setDone}
          />
        )}
      </Modal.Content>
    </Modal.Root>
  );
};

/** Above the part that scrolls, and not in the forms: the focus stays on it while they change. */
const KindField = ({
  kinds,
  kind,
  onChange,
}: {
  kinds: SiteActionKind[];
  kind: SiteActionKind;
  onChange: (kind: SiteActionKind) => void;
}) => {
  const t = useTexts();
  return (
    <Box paddingTop={6} paddingLeft={7} paddingRight={7}>
      <Field.Root name="kind">
        <Field.Label>{t('site-actions.kind')}</Field.Label>
        <Radio.Group
          value={kind}
          aria-label={t('site-actions.kind')}
          onValueChange={(value: string) => {
            const chosen = kinds.find((one) => one === value);
            if (chosen) onChange(chosen);
          }}
        >
          <Flex wrap="wrap" style={{ columnGap: '2.4rem', rowGap: '0.4rem' }}>
            {kinds.map((one) => (
              <Radio.Item key={one} value={one}>
                {t(`site-actions.kind.${one}`)}
              </Radio.Item>
            ))}
          </Flex>
        </Radio.Group>
      </Field.Root>
    </Box>
  );
};
