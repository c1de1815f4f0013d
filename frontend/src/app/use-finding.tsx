import { CircleHelp, Flag, Languages, LogOut, Monitor, Moon, Plus, Sun } from 'lucide-react';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { FindButton } from '#ui/FindDialog.tsx';
import type { NavEntry } from '#ui/SideBar.tsx';
import { useViewer } from '../identity/parts/viewer.ts';
import type { Command } from '../sharing/SearchDialog.tsx';

const load = async () => ({ default: (await import('../sharing/SearchDialog.tsx')).SearchDialog });
const SearchDialog = lazy(load);

const ICONS: Record<string, ReactNode> = {
  'theme:light': <Sun aria-hidden />,
  'theme:dark': <Moon aria-hidden />,
  'theme:system': <Monitor aria-hidden />,
  language: <Languages aria-hidden />,
  'sign-out': <LogOut aria-hidden />,
};

const isMac = () => /Mac|iPhone|iPad/.test(navigator.userAgent);

/**
 * Søg: a field over the page, opened by its button or Ctrl+K (⌘K), where things are found and done.
 * @param own what the shell itself can do: themes, language, signing out
 */
export function useFinding(
  entries: readonly NavEntry[],
  own: readonly { id: string; label: string }[],
  act: (id: string) => void,
): { open: () => void; button: (look: 'field' | 'icon') => ReactNode; dialog: ReactNode; words: string } {
  const intl = useIntl();
  const navigate = useNavigate();
  const { teams } = useViewer();
  const [isOpen, setOpen] = useState(false);
  const open = () => setOpen(true);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      // Where the caret stands in a note, the note's own keys come first.
      if (event.defaultPrevented) return;
      event.preventDefault();
      setOpen((before) => before || !document.querySelector('[role="dialog"], [role="alertdialog"]'));
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
  // Fetched while nothing else is: what is typed right after Ctrl+K must not be lost.
  useEffect(() => {
    const fetchAhead = () => void load().catch(() => undefined);
    if (!('requestIdleCallback' in window)) return undefined;
    const asked = requestIdleCallback(fetchAhead);
    return () => cancelIdleCallback(asked);
  }, []);
  const words = intl.formatMessage({ id: 'app.find', defaultMessage: 'Søg' });
  const members = teams.filter(({ relation }) => relation === 'MEMBER');
  const commands: Command[] = [
    ...members.map(({ id, name }) => ({
      id: `/team/${id}/nyt-moede`,
      words: intl.formatMessage({ id: 'app.find.newMeeting', defaultMessage: 'Nyt møde' }),
      also: intl.formatMessage({ id: 'app.find.newMeeting.also', defaultMessage: 'planlæg start opret' }),
      icon: <Plus aria-hidden />,
      ...(members.length > 1 && { detail: name }),
    })),
    ...(members.length > 0
      ? [
          {
            id: '/?alle=1',
            words: intl.formatMessage({ id: 'app.find.mine', defaultMessage: 'Mine handlinger' }),
            icon: <Flag aria-hidden />,
          },
        ]
      : []),
    ...entries.map(({ href, label, icon }) => ({ id: href, words: label, icon })),
    {
      id: '/hjaelp',
      words: intl.formatMessage({ id: 'app.foot.help', defaultMessage: 'Hjælp' }),
      icon: <CircleHelp aria-hidden />,
    },
    ...own.map(({ id, label }) => ({ id, words: label, icon: ICONS[id] })),
  ];
  return {
    open,
    words,
    button: (look) => <FindButton label={words} keys={isMac() ? '⌘ K' : 'Ctrl K'} look={look} onPress={open} />,
    dialog: isOpen && (
      <Suspense fallback={null}>
        <SearchDialog
          commands={commands}
          onCommand={(id) => (id.startsWith('/') ? void navigate(id) : act(id))}
          onClose={() => setOpen(false)}
        />
      </Suspense>
    ),
  };
}
