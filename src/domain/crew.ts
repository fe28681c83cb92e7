/** Who helps the runner, and where. */
export interface CrewMember {
  name: string;
  role: string;
  at: readonly string[];
}

export interface CrewPlan {
  chief: string | null;
  people: readonly CrewMember[];
  do: readonly string[];
  stopIf: readonly string[];
}
