import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { useLocation } from 'react-router-dom';

type Render = (close: () => void) => ReactNode;
type Open = (render: Render) => void;

const SteadyDialogs = createContext<Open | null>(null);

/**
 * Around every page. Strapi builds the panels beside an entry anew when the window narrows, and
 * its list when entries come or go: a dialog that stood in them would lose what was chosen. Those
 * that are opened here stay until they are closed, or until the person goes to another page.
 */
export const SteadyDialogsProvider = ({ children }: { children: ReactNode }) => {
  const { pathname } = useLocation();
  const [shown, setShown] = useState<{ pathname: string; render: Render } | null>(null);
  const close = useCallback(() => setShown(null), []);
  const opener = useRef<Element | null>(null);
  const open = useCallback<Open>(
    (render) => {
      opener.current = document.activeElement;
      setShown({ pathname, render });
    },
    [pathname],
  );
  useEffect(() => {
    // Strapi's dialogs give the focus back to a trigger of their own only.
    if (shown === null && opener.current instanceof HTMLElement) opener.current.focus();
  }, [shown]);
  return (
    <SteadyDialogs.Provider value={open}>
      {children}
      {shown?.pathname === pathname ? shown.render(close) : null}
    </SteadyDialogs.Provider>
  );
};

/** Opens a dialog that outlives what it was opened from; null where pages are not ours to wrap. */
export const useSteadyDialogs = (): Open | null => useContext(SteadyDialogs);
