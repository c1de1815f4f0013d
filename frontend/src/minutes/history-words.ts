import type { IntlShape } from 'react-intl';
import type { LoggedMinutesChange } from './use-history.ts';

/** What was done, after the name of whoever did it: "ændrede beslutningen under »Runde« til »Vi begynder kl. 8«". */
export function minutesChangeWords(intl: IntlShape, change: LoggedMinutesChange): string {
  const { verb, item, decision, attended } = change;
  if (attended)
    return intl.formatMessage(
      {
        id: 'minutes.history.attended',
        defaultMessage:
          'skrev, at {person} {attendance, select, PRESENT {var til stede} GUEST {var med som gæst} other {ikke var til stede}}',
      },
      { person: attended.person, attendance: attended.attendance },
    );
  const under = { under: item === null ? 'no' : 'yes', item: item ?? '' };
  if (decision)
    return intl.formatMessage(
      {
        id: 'minutes.history.decision',
        defaultMessage:
          '{verb, select, decided {skrev beslutningen »{text}«{under, select, yes { under »{item}«} other {}}} changed {ændrede en beslutning{under, select, yes { under »{item}«} other {}} til »{text}«} removed {fjernede beslutningen »{text}«{under, select, yes { under »{item}«} other {}}} laidback {satte beslutningen »{text}« tilbage{under, select, yes { under »{item}«} other {}}} other {ændrede noget}}',
      },
      { verb: verb.replaceAll(' ', ''), text: decision.text ?? '…', ...under },
    );
  // What has been erased since is not there to be read.
  const said = { objected: change.objection, answered: change.answer, amended: change.amendment }[verb] ?? null;
  const act = intl.formatMessage(
    {
      id: 'minutes.history.act',
      defaultMessage:
        '{verb, select, proposed {sendte referatet til godkendelse} withdrawn {tog referatet tilbage fra godkendelse} objected {skrev en indsigelse{under, select, yes { ud for »{item}«} other {}}} answered {svarede på en indsigelse{under, select, yes { ud for »{item}«} other {}}} approved {{way, select, FACILITATOR {godkendte referatet for alle} TIME {godkendte referatet, da der var gået fem skoledage uden indsigelser} other {godkendte referatet}}} amended {skrev en tilføjelse{under, select, yes { ud for »{item}«} other {}}} shared {delte referatet med skoleledelsen} sharedaschosen {delte referatet med skoleledelsen, som I havde valgt} sharedbyagreement {delte referatet med skoleledelsen efter skolens aftale} unshared {stoppede delingen med skoleledelsen} other {ændrede noget}}',
    },
    { verb: verb.replaceAll(' ', ''), way: change.way ?? 'none', ...under },
  );
  return said === null
    ? act
    : intl.formatMessage({ id: 'minutes.history.said', defaultMessage: '{act}: »{said}«' }, { act, said });
}
