import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { Button } from '#ui/Button.tsx';
import { Link } from '#ui/Link.tsx';
import { MarkerGlyph } from '#ui/MarkerGlyph.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { WhoCanSee } from '../access/parts/WhoCanSee.tsx';
import { ActionAnswers } from '../actions/parts/ActionAnswers.tsx';
import { ActionHistory } from '../actions/parts/ActionHistory.tsx';
import { ActionSteps } from '../actions/parts/ActionSteps.tsx';
import { lacking } from '../actions/parts/action-events.ts';
import { actionKindWords, dueWords, outcomeWords, stateWords } from '../actions/parts/action-words.ts';
import { EditAction } from '../actions/parts/EditAction.tsx';
import { useFollow } from '../live/parts/live-context.tsx';
import { markerWords } from '../meetings/parts/meeting-words.ts';
import { usePageTitle } from '../platform/parts/use-page-title.ts';
import css from './ActionPage.module.css';
import { ActionStory } from './ActionStory.tsx';
import { ACTION_PAGE } from './pages.documents.ts';

/** "Hvad prøvede vi, og hvad så vi?" One action and its whole story. */
export function ActionPage() {
  const intl = useIntl();
  const { actionId = '' } = useParams();
  const [editing, setEditing] = useState(false);
  const [showing, setShowing] = useState(false);
  const { data, previousData, error, refetch } = useQuery(ACTION_PAGE, { variables: { id: actionId } });
  const page = (data ?? previousData)?.actionPage;
  useFollow('TEAM', page?.team.id, page?.liveVersion, () => void refetch());
  usePageTitle(page?.action.title ?? '');
  if (error && !page) throw error;
  if (!page)
    return (
      <Skeleton
        label={intl.formatMessage({ id: 'screens.action.loading', defaultMessage: 'Henter handlingen' })}
        lines={8}
      />
    );
  const { action, team } = page;
  const mayChange = page.may.includes('action.change');
  const isOpen = action.state !== 'CLOSED' && action.state !== 'ABANDONED';
  const due = isOpen ? dueWords(intl, action.dueOn ?? null, action.state, page.today) : null;
  const people = (team.members ?? []).flatMap((member) => (member.person ? [member.person] : []));
  const names = (action.responsible ?? []).map((person) => person.displayName);
  return (
    <div className={css.page}>
      <PageHeader
        kicker={
          <>
            <Link href={`/team/${team.id}/handlinger`} roomy>
              {team.name}
            </Link>{' '}
            · {actionKindWords(intl, action.kind)}
          </>
        }
        title={action.title}
        lead={
          <p className={css.meta}>
            {action.markers.map((marker) => (
              <span key={marker.id} className={css.marker}>
                <MarkerGlyph slot={marker.slot} number={marker.position} label={markerWords(intl, marker)} size={24} />
                {marker.shortTitle}
              </span>
            ))}
            <span>
              {action.state === 'CLOSED' && action.outcome
                ? outcomeWords(intl, action.outcome)
                : stateWords(intl, action.state)}
            </span>
            {names.length > 0 && <span>{intl.formatList(names)}</span>}
            {due && <span>{due}</span>}
          </p>
        }
      />
      <div className={css.columns}>
        <div className={css.body}>
          {action.expectedSigns.length > 0 && (
            <section aria-labelledby="signs">
              <h2 id="signs">
                <FormattedMessage id="screens.action.signs" defaultMessage="Det kigger vi efter" />
              </h2>
              <ul className={css.signs}>
                {action.expectedSigns.map((sign) => (
                  <li key={sign} className="voice">
                    »{sign}«
                  </li>
                ))}
              </ul>
            </section>
          )}
          {action.why && (
            <section aria-labelledby="why">
              <h2 id="why">
                <FormattedMessage id="screens.action.why" defaultMessage="Derfor" />
              </h2>
              <p>{action.why}</p>
            </section>
          )}
          {mayChange && (
            <section aria-labelledby="steps" className={css.steps}>
              <h2 id="steps">
                <FormattedMessage
                  id="screens.action.steps"
                  defaultMessage="{open, select, yes {Hvad sker der nu?} other {Er I ikke færdige med den?}}"
                  values={{ open: isOpen ? 'yes' : 'no' }}
                />
              </h2>
              {action.state === 'PROPOSED' ? (
                <p className="measure">
                  <FormattedMessage
                    id="screens.action.proposed"
                    defaultMessage="{lacks, select, both {Den er kun foreslået. Skriv et pejlemærke og et tegn, I vil kigge efter, så kan I aftale den.} marker {Den er kun foreslået. Vælg et pejlemærke, så kan I aftale den.} sign {Den er kun foreslået. Skriv et tegn, I vil kigge efter, så kan I aftale den.} other {Den er foreslået. Er I enige, kan I aftale den.}}"
                    values={{ lacks: lacking(action) }}
                  />
                </p>
              ) : (
                isOpen && <ActionAnswers action={action} />
              )}
              <ActionSteps action={action}>
                <Button
                  variant={action.state === 'PROPOSED' && lacking(action) !== 'nothing' ? 'primary' : 'quiet'}
                  size="small"
                  onPress={() => setEditing(true)}
                >
                  <FormattedMessage id="screens.action.edit" defaultMessage="Ret handlingen" />
                </Button>
              </ActionSteps>
            </section>
          )}
          <div>
            <Button variant="quiet" size="small" onPress={() => setShowing(true)}>
              <FormattedMessage id="screens.action.history" defaultMessage="Hvem har ændret hvad?" />
            </Button>
          </div>
          <WhoCanSee
            abilities={['action.read', 'action.why', 'action.responsible', 'action.reflections', 'action.help']}
          />
        </div>
        <ActionStory page={page} />
      </div>
      {showing && <ActionHistory action={action} mayChange={mayChange} onClose={() => setShowing(false)} />}
      {editing && (
        <EditAction
          action={action}
          people={people}
          markers={page.markerChoices}
          today={page.today}
          onDone={() => setEditing(false)}
        />
      )}
    </div>
  );
}
