import { useApolloClient, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams, useSearchParams } from 'react-router';
import { BoardColumn } from '#ui/BoardColumn.tsx';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { MenuButton } from '#ui/Menu.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { DragHandle } from '#ui/ReorderList.tsx';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';
import { Select } from '#ui/Select.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { Switch } from '#ui/Switch.tsx';
import { WhoCanSee } from '../access/parts/WhoCanSee.tsx';
import { Abandon } from '../actions/parts/ActionSteps.tsx';
import { ActionCard } from '../actions/parts/ActionCard.tsx';
import { eventsFor, eventTo, eventWords } from '../actions/parts/action-events.ts';
import { stateWords } from '../actions/parts/action-words.ts';
import { CatchAction } from '../actions/parts/CatchAction.tsx';
import { CloseTrial } from '../actions/parts/CloseTrial.tsx';
import { PasteActions } from '../actions/parts/PasteActions.tsx';
import { MOVE_ACTION, type ActionData } from '../actions/parts/action.documents.ts';
import { useViewer } from '../identity/parts/viewer.ts';
import { useFollow } from '../live/parts/live-context.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import { refusalWords } from '../platform/parts/refusals.ts';
import { usePageTitle } from '../platform/parts/use-page-title.ts';
import css from './ActionBoard.module.css';
import { TEAM_BOARD } from './pages.documents.ts';

const COLUMNS = ['AGREED', 'IN_PROGRESS', 'TRIED', 'CLOSED'] as const;
type Column = (typeof COLUMNS)[number];

/** What is proposed stands with what is agreed, and what was given up with what is closed. */
const columnOf = ({ state }: ActionData): Column =>
  state === 'PROPOSED' ? 'AGREED' : state === 'ABANDONED' ? 'CLOSED' : (state as Column);

/** "Hvad prøvede vi, og hvad så vi?" The team's actions in columns by state; they are dragged by mouse and keyboard, or moved by a menu. */
export function ActionBoard() {
  const { teamId = '' } = useParams();
  return <Board key={teamId} teamId={teamId} />;
}

