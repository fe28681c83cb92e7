/** The smallest plan that can be built: shown where there is none. */
export const SMALLEST_PLAN: readonly string[] = [
  'race:',
  '  name: Autumn 50K',
  'course:',
  '  distance: 50 km',
  'goals: [under 6h]',
];
