import { useLazyQuery } from '@apollo/client/react';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Person } from '#ui/Initials.tsx';
import { TextField } from '#ui/TextField.tsx';
import css from './Guests.module.css';
import type { MeetingData } from './parts/meeting.documents.ts';
import { GUEST_CHOICES } from './plan.documents.ts';
import type { Plan } from './use-plan.ts';

/** Those called to this one meeting from outside the team; they see it from the convening until the minutes are approved. */
export function Guests({ meeting, plan, mayPlan }: { meeting: MeetingData; plan: Plan; mayPlan: boolean }) {
  const intl = useIntl();
  const [open, setOpen] = useState(false);
  const guests = meeting.participants.filter((one) => one.isGuest);
  if (guests.length === 0 && !mayPlan) return null;
  return (
    <section className={css.part}>
      <h3>
        <FormattedMessage id="plan.guests" defaultMessage="Gæster" />
      </h3>
      <ul className={css.list}>
        {guests.map((guest) => (
          <li key={guest.id}>
            <Person name={guest.person?.displayName ?? ''} initials={guest.person?.initials ?? ''} />
            {mayPlan && (
              <IconButton
                label={intl.formatMessage(
                  { id: 'plan.guests.remove', defaultMessage: 'Tag invitationen til {name} tilbage' },
                  { name: guest.person?.displayName ?? '' },
                )}
                icon={<X aria-hidden />}
                onPress={() => void plan.removeGuest(guest.id)}
              />
            )}
          </li>
        ))}
      </ul>
      {guests.length === 0 && !open && (
        <p className="small ink2">
          <FormattedMessage
            id="plan.guests.none"
            defaultMessage="Kun teamet er med. En gæst ser mødet, fra I indkalder, til referatet er godkendt."
          />
        </p>
      )}
      {mayPlan &&
        (open ? (
          <Search meetingId={meeting.id} plan={plan} onClose={() => setOpen(false)} />
        ) : (
          <Button variant="quiet" className={css.open} onPress={() => setOpen(true)}>
            <FormattedMessage id="plan.guests.add" defaultMessage="Indkald en gæst" />
          </Button>
        ))}
    </section>
  );
}

function Search({ meetingId, plan, onClose }: { meetingId: string; plan: Plan; onClose: () => void }) {
  const intl = useIntl();
  const [search, setSearch] = useState('');
  const [find, { data, loading }] = useLazyQuery(GUEST_CHOICES, { fetchPolicy: 'network-only' });
  const words = search.trim();
  useEffect(() => {
    if (words.length < 2) return undefined;
    const timer = setTimeout(() => void find({ variables: { meetingId, search: words } }), 250);
    return () => clearTimeout(timer);
  }, [words, meetingId, find]);
  const people = words.length < 2 ? [] : (data?.guestChoices ?? []);
  const invite = async (id: string) => {
    const { error } = await plan.invite(id);
    if (!error) onClose();
  };
  return (
    <div className={css.search}>
      <TextField
        autoFocus
        label={intl.formatMessage({
          id: 'plan.guests.search',
          defaultMessage: 'Find en kollega på skolen eller fra PPL',
        })}
        hint={intl.formatMessage({ id: 'plan.guests.hint', defaultMessage: 'Skriv mindst to bogstaver af navnet.' })}
        value={search}
        onChange={setSearch}
      />
      <ul className={css.list} aria-live="polite">
        {people.map((person) => (
          <li key={person.id}>
            <Person name={person.displayName} initials={person.initials} detail={person.professions.join(', ')} />
            <Button
              size="small"
              onPress={() => void invite(person.id)}
              aria-label={intl.formatMessage(
                { id: 'plan.guests.invite.name', defaultMessage: 'Indkald {name}' },
                { name: person.displayName },
              )}
            >
              <FormattedMessage id="plan.guests.invite" defaultMessage="Indkald" />
            </Button>
          </li>
        ))}
      </ul>
      {words.length >= 2 && !loading && data && people.length === 0 && (
        <p className="small ink2" role="status">
          <FormattedMessage id="plan.guests.nobody" defaultMessage="Ingen med det navn på skolen eller i PPL." />
        </p>
      )}
      <Button variant="quiet" className={css.open} onPress={onClose}>
        <FormattedMessage id="plan.close" defaultMessage="Luk" />
      </Button>
    </div>
  );
}
