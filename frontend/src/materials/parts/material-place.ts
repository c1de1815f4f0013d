/** Where one file or link stands on a page that shows it: what its address ends with. */
export const materialPlace = (materialId: string): string => `materiale-${materialId}`;
