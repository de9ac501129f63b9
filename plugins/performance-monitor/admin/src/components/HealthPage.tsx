import type { ReactNode } from 'react';
import { AreaNav, PageFrame, pageState, useApiMessage } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../shared/plugin';
import { PATHS } from '../paths';
import { usePermissions } from '../permissions';
import { useTexts } from '../texts';
import { useWindow, type HealthWindow } from '../window/use-window';
import { WindowBar } from './WindowBar';

type Asked = { isLoading: boolean; isError: boolean; error?: unknown; refetch: () => unknown };

type Props = {
  title: string;
  subtitle?: string;
  help: string;
  /** The tabs and the window; detail pages have a way back instead. */
  window?: HealthWindow;
  hasTabs?: boolean;
  navigationAction?: ReactNode;
  primaryAction?: ReactNode;
  secondaryAction?: ReactNode;
  asked: Asked;
  empty?: { message: string; action?: ReactNode } | null;
  isAllowed?: boolean;
  children: ReactNode;
};

/** Head, tabs, window and the five states of every page here. */
export const HealthPage = ({
  window,
  hasTabs = true,
  asked,
  empty,
  isAllowed,
  children,
  ...frame
}: Props) => {
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canRead, isLoading } = usePermissions();
  return (
    <PageFrame
      {...frame}
      areas={
        <>
          {hasTabs ? <Tabs /> : null}
          {window && canRead ? <WindowBar window={window} /> : null}
        </>
      }
      state={pageState({
        isAllowed: isAllowed ?? canRead,
        isLoading: isLoading || asked.isLoading,
        problem: asked.isError ? toMessage(asked.error) : null,
        onRetry: () => void asked.refetch(),
        empty,
      })}
    >
      {children}
    </PageFrame>
  );
};

/** The window goes along, also over pages that do not show it. */
const Tabs = () => {
  const t = useTexts();
  const { canRead } = usePermissions();
  const { at } = useWindow();
  if (!canRead) return null;
  return (
    <AreaNav
      label={t('tabs.label')}
      areas={[
        { to: at(PATHS.overview), label: t('tabs.overview'), isExact: true },
        { to: at(PATHS.api), label: t('tabs.api') },
        { to: at(PATHS.database), label: t('tabs.database') },
        { to: at(PATHS.delivery), label: t('tabs.delivery') },
        { to: at(PATHS.ai), label: t('tabs.ai') },
        { to: at(PATHS.alerts), label: t('tabs.alerts') },
        { to: at(PATHS.settings), label: t('tabs.settings') },
      ]}
    />
  );
};
