/** An item that somebody wishes on the coming agenda. */
export interface WishText {
  title: string;
  why: string;
  minutes: number;
  kind: 'DISCUSSION' | 'DECISION' | 'ORIENTATION' | 'REFLECTION';
}

/** What a team has prepared for the meeting this week, by the marker it is about. */
export const PREPARED: Record<2 | 3, { wishes: readonly WishText[]; notes: readonly string[] }> = {
  2: {
    wishes: [
      {
        title: 'Hvad gør vi, når der er vikar i timen efter frikvarteret?',
        why: 'Det var dér, skiftet gik skævt to gange i sidste uge',
        minutes: 15,
        kind: 'DISCUSSION',
      },
      {
        title: 'Skal alle klasser bruge den samme dør?',
        why: 'Pedellen spørger, inden der bliver sat skilte op',
        minutes: 5,
        kind: 'DECISION',
      },
    ],
    notes: [
      'Jeg har taget tid på, hvor længe der går, fra det ringer, til vi er i gang: fra fire til elleve minutter. Kortest de dage, opgaven ligger på bordet.',
      'Jeg har tegnet, hvor køen opstår ved døren. Tegningen har jeg med på papir.',
      'Et spørgsmål til os selv: Gør vi det samme alle sammen, eller tror vi bare det?',
    ],
  },
  3: {
    wishes: [
      {
        title: 'Hvem deler grupperne?',
        why: 'Vi gør det på tre måder, og eleverne mærker det',
        minutes: 10,
        kind: 'DISCUSSION',
      },
    ],
    notes: [
      'Jeg har to opgaver med, hvor alle fik sagt noget, og én, hvor kun to gjorde. Alle er uden navne.',
      'Jeg vil gerne høre, hvordan I andre gør, når en gruppe går i stå.',
    ],
  },
};

/** For the meeting after that. */
export const LATER: WishText = {
  title: 'Hvad siger trivselsmålingen om frikvartererne?',
  why: 'Tallene er kommet inden mødet',
  minutes: 20,
  kind: 'DISCUSSION',
};
