import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { Button } from '#ui/Button.tsx';
import { Link } from '#ui/Link.tsx';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Select } from '#ui/Select.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { TextField } from '#ui/TextField.tsx';
import { copenhagenDate } from '#domain/copenhagen.ts';
import { isSchoolYear, schoolYearBeside, schoolYearOf, shownSchoolYear } from '#domain/school-year.ts';
import { SEARCH_KINDS } from '#domain/search-kinds.ts';
import { useViewer } from '../identity/parts/viewer.ts';
import { serverNow } from '../platform/parts/server-clock.ts';
import { usePageTitle } from '../platform/parts/use-page-title.ts';
import { KindIcon } from './KindIcon.tsx';
import { NoneFound, SearchFault } from './NoneFound.tsx';
import { fragmentShown, Pieces } from './Pieces.tsx';
import css from './Search.module.css';
import { hitAddress, isKind, isSearchable, kindWords, oneWords, whereWords } from './search-words.ts';
import { useSearch, type HitData } from './use-search.ts';

const EVERY = 'every';

/** The next school year, this one, and those that a meeting is remembered from; and the one that is asked for. */
function yearsOffered(asked: string | null): string[] {
  const now = schoolYearOf(copenhagenDate(serverNow()));
  const years = [1, 0, -1, -2, -3].map((by) => schoolYearBeside(now, by));
  return isSchoolYear(asked) && !years.includes(asked) ? [...years, asked] : years;
}

/** Everything that is found, the best first; the words and the choices stand in the address. */
export function SearchPage() {
  const intl = useIntl();
  const { teams } = useViewer();
  const [address, setAddress] = useSearchParams();
  const text = address.get('q') ?? '';
  const kind = address.get('slags');
  const year = address.get('aar');
  const team = teams.find(({ id }) => id === address.get('team'));
  const change = (name: string, value: string) =>
    setAddress(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === '' || value === EVERY) after.delete(name);
        else after.set(name, value);
        return after;
      },
      { replace: true },
    );
  const { found, error, isWaiting, more } = useSearch(
    isSearchable(text)
      ? {
          text,
          teamId: team?.id ?? null,
          kinds: isKind(kind) ? [kind] : null,
          schoolYear: isSchoolYear(year) ? year : null,
        }
      : null,
  );
  usePageTitle(intl.formatMessage({ id: 'sharing.search', defaultMessage: 'Søg' }));
  useCountSpoken(found && !isWaiting ? found.hits.length : null, found?.cursor !== null);
  return (
    <div className={css.page}>
      <PageHeader title={intl.formatMessage({ id: 'sharing.search', defaultMessage: 'Søg' })} />
      <div className={css.filters} role="search">
        <TextField
          label={intl.formatMessage({ id: 'sharing.words', defaultMessage: 'Hvad leder du efter?' })}
          type="search"
          maxLength={100}
          value={text}
          onChange={(value) => change('q', value)}
        />
        <div className={css.choices}>
          <Select
            label={intl.formatMessage({ id: 'sharing.filter.kind', defaultMessage: 'Slags' })}
            value={isKind(kind) ? kind : EVERY}
            onChange={(id) => change('slags', id)}
            options={[
              { id: EVERY, label: intl.formatMessage({ id: 'sharing.filter.anyKind', defaultMessage: 'Alt' }) },
              ...SEARCH_KINDS.map((one) => ({ id: one, label: kindWords(intl, one) })),
            ]}
          />
          <Select
            label={intl.formatMessage({ id: 'sharing.filter.year', defaultMessage: 'Skoleår' })}
            value={isSchoolYear(year) ? year : EVERY}
            onChange={(id) => change('aar', id)}
            options={[
              { id: EVERY, label: intl.formatMessage({ id: 'sharing.filter.anyYear', defaultMessage: 'Alle år' }) },
              ...yearsOffered(year).map((one) => ({ id: one, label: shownSchoolYear(one) })),
            ]}
          />
          {teams.length > 1 && (
            <Select
              label={intl.formatMessage({ id: 'sharing.filter.team', defaultMessage: 'Team' })}
              value={team?.id ?? EVERY}
              onChange={(id) => change('team', id)}
              options={[
                { id: EVERY, label: intl.formatMessage({ id: 'sharing.filter.anyTeam', defaultMessage: 'Alle team' }) },
                ...teams.map(({ id, name, schoolName }) => ({ id, label: name, detail: schoolName ?? undefined })),
              ]}
            />
          )}
        </div>
      </div>
      {error !== null && !isWaiting && <SearchFault error={error} />}
      {!isSearchable(text) ? (
        <p className="ink2">
          <FormattedMessage
            id="sharing.begin"
            defaultMessage="Skriv et ord eller to. Der søges i det, du selv kan åbne."
          />
        </p>
      ) : found === null ? (
        error === null && (
          <Skeleton label={intl.formatMessage({ id: 'sharing.loading', defaultMessage: 'Søger' })} lines={6} />
        )
      ) : found.hits.length === 0 ? (
        <div>
          <NoneFound text={found.asked.text.trim()} />
        </div>
      ) : (
        <ol className={css.hits}>
          {found.hits.map((hit) => (
            <Hit
              key={hit.id}
              hit={hit}
              isMember={teams.some(({ id, relation }) => id === hit.teamId && relation === 'MEMBER')}
            />
          ))}
        </ol>
      )}
      {found?.cursor && (
        <Button className={css.more} pending={isWaiting} onPress={more}>
          <FormattedMessage id="sharing.more" defaultMessage="Vis flere" />
        </Button>
      )}
    </div>
  );
}

function Hit({ hit, isMember }: { hit: HitData; isMember: boolean }) {
  const intl = useIntl();
  const fragment = fragmentShown(hit);
  return (
    <li className={css.hit}>
      <KindIcon kind={hit.kind} />
      <div className={css.found}>
        <h2>
          <Link href={hitAddress(hit, isMember)} look="plain" roomy>
            <Pieces pieces={hit.title} />
          </Link>
        </h2>
        {fragment && (
          <p className={css.text}>
            <Pieces pieces={fragment} />
          </p>
        )}
        <p className="small ink2">
          {oneWords(intl, hit.kind)} · {whereWords(intl, hit)}
        </p>
      </div>
    </li>
  );
}

const QUIET_MS = 700;

/** Says how many there are once the typing rests. */
function useCountSpoken(count: number | null, hasMore: boolean): void {
  const intl = useIntl();
  const announce = useAnnounce();
  const [last, setLast] = useState<string | null>(null);
  useEffect(() => {
    if (count === null) return undefined;
    const words = intl.formatMessage(
      {
        id: 'sharing.count',
        defaultMessage:
          '{more, select, true {Flere end {count} fund} other {{count, plural, =0 {Ingen fund} one {# fund} other {# fund}}}}',
      },
      { count, more: String(hasMore) },
    );
    const timer = setTimeout(() => {
      if (words !== last) announce(words);
      setLast(words);
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [count, hasMore, intl, announce, last]);
}
