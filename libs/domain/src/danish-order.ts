const collator = new Intl.Collator('da-DK', { numeric: true });

/** The order of the Danish alphabet: Æ Ø Å last, "Aa" as Å; numbers by their value. */
export const compareDanish = (a: string, b: string): number => collator.compare(a, b);
