import { Fragment, type ComponentType, type ReactElement } from 'react';
import { Flex } from '@strapi/design-system';
import type { StrapiApp } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { OVERLAY_MESSAGES as TEXTS } from './messages';

export type VariantsSection = {
  id: string;
  /** Runs as a hook, for every entry: whether the person may see this section. */
  useIsShown: () => boolean;
  Component: ComponentType<{ uid: string; documentId: string }>;
};

const SECTIONS = Symbol.for('strapi-suite.variants-sections');
type Holder = { [SECTIONS]?: VariantsSection[] };

type PanelContext = { model: string; documentId?: string };
type Panel = (context: PanelContext) => { title: string; content: ReactElement } | null;
type ContentManager = { addEditViewSidePanel(panels: Panel[]): void };

/**
 * Adds a plugin's part to the group “Variants & tests” of the edit view; call it in `bootstrap`.
 * The first plugin that does adds the group, for all.
 */
export function addVariantsSection(app: Pick<StrapiApp, 'getPlugin'>, section: VariantsSection) {
  const holder = window as Holder;
  if (holder[SECTIONS]) {
    holder[SECTIONS].push(section);
    return;
  }
  holder[SECTIONS] = [section];
  // What a plugin offers is untyped in Strapi.
  const { apis } = app.getPlugin('content-manager') as unknown as { apis: ContentManager };
  apis.addEditViewSidePanel([VariantsGroup]);
}

/** Runs as a component: hooks are allowed, null hides it. The sections are settled by then. */
const VariantsGroup: Panel = ({ model, documentId }) => {
  const { formatMessage } = useIntl();
  const sections = (window as Holder)[SECTIONS] ?? [];
  // The same hooks in the same order each time: sections are only added while the admin starts.
  // eslint-disable-next-line react-hooks/rules-of-hooks
  const answers = sections.map(({ useIsShown }) => useIsShown());
  const shown = sections.filter((_, index) => answers[index]);
  if (documentId === undefined || !model.startsWith('api::') || shown.length === 0) return null;
  return {
    title: formatMessage(TEXTS.group),
    content: (
      <Flex direction="column" alignItems="stretch" gap={4} width="100%">
        {shown.map(({ id, Component }) => (
          <Fragment key={id}>
            <Component uid={model} documentId={documentId} />
          </Fragment>
        ))}
      </Flex>
    ),
  };
};
