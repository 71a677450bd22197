interface Rate {
  value: number;
  low: number;
  high: number;
}

const Z = 1.96;

/**
 * People per 1,000 residents of the whole city, out of released figures only, with a 95% interval by Byar's
 * approximation to the Poisson distribution (Breslow and Day, IARC 1987), as for the wards.
 * @returns null for fewer than 10 people
 */
export function ratePerThousand(people: number | null, residents: number): Rate | null {
  if (people === null || people < 10 || residents <= 0) return null;
  const above = people + 1;
  const low = people * (1 - 1 / (9 * people) - Z / (3 * Math.sqrt(people))) ** 3;
  const high = above * (1 - 1 / (9 * above) + Z / (3 * Math.sqrt(above))) ** 3;
  const per = (count: number) => (1000 * count) / residents;
  return { value: per(people), low: per(low), high: per(high) };
}