function Board({ teamId }: { teamId: string }) {
  const intl = useIntl();
  const viewer = useViewer();
  const [search, setSearch] = useSearchParams();
  const [closing, setClosing] = useState<ActionData | null>(null);
  const [givingUp, setGivingUp] = useState<ActionData | null>(null);
  const [older, setOlder] = useState<{ actions: readonly ActionData[]; cursor: string | null } | null>(null);
  const client = useApolloClient();
  const { data, previousData, error, refetch } = useQuery(TEAM_BOARD, { variables: { teamId, after: null } });
  const [move, { error: refused }] = useMutate(MOVE_ACTION);
  const page = (data ?? previousData)?.teamBoard;
  // The pages after the first follow no changes and begin where the first ended: fetched anew, the board begins from there.
  const again = () => {
    setOlder(null);
    void refetch();
  };
  useFollow('TEAM', page?.id, page?.liveVersion, again);
  const title = intl.formatMessage({ id: 'actions.board.title', defaultMessage: 'Handlinger' });
  usePageTitle(title);
  if (error && !page) throw error;
  if (!page)
    return (
      <Skeleton
        label={intl.formatMessage({ id: 'actions.board.loading', defaultMessage: 'Henter handlingerne' })}
        lines={8}
      />
    );
  const mayChange = page.may.includes('action.change');
  const marker = search.get('pejlemaerke');
  const column = COLUMNS.find((one) => one === search.get('vis')) ?? 'AGREED';
  const onlyMine = search.get('mine') === '1';
  // One that was taken up again stands among the open ones too, until its page is fetched anew.
  const all = [...page.open, ...page.closed, ...(older?.actions ?? [])]
    .filter((action, n, list) => list.findIndex((one) => one.id === action.id) === n)
    .filter((action) => marker === null || action.markers.some((one) => one.id === marker))
    .filter((action) => !onlyMine || (action.responsible ?? []).some((one) => one.id === viewer.id));
  const inColumn = (one: Column) => all.filter((action) => columnOf(action) === one);
  const cursor = older ? older.cursor : page.closedCursor;
  const more = async () => {
    const answer = await client.query({
      query: TEAM_BOARD,
      variables: { teamId, after: cursor },
      fetchPolicy: 'no-cache',
    });
    if (answer.data)
      setOlder({
        actions: [...(older?.actions ?? []), ...answer.data.teamBoard.closed],
        cursor: answer.data.teamBoard.closedCursor,
      });
  };
  const choose = (name: string, value: string | null) =>
    setSearch((known) => {
      const next = new URLSearchParams(known);
      if (value === null) next.delete(name);
      else next.set(name, value);
      return next;
    });
  const tell = async (action: ActionData, event: string) => {
    if (event === 'CLOSE' && action.kind === 'TRIAL') setClosing(action);
    else if (event === 'ABANDON') setGivingUp(action);
    else {
      await move({ id: action.id, seenRevision: action.revision, event });
      if (older?.actions.some((one) => one.id === action.id)) again();
    }
  };
  const put = (id: string, state: Column) => {
    const action = all.find((one) => one.id === id);
    const event = action && eventTo(action, state);
    if (event) void tell(action, event);
  };
  const members = (page.team.members ?? []).flatMap((member) => (member.person ? [member.person] : []));
  return (
    <div className={css.page}>
      <PageHeader title={title} kicker={page.team.name} />
      <div className={css.filters}>
        <Select
          look="quiet"
          hideLabel
          label={intl.formatMessage({ id: 'actions.marker', defaultMessage: 'Pejlemærke' })}
          options={[
            {
              id: 'ALL',
              label: intl.formatMessage({ id: 'screens.board.allMarkers', defaultMessage: 'Alle pejlemærker' }),
            },
            ...page.markers.map((one) => ({ id: one.id, label: `${one.position} ${one.shortTitle}` })),
          ]}
          value={marker ?? 'ALL'}
          onChange={(id) => choose('pejlemaerke', id === 'ALL' ? null : id)}
        />
        <Switch isSelected={onlyMine} onChange={(mine) => choose('mine', mine ? '1' : null)}>
          <FormattedMessage id="screens.board.mine" defaultMessage="Kun mine" />
        </Switch>
        <WhoCanSee
          abilities={['action.read', 'action.why', 'action.responsible', 'action.reflections', 'action.help']}
        />
      </div>
      {refused !== null && <p role="alert">{refusalWords(intl, refused)}</p>}
      {mayChange && (
        <div className={css.catch}>
          <CatchAction teamId={page.id} meetingId={null} itemId={null} people={members} markers={page.markers} />
          <PasteActions teamId={page.id} people={members} markers={page.markers} />
        </div>
      )}
      <div className={css.phone}>
        <SegmentedControl
          label={intl.formatMessage({ id: 'screens.board.column', defaultMessage: 'Kolonne' })}
          segments={COLUMNS.map((one) => ({ id: one, label: stateWords(intl, one) }))}
          value={column}
          onChange={(one) => choose('vis', one)}
          wide
        />
      </div>
      <div className={css.columns}>
        {COLUMNS.map((one) => {
          const actions = inColumn(one);
          return (
            <section
              key={one}
              aria-labelledby={`column-${one}`}
              className={css.column}
              data-chosen={one === column || undefined}
            >
              <h2 id={`column-${one}`}>{stateWords(intl, one)}</h2>
              <BoardColumn
                label={stateWords(intl, one)}
                items={actions}
                textOf={(action) => action.title}
                accepts={all.filter((action) => mayChange && eventTo(action, one) !== null).map((action) => action.id)}
                onPut={(id) => put(id, one)}
                dependencies={[viewer.id, intl.locale, mayChange]}
                empty={
                  <p className="ink2">
                    <FormattedMessage
                      id="actions.board.empty"
                      defaultMessage="{state, select, AGREED {Der venter ikke noget på at begynde.} IN_PROGRESS {Der er ikke noget i gang lige nu.} TRIED {Der venter ikke noget på, at I siger, hvad I så.} other {Der er ikke afsluttet noget endnu.}}"
                      values={{ state: one }}
                    />
                  </p>
                }
              >
                {(action) => (
                  <>
                    <ul className={css.list}>
                      <ActionCard action={action} viewerId={viewer.id} under={one} />
                    </ul>
                    {mayChange && (
                      <div className={css.moving}>
                        <DragHandle
                          label={intl.formatMessage(
                            { id: 'screens.board.drag', defaultMessage: 'Træk »{title}«' },
                            { title: action.title },
                          )}
                        />
                        <MenuButton
                          label={intl.formatMessage(
                            { id: 'screens.board.moveThis', defaultMessage: 'Flyt »{title}«' },
                            { title: action.title },
                          )}
                          namesButton
                          variant="quiet"
                          size="small"
                          entries={[
                            ...eventsFor(action).map((event) => ({ id: event, label: eventWords(intl, event) })),
                            ...(columnOf(action) === 'CLOSED'
                              ? []
                              : [
                                  {
                                    id: 'ABANDON',
                                    label: intl.formatMessage({ id: 'actions.abandon', defaultMessage: 'Opgiv' }),
                                  },
                                ]),
                          ]}
                          onAction={(event) => void tell(action, event)}
                        >
                          <FormattedMessage id="actions.board.move" defaultMessage="Flyt" />
                        </MenuButton>
                      </div>
                    )}
                  </>
                )}
              </BoardColumn>
              {one === 'CLOSED' && cursor !== null && (
                <Button variant="secondary" onPress={() => void more()}>
                  <FormattedMessage id="screens.board.more" defaultMessage="Vis flere" />
                </Button>
              )}
            </section>
          );
        })}
      </div>
      {givingUp && <Abandon action={givingUp} onDone={() => setGivingUp(null)} />}
      {closing && (
        <Dialog
          isOpen
          onClose={() => setClosing(null)}
          title={closing.title}
          closeLabel={intl.formatMessage({ id: 'actions.close', defaultMessage: 'Luk' })}
        >
          <CloseTrial
            action={closing}
            onDone={() => {
              setClosing(null);
              again();
            }}
          />
        </Dialog>
      )}
    </div>
  );
}
