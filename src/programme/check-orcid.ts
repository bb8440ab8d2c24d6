/** The check character of ORCID iDs, ISO 7064 mod 11-2. */

/** True for `0000-0002-1825-0097`: four groups of four with hyphens, the last character the right check character. */
export function isOrcid(id: string): boolean {
  if (!/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.test(id)) return false;
  const characters = id.replaceAll('-', '');
  let total = 0;
  for (const digit of characters.slice(0, 15)) total = ((total + Number(digit)) * 2) % 11;
  const check = (12 - total) % 11;
  return characters.charAt(15) === (check === 10 ? 'X' : String(check));
}
