/** What the runner carries besides food and drink. */
export interface GearItem {
  item: string;
  when: string | null;
  spare: boolean;
}
