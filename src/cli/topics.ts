/** What `raceplan help` tells of beside the commands. */
export const TOPIC_NAMES = ['plan', 'goals', 'logs', 'errors', 'formats', 'exit'] as const;
export type Topic = (typeof TOPIC_NAMES)[number];
