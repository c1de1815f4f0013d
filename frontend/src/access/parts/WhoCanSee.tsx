import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Sheet } from '#ui/Dialog.tsx';
import { Link } from '#ui/Link.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { WHO_SEES_WHAT } from './who-sees-what.documents.ts';
import { rowAnswers } from './who-sees-words.ts';
import css from './WhoCanSee.module.css';

/** A quiet link on every screen; its answer comes from the policies that the server asks. */
export function WhoCanSee({ abilities }: { abilities: readonly string[] }) {
  const intl = useIntl();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Link look="plain" roomy onPress={() => setOpen(true)}>
        <FormattedMessage id="access.who" defaultMessage="Hvem kan se dette?" />
      </Link>
      {open && (
        <Sheet
          isOpen
          onClose={() => setOpen(false)}
          title={intl.formatMessage({ id: 'access.who', defaultMessage: 'Hvem kan se dette?' })}
          closeLabel={intl.formatMessage({ id: 'access.close', defaultMessage: 'Luk' })}
        >
          <Answer abilities={abilities} />
        </Sheet>
      )}
    </>
  );
}

function Answer({ abilities }: { abilities: readonly string[] }) {
  const intl = useIntl();
  const { data } = useQuery(WHO_SEES_WHAT, { variables: { abilities: [...abilities] } });
  if (!data)
    return <Skeleton label={intl.formatMessage({ id: 'access.loading', defaultMessage: 'Henter svaret' })} lines={4} />;
  return (
    <div className={css.rows}>
      {rowAnswers(intl, data.whoSeesWhat).map(({ row, ways }) => (
        <section key={row}>
          <h3>{row}</h3>
          <ul>
            {ways.map(({ cell, who, how }) => (
              <li key={cell}>
                <strong>{who}</strong> {how}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="small ink2">
        <FormattedMessage
          id="access.others"
          defaultMessage="Alle andre ser det ikke. Svaret kommer fra de regler, serveren selv spørger."
        />
      </p>
    </div>
  );
}
