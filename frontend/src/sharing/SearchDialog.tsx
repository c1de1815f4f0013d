import { CornerDownLeft, Search as SearchIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { FindDialog, type FindEntry, type FindGroup } from '#ui/FindDialog.tsx';
import { folded } from '#domain/found-pieces.ts';
import { SEARCH_KINDS } from '#domain/search-kinds.ts';
import { useViewer } from '../identity/parts/viewer.ts';
import { KindIcon } from './KindIcon.tsx';
import { NoneFound, SearchFault } from './NoneFound.tsx';
import { fragmentShown, Pieces } from './Pieces.tsx';
import css from './Search.module.css';
import { hitAddress, isSearchable, kindWords, spokenWords, whereWords } from './search-words.ts';
import { useSearch, type HitData } from './use-search.ts';

/** Something to do or to go to, found by its words. */
export interface Command {
  id: string;
  words: string;
  detail?: string;
  icon?: ReactNode;
  /** What else it may be called. */
  also?: string;
}

const MOST_OF_A_KIND = 4;
const ALL = 'all';

/** Whether every word of what is typed begins a word of the command. */
function isMeant(command: Command, text: string): boolean {
  const named = folded(`${command.words} ${command.detail ?? ''} ${command.also ?? ''}`).split(/[^\p{L}\p{N}]+/u);
  return folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .every((word) => named.some((one) => one.startsWith(word)));
}

/** What is found as one types, a few of each kind, and what can be done. */
export function SearchDialog({
  commands,
  onCommand,
  onClose,
}: {
  commands: readonly Command[];
  onCommand: (id: string) => void;
  onClose: () => void;
}) {
  const intl = useIntl();
  const navigate = useNavigate();
  const { teams } = useViewer();
  const [text, setText] = useState('');
  const { found, error, isWaiting } = useSearch(isSearchable(text) ? { text } : null);
  const isMember = (hit: HitData) => teams.some(({ id, relation }) => id === hit.teamId && relation === 'MEMBER');
  const meant = commands.filter((command) => text.trim() === '' || isMeant(command, text.trim()));
  const hits = found?.hits ?? [];
  const all: FindEntry = {
    id: ALL,
    words: intl.formatMessage(
      { id: 'sharing.all', defaultMessage: 'Se alle fund for »{text}«' },
      { text: text.trim() },
    ),
    title: intl.formatMessage(
      { id: 'sharing.all', defaultMessage: 'Se alle fund for »{text}«' },
      { text: text.trim() },
    ),
    icon: <SearchIcon aria-hidden />,
  };
  const groups: FindGroup[] = [
    ...SEARCH_KINDS.map((kind) => ({
      id: kind,
      title: kindWords(intl, kind),
      entries: hits
        .filter((hit) => hit.kind === kind)
        .slice(0, MOST_OF_A_KIND)
        .map((hit) => {
          const fragment = fragmentShown(hit);
          return {
            id: `hit ${hit.id}`,
            words: spokenWords(intl, hit),
            title: <Pieces pieces={hit.title} />,
            detail: (
              <>
                {fragment && (
                  <span className={css.fragment}>
                    <Pieces pieces={fragment} />
                  </span>
                )}
                <span className={css.where}>{whereWords(intl, hit)}</span>
              </>
            ),
            icon: <KindIcon kind={kind} />,
          };
        }),
    })),
    {
      id: 'commands',
      title: intl.formatMessage({ id: 'sharing.commands', defaultMessage: 'Genveje' }),
      entries: meant.map((command) => ({
        ...command,
        title: command.words,
        icon: command.icon ?? <CornerDownLeft aria-hidden />,
      })),
    },
    ...(hits.length > 0
      ? [{ id: 'page', title: intl.formatMessage({ id: 'sharing.page', defaultMessage: 'Alle fund' }), entries: [all] }]
      : []),
  ].filter(({ entries }) => entries.length > 0);
  // What takes the longest to be found comes first: of the kind of the best hit.
  const best = groups.findIndex(({ id }) => id === hits[0]?.kind);
  if (best > 0) groups.unshift(...groups.splice(best, 1));
  const choose = (id: string) => {
    onClose();
    const hit = hits.find((one) => id === `hit ${one.id}`);
    if (hit) void navigate(hitAddress(hit, isMember(hit)));
    else if (id === ALL) void navigate(`/soeg?q=${encodeURIComponent(text.trim())}`);
    else onCommand(id);
  };
  const isNothing = found !== null && hits.length === 0 && !isWaiting;
  return (
    <FindDialog
      isOpen
      onClose={onClose}
      label={intl.formatMessage({ id: 'sharing.search', defaultMessage: 'Søg' })}
      closeLabel={intl.formatMessage({ id: 'sharing.close', defaultMessage: 'Luk' })}
      clearLabel={intl.formatMessage({ id: 'sharing.clear', defaultMessage: 'Ryd feltet' })}
      placeholder={intl.formatMessage({
        id: 'sharing.placeholder',
        defaultMessage: 'Søg i møder, noter og handlinger',
      })}
      text={text}
      onText={setText}
      groups={groups}
      onChoose={choose}
      instead={
        error !== null && !isWaiting ? (
          <SearchFault error={error} />
        ) : isNothing ? (
          <NoneFound text={found.asked.text.trim()} />
        ) : null
      }
      foot={
        <>
          <span>
            <FormattedMessage id="sharing.keys.move" defaultMessage="↑ ↓ vælg" />
          </span>
          <span>
            <FormattedMessage id="sharing.keys.open" defaultMessage="Enter åbn" />
          </span>
          <span>
            <FormattedMessage id="sharing.keys.close" defaultMessage="Esc luk" />
          </span>
        </>
      }
    />
  );
}
