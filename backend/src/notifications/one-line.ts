/** A text as it may stand in a header or a name: one line, whatever somebody wrote. */
export const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
