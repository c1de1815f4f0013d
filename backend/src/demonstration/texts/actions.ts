export const ABANDON_REASONS: readonly string[] = [
  'Skemaet gjorde det umuligt i denne periode.',
  'To af os var væk, og det gav ikke mening at prøve alene.',
  'Klassen er et andet sted nu, og spørgsmålet er løst af sig selv.',
  'Vi havde gabt over for meget og valgte den vigtigste.',
  'Det krævede et lokale, vi ikke kan få.',
  'Den lignede for meget noget, naboteamet allerede er i gang med.',
];

export const HELP: readonly string[] = [
  'Vi vil gerne have en, der kan se med i to lektioner og sige, hvad vi ikke selv lægger mærke til.',
  'Er der andre team, der har fået det til at virke efter frikvarteret? Vi vil gerne låne med arme og ben.',
  'Vi er gået i stå og har brug for sparring, før vi prøver igen.',
  'Kan ressourcepersonen være med, når vi planlægger næste forløb?',
  'Vi mangler en måde at se på, om det virker for de stille elever.',
  'Vi har brug for en halv times afløsning, så vi kan se hinandens start på timen.',
];

export const TASKS: readonly string[] = [
  'Bed om en time i hallen til bevægelsespausen',
  'Læg tavleplanen i teamets mappe',
  'Book lokale til forældremødet',
  'Spørg pedellen om en bænk til gangen',
  'Saml de tre elevarbejder uden navne',
  'Skriv den fælles besked til hjemmene',
  'Lav en liste over makkerne',
  'Hent klokken til værkstedet',
  'Tal med SFO om tidspunktet for overlevering',
  'Print ordkortene i farver',
  'Find en dato til besøg hos naboteamet',
  'Ryd op i den fælles mappe',
  'Skriv vikarkortet færdigt',
  'Spørg ledelsen om afløsning i uge efter ferien',
  'Aftal gårdvagter for næste måned',
  'Lav plakaten med klassens aftaler',
  'Inviter ressourcepersonen til næste møde',
  'Tegn bordplanen op',
  'Indsaml forslag til temaugen',
  'Skriv til biblioteket om bøger til emnet',
  'Flyt materialekasserne ned i klassen',
  'Send kalenderen for læseprøverne rundt',
  'Find tre sætningsstartere til hver rolle',
  'Aftal, hvem der tager morgenvagten',
  'Bestil navneskilte til krogene',
  'Læg observationsskemaet frem på teamets bord',
  'Saml svarene fra klassens time',
  'Ret klokkeslættet i ugeplanen',
];

export const AGREEMENTS: readonly string[] = [
  'Vi slutter mødet til tiden, også når det er spændende',
  'Vi hilser på alle, vi møder på gangen',
  'Vi skriver beskeder til hjemmene inden klokken 16',
  'Vi siger det til hinanden, når vi fraviger planen',
  'Den, der har første lektion, låser op klokken 7.50',
  'Vi taler om elever, som om de hører det',
  'Vi begynder med det, der lykkedes',
  'Telefoner ligger væk, når vi holder møde',
  'Vi spørger, før vi giver et råd',
  'Fællesrummet forlades, som vi vil finde det',
];

/** What teams add to their minutes once these are approved. */
export const AMENDMENTS: readonly string[] = [
  'Onsdagens gårdvagt er byttet, så der også den dag er en voksen til døren.',
  'Hallen er optaget i uge to. Vi bruger salen i stedet.',
  'Ressourcepersonen kommer først i den tredje uge.',
  'Fristen er rykket en uge, fordi lejrskolen blev flyttet.',
  'SFO vil gerne være med fra begyndelsen.',
  'Vi glemte at skrive, at også vikarerne får kortet.',
  'Tavleplanen ligger nu i teamets mappe.',
  'Pedellen har sat bænken op, og eleverne har taget den i brug.',
];
