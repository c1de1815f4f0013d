import type { Band } from '../schools.ts';

/** What a team said when it looked into something together, by marker (and grade band where it tells). */
export const INQUIRY: readonly { marker: number; bands?: readonly Band[]; text: string }[] = [
  {
    marker: 1,
    text: 'Vi talte om, hvem der bliver inviteret ind, og hvem der selv skal spørge. Det er ikke de samme, vi bekymrer os om i timerne.',
  },
  { marker: 1, text: 'Konflikterne begynder sjældent der, hvor vi ser dem. Flere af dem kommer fra omklædningen.' },
  { marker: 1, text: 'En runde om, hvad vi selv gør efter en konflikt. Tre af os venter, til det er drevet over.' },
  {
    marker: 1,
    bands: ['INDSKOLING'],
    text: 'Legen i skolegården har tre steder, og ved det ene er der ingen voksne. Dér står de, der er alene.',
  },
  {
    marker: 1,
    bands: ['MELLEMTRIN'],
    text: 'Gruppechatten fylder mere end frikvarteret. Vi kender kun den ene af de tre.',
  },
  {
    marker: 1,
    bands: ['UDSKOLING'],
    text: 'De unge fortæller mest, når vi er på vej et sted hen. Vi har for få af den slags ture.',
  },
  { marker: 1, text: 'Makkerskift giver uro i to dage og ro i tre uger. Vi har altid vurderet det efter de to dage.' },
  { marker: 1, text: 'Vi undersøgte, hvornår vi siger elevernes navne. Mest, når noget er galt.' },
  { marker: 1, text: 'Fællesskabet er stærkest, når klassen skal lave noget for andre. Vi gør det to gange om året.' },
  {
    marker: 2,
    text: 'Eleverne kommer ind i små hold, og vi når selv knap ind fra gårdvagt. De dage, hvor en voksen stod i døren, begyndte timen roligere.',
  },
  {
    marker: 2,
    text: 'En vikar kan ikke kende vores lektionsstart. Den skal ligge et sted, hvor den, der kommer ind ad døren kl. 8, finder den.',
  },
  {
    marker: 2,
    text: 'Vi lagde vores fem afslutninger ved siden af hinanden. Kun to af dem siger, hvad der sker bagefter.',
  },
  {
    marker: 2,
    text: 'Spørgsmålet »Hvad skal vi?« kommer oftest midt i timen, ikke i starten. Det er skiftet, vi skal se på.',
  },
  {
    marker: 2,
    bands: ['INDSKOLING'],
    text: 'Billederne på tavlen hænger for højt. De, der har mest brug for dem, ser dem ikke.',
  },
  {
    marker: 2,
    bands: ['MELLEMTRIN'],
    text: 'Alle har en plan på tavlen, men den står fem forskellige steder. Eleverne leder hver gang.',
  },
  {
    marker: 2,
    bands: ['UDSKOLING'],
    text: 'Planerne er lange, fordi vi skriver dem til hinanden. Eleverne læser de to øverste linjer.',
  },
  { marker: 2, text: 'Struktur er ikke det samme som tavshed. Den mest genkendelige time var også den mest levende.' },
  {
    marker: 2,
    text: 'Vi prøvede at sige dagens første besked på under tyve sekunder. Det er svært, og det er værd at øve.',
  },
  { marker: 2, text: 'Ventetid er det, der vælter det. Ikke opgaven og ikke pladserne.' },
  { marker: 3, text: 'Hvem talte i går? Vi kunne nævne syv. Resten havde vi ikke hørt.' },
  { marker: 3, text: 'Hjælpen gives oftest til den, der rækker hånden op. De andre har lært at vente.' },
  {
    marker: 3,
    text: 'Opgaven havde én vej ind, og den gik gennem en lang tekst. Billedet på side to var en bedre begyndelse.',
  },
  { marker: 3, text: 'Vi så på rollerne i grupperne. Skriveren laver det meste, tidsholderen mindst.' },
  {
    marker: 3,
    bands: ['INDSKOLING'],
    text: 'Når hænderne får noget at lave, kommer ordene. Tællematerialet skal frem til alle.',
  },
  {
    marker: 3,
    bands: ['MELLEMTRIN'],
    text: 'Læselysten er størst, når de må læse noget op for nogen. Vi har få lejligheder til det.',
  },
  {
    marker: 3,
    bands: ['UDSKOLING'],
    text: 'Karakteren lukker samtalen. Kommentaren bliver først læst, når karakteren mangler.',
  },
  { marker: 3, text: 'Dem, der allerede kan, har vi ikke talt om i tre møder. Det gør vi nu.' },
  {
    marker: 3,
    text: 'Støtten udenfor giver ro, men eleven kommer tilbage til noget andet end det, der blev forladt.',
  },
  { marker: 3, text: 'Tre mulige forklaringer: ordene, tiden og makkeren. Vi prøver at ændre én ad gangen.' },
  { marker: 4, text: 'Vi spørger ofte bagefter. Hvis vi spurgte før, kunne svaret nå at ændre noget.' },
  { marker: 4, text: 'Elevernes egne ord for en god time: »man ved det«, »der er nogen«, »det er ikke pinligt«.' },
  { marker: 4, text: 'De samme fire svarer i elevrådet og i klassen. De andre skal spørges på en anden måde.' },
  { marker: 4, text: 'Kan eleverne pege på noget, der blev ændret? Vi kunne selv kun finde to ting.' },
  { marker: 4, text: 'Vi var bange for, at de ville bede om mindre undervisning. De bad om færre afbrydelser.' },
  {
    marker: 4,
    bands: ['INDSKOLING'],
    text: 'De mindste svarer bedst, når de kan pege. Vi prøver med billeder af rummene.',
  },
  {
    marker: 4,
    bands: ['UDSKOLING'],
    text: 'Medansvar kan ikke være et valgfag. De vil se, at det koster os noget også.',
  },
  { marker: 4, text: 'Et valg skal være lille nok til, at vi kan holde det, de vælger.' },
  { marker: 5, text: 'Vi har set hinandens planer, men ikke hinandens timer. Det er ikke det samme.' },
  { marker: 5, text: 'Forældrene hører fra os, når det går skævt. De gode beskeder er få og går til de samme.' },
  { marker: 5, text: 'Vi beder ressourcepersonen om hjælp, når vi er trætte. Hvad hvis det var, før vi begyndte?' },
  { marker: 5, text: 'Vores uenighed om, hvad et godt svar er, viste, at målet ikke var klart for os selv.' },
  { marker: 5, text: 'Tre af fem handlinger er fulgt op. De to sidste havde ingen dato.' },
  { marker: 5, text: 'Når én af os er syg, falder aftalen ofte. Den skal kunne bæres af to.' },
  { marker: 5, text: 'Vi forbereder det samme hver for sig torsdag aften. Det kan vi gøre sammen på en halv time.' },
  { marker: 5, text: 'Vi blev mere ærlige, da vi begyndte med det, der ikke lykkedes for os selv.' },
];
