/** Whether two parts agree once two neighbouring digits are swapped or one digit is changed. */
function digitsApart(a: number, b: number): number {
  let apart = 0;
  let [x, y] = [a, b];
  while (x > 0 || y > 0) {
    if (x % 10 !== y % 10) apart++;
    x = (x / 10) | 0;
    y = (y / 10) | 0;
  }
  return apart;
}

function neighboursSwapped(a: number, b: number): boolean {
  let [x, y] = [a, b];
  while (x % 10 === y % 10 && x > 0) {
    x = (x / 10) | 0;
    y = (y / 10) | 0;
  }
  const swapped = ((x / 100) | 0) * 100 + (x % 10) * 10 + (((x / 10) | 0) % 10);
  return swapped === y;
}

/**
 * Level of two birth dates packed as yyyymmdd (0 for an absent part): see LEVELS.dateOfBirth. The first of January is
 * treated as a year alone when the other date differs from it: systems write it where only the year is known.
 */
export function compareBirth(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  if (a === b) return a % 100 === 0 ? 3 : 1;
  const [yearA, yearB] = [(a / 10000) | 0, (b / 10000) | 0];
  const [restA, restB] = [a % 10000, b % 10000];
  if (restA % 100 === 0 || restB % 100 === 0 || yearA === 0 || yearB === 0)
    return comparePartial(yearA, restA, yearB, restB);
  const [monthA, monthB] = [(restA / 100) | 0, (restB / 100) | 0];
  const [dayA, dayB] = [restA % 100, restB % 100];
  if (yearA === yearB && (restA === 101 || restB === 101)) return 3;
  if (yearA === yearB && monthA === dayB && dayA === monthB) return 2;
  const apart = digitsApart(a, b);
  if (apart === 1 || (apart === 2 && neighboursSwapped(a, b))) return 2;
  const equal = Number(yearA === yearB) + Number(monthA === monthB) + Number(dayA === dayB);
  if (equal === 2) return 4;
  const days = Math.abs((yearA - yearB) * 365 + (monthA - monthB) * 30.4 + (dayA - dayB));
  if (yearA === yearB || days <= 400 || apart === 2) return 5;
  return days <= 3650 ? 6 : 7;
}

function comparePartial(yearA: number, restA: number, yearB: number, restB: number): number {
  if (yearA !== 0 && yearB !== 0 && yearA !== yearB)
    return Math.abs(yearA - yearB) <= 1 ? 5 : Math.abs(yearA - yearB) <= 10 ? 6 : 7;
  const [monthA, monthB] = [(restA / 100) | 0, (restB / 100) | 0];
  if (monthA !== 0 && monthB !== 0 && monthA !== monthB) return yearA === yearB && yearA !== 0 ? 5 : 7;
  return 3;
}
